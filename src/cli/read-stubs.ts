import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stubs } from '../bulk/stubs.ts';
import type { Grader } from '../judge/grader.ts';
import { NOTEBOOK, pathOf } from './path-of.ts';
import { project } from './project.ts';

/** The exercises as they were handed out. */
export async function readStubs(graders: readonly Grader[]): Promise<Stubs> {
  const read = async (...path: string[]) => await readFile(join(project.stubs, ...path), 'utf8');
  const pairs = graders.map(async (grader) => {
    const [typescript, python] = await Promise.all([
      read(...pathOf(grader, 'typescript')),
      read(...pathOf(grader, 'python')),
    ]);
    return [grader.name, { typescript, python }] as const;
  });
  const files = Object.fromEntries(await Promise.all(pairs));
  return { files, notebook: await read(...NOTEBOOK) };
}
