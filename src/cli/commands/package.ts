import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { graders } from '../../../graders/index.ts';
import { message } from '../../messages/sentence.ts';
import type { Console } from '../console.ts';
import { ExitError } from '../exit-error.ts';
import { findExercises } from '../find-exercise.ts';
import { listPackageFiles } from '../gradescope/package-files.ts';
import { SETTINGS_FILE, type PackageSettings } from '../gradescope/package-settings.ts';
import { project } from '../project.ts';

/** Their reference solutions do not fit beside MLflow into the 768 MB that Gradescope gives. */
const LARGE = ['10-model-registry', '11-serving'];
const RUNS = 0o100755;
const READS = 0o100644;
/** The same files make the same ZIP. */
const MADE = new Date(2020, 0, 1);

/** `npm run package gradescope`: writes the ZIP that Gradescope takes as an autograder. */
export async function packageFor(
  words: readonly string[],
  io: Console,
  typed: Readonly<Record<string, string | undefined>>,
): Promise<0> {
  if (words.length !== 1 || words[0] !== 'gradescope')
    throw new ExitError(1, message('package.usage'));
  const asked = typed['exercises']?.split(',').map((word) => word.trim()) ?? [];
  const chosen = findExercises(asked, graders).map(({ name }) => name);
  const exercises = asked.length > 0 ? chosen : chosen.filter((name) => !LARGE.includes(name));
  const out = resolve(typed['out'] ?? join(project.home, 'dist', 'gradescope-autograder.zip'));
  const files = await listPackageFiles(project.root);
  const zip = new ZipFile();
  for (const { file, path } of files) {
    // What Gradescope calls by name has no folder.
    zip.addFile(file, path, { mtime: MADE, mode: path.includes('/') ? READS : RUNS });
  }
  const settings: PackageSettings = { exercises, language: io.language };
  const text = `${JSON.stringify(settings)}\n`;
  zip.addBuffer(Buffer.from(text), `workshop/${SETTINGS_FILE}`, { mtime: MADE, mode: READS });
  zip.end();
  await mkdir(dirname(out), { recursive: true });
  await pipeline(zip.outputStream, createWriteStream(`${out}.part`));
  await rename(`${out}.part`, out);
  const kilobytes = Math.round((await stat(out)).size / 1000);
  const numbers = exercises.map((name) => name.slice(0, 2)).join(', ');
  const values = { file: out, count: files.length + 1, kilobytes, exercises: numbers };
  io.print(io.translate(message('package.written', values)));
  if (exercises.some((name) => LARGE.includes(name)))
    io.print(io.translate(message('package.large')));
  return 0;
}
