import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { project } from '../src/cli/project.ts';

const EXERCISES = [
  '07-gradient-boosting',
  '08-tags-and-confusion-matrix',
  '09-best-model',
] as const;

/** One program of the bench's class: where it is, and which exercise it answers. */
export interface BenchSubmission {
  readonly file: string;
  readonly exercise: (typeof EXERCISES)[number];
}

/** Writes a class of right answers to 07, 08 and 09 in turns, each with another seed. */
export async function writeClass(folder: string, count: number): Promise<BenchSubmission[]> {
  const sources = await Promise.all(
    EXERCISES.map(async (name) => await readFile(join(project.solutions, `${name}.ts`), 'utf8')),
  );
  const written: BenchSubmission[] = [];
  for (let index = 0; index < count; index += 1) {
    const exercise = EXERCISES[index % EXERCISES.length] ?? EXERCISES[0];
    const source = sources[index % EXERCISES.length] ?? '';
    const student = join(folder, `student-${String(index).padStart(3, '0')}`);
    const file = join(student, `${exercise}.ts`);
    await mkdir(student, { recursive: true });
    await writeFile(file, source.replace('randomState: 42', `randomState: ${index + 1}`));
    written.push({ file, exercise });
  }
  return written;
}
