import project from '../../package.json' with { type: 'json' };

/** What writes documents of results. */
export const generator = { name: project.name, version: project.version };
