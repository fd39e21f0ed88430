import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import type { Language } from '../../messages/sentence.ts';

/** What `npm run package gradescope` was told, in the package. */
export interface PackageSettings {
  /** Names of exercises, at least one. */
  readonly exercises: readonly string[];
  readonly language: Language;
}

/** The name of the file, at the root of the project's files. */
export const SETTINGS_FILE = 'gradescope.json';

const areSettings = new Ajv().compile<PackageSettings>({
  type: 'object',
  required: ['exercises', 'language'],
  properties: {
    exercises: { type: 'array', minItems: 1, items: { type: 'string' } },
    language: { enum: ['fr', 'en'] },
  },
});

/** @throws Error when the file is not there or not ours */
export async function readPackageSettings(path: string): Promise<PackageSettings> {
  const settings: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (areSettings(settings)) return settings;
  throw new Error(`${SETTINGS_FILE} is not what the package was made with`);
}
