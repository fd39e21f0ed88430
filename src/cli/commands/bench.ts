import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Console } from '../console.ts';
import { project } from '../project.ts';

/** `npm run bench`: the student's side against its bars. */
export async function bench(words: readonly string[], _io: Console): Promise<0 | 1> {
  return run('main.ts', words);
}

/** `npm run bench:class`: grading a class against its bars. */
export async function benchClass(words: readonly string[], _io: Console): Promise<0 | 1> {
  return run('class-main.ts', words);
}

/** `npm run bench:python`: grading Python against other graders. */
export async function benchPython(words: readonly string[], _io: Console): Promise<0 | 1> {
  return run('python-main.ts', words);
}

/** In a process of its own, so that no other command carries its imports. */
function run(file: string, words: readonly string[]): 0 | 1 {
  const { status } = spawnSync(process.execPath, [join(project.root, 'bench', file), ...words], {
    stdio: 'inherit',
    cwd: project.root,
  });
  return status === 0 ? 0 : 1;
}
