import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** All that is below a folder: paths, and the kind, mode and content of each. Links are not followed. */
export async function listTree(
  folder: string,
  leave: readonly string[] = [],
  at = '',
): Promise<Record<string, string>> {
  const tree: Record<string, string> = {};
  for (const name of (await readdir(join(folder, at))).toSorted()) {
    const path = join(at, name);
    if (leave.includes(path)) continue;
    const file = join(folder, path);
    const facts = await lstat(file);
    const mode = facts.mode.toString(8);
    if (facts.isDirectory()) {
      tree[`${path}/`] = mode;
      Object.assign(tree, await listTree(folder, leave, path));
    } else if (facts.isSymbolicLink()) tree[path] = `${mode} → ${await readlink(file)}`;
    else if (facts.isFile()) tree[path] = `${mode} ${sha256(await readFile(file))}`;
    else tree[path] = mode;
  }
  return tree;
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
