import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quickAnswer } from './class-folder.ts';
import { replaced, scratchProject, type ScratchProject } from './scratch-project.ts';

let project: ScratchProject;

beforeAll(async () => {
  project = await scratchProject();
});
afterAll(async () => await project[Symbol.asyncDispose]());

test('in GitHub Actions the commands of a next one are read again where nothing was to be graded', async () => {
  const { status, stdout } = await project.run(['test'], { GITHUB_ACTIONS: 'true' });
  expect(status).toBe(0);
  expect(stdout).toMatch(/::stop-commands::([\w-]{36})\n[^]*\n::\1::\n$/);
});

test('in GitHub Actions npm test marks the file, adds a summary and obeys no submission', async () => {
  const wrong = replaced(quickAnswer(), 'n_estimators', 'n_estimator');
  await project.write(
    'exercises/01-first-run.ts',
    replaced(
      wrong,
      '({ mlflow }: Workshop) {',
      '({ mlflow }: Workshop) { console.log("::error::mine");',
    ),
  );
  const { status, stdout } = await project.run(['test'], {
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'marie',
    GITHUB_STEP_SUMMARY: join(project.folder, 'summary.md'),
  });
  expect(status).toBe(1);
  const [before = '', token = '', obeyed = ''] =
    /^([^]*?)::stop-commands::([\w-]{36})\n[^]*\n::\2::\n([^]*)$/.exec(stdout)?.slice(1) ?? [];
  expect(before).not.toContain('::');
  expect(token).not.toBe('');
  const commands = obeyed.split('\n').filter((line) => line.startsWith('::'));
  expect(commands).toHaveLength(1);
  const line = wrong.split('\n').findIndex((text) => text.includes('n_estimator')) + 1;
  expect(commands[0]).toContain(
    `::error file=exercises/01-first-run.ts,line=${line},title=01-first-run `,
  );
  expect(commands[0]).toContain('you logged "n_estimator"');
  const summary = await project.read('summary.md');
  expect(summary).toMatch(/^## marie — \d+\/\d+\n/);
});
