import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ZipFile } from 'yazl';
import { message } from '../../../src/messages/sentence.ts';
import { createTranslator } from '../../../src/messages/translator.ts';
import { readSubmissions, type ReadOptions } from '../../../src/submissions/read-submissions.ts';
import type { Submission } from '../../../src/submissions/submission.ts';

export const EXERCISES = ['07-gradient-boosting', '08-tags-and-confusion-matrix', '09-best-model'];
export const SEVEN = '07-gradient-boosting.ts';
export const CODE = 'export default async () => {};\n';
export const english = createTranslator('en');

/** A folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'class-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with these files in it. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = newFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A ZIP as programs make it. */
export async function zipOf(
  files: Readonly<Record<string, string | Buffer>>,
  zip64 = false,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), path, { forceZip64Format: zip64 });
  }
  zip.end({ forceZip64Format: zip64, comment: '' });
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Writes a file called so into a folder of its own and gives its path. */
export function fileCalled(name: string, content: string | Buffer): string {
  return join(folderWith({ [name]: content }), name);
}

export function read(path: string, options: Partial<ReadOptions> = {}) {
  const holds = (exercise: string, text: string) => (text.includes(exercise) ? 3 : 0);
  const [isAnswered, isUntouched] = [() => false, () => false];
  const scratch = newFolder();
  return readSubmissions(path, {
    exercises: EXERCISES,
    holds,
    isAnswered,
    isUntouched,
    scratch,
    ...options,
  });
}

/** The students of a class, in short. */
export async function students(path: string, options: Partial<ReadOptions> = {}) {
  return (await read(path, options)).submissions.map(({ id, name, files }) => [
    id,
    name,
    Object.keys(files).join(' '),
  ]);
}

/** What became of the one submission of a class. */
export async function only(path: string, options: Partial<ReadOptions> = {}): Promise<Submission> {
  const { submissions } = await read(path, options);
  const [submission, ...more] = submissions;
  if (!submission || more.length > 0) throw new Error(`${submissions.length} submissions`);
  return submission;
}

export function problem({ problem: why }: Submission): string {
  return english(why ?? message('report.passed'));
}

export function reasons({ ignored }: Submission): string[] {
  return ignored.map(({ why }) => english(why));
}
