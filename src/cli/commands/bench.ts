import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Console } from '../console.ts';
import { project } from '../project.ts';

/** `npm run bench`: bench/main.ts in a process of its own, so that no other command carries its imports. */
export async function bench(words: readonly string[], _io: Console): Promise<0 | 1> {
  const { status } = spawnSync(
    process.execPath,
    [join(project.root, 'bench', 'main.ts'), ...words],
    {
      stdio: 'inherit',
      cwd: project.root,
    },
  );
  return status === 0 ? 0 : 1;
}
