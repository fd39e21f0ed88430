import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The folders whose files decide what a mark is. */
const RULES = ['graders', 'src/judge', 'src/observe', 'src/arrange'];

/** SHA-256 over the graders and what judges with them, line endings apart. @param root of the project */
export async function gradersHash(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of RULES) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.includes('wrong-answers'))
      .toSorted();
    for (const file of files) {
      const text = (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
      hash.update(`${relative(root, file).replaceAll('\\', '/')}\n${text}\n`);
    }
  }
  return hash.digest('hex');
}

/** By what marks were given: the graders, which exercises, and under which limits. */
export function rulesHash(rules: object): string {
  return createHash('sha256').update(JSON.stringify(rules)).digest('hex');
}
