import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** A file of the package: where it is, and its path in the ZIP. */
export interface PackageFile {
  readonly file: string;
  readonly path: string;
}

/**
 * What grading needs. Neither answers nor what proves the graders: no solutions, no wrong answers, no
 * tests; a submission must find nothing to copy, wherever it manages to look.
 */
const PARTS = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  'docker-compose.yml',
  'LICENSE',
  '.stubs',
  'data',
  'graders',
  'src',
];
const LEFT_OUT = ['graders/wrong-answers', 'src/law'];

/** The files of the package in the order in which they are written, the same on every machine. */
export async function listPackageFiles(root: string): Promise<readonly PackageFile[]> {
  const adapter = join(root, 'adapters', 'gradescope');
  const scripts = ['setup.sh', 'run_autograder'].map((name) => ({
    file: join(adapter, name),
    path: name,
  }));
  const found = await readdir(root, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of found) {
    if (!PARTS.includes(entry.name)) continue;
    const path = join(root, entry.name);
    files.push(...(entry.isDirectory() ? await filesBelow(path) : [path]));
  }
  const own = files
    .map((file) => ({ file, path: relative(root, file).replaceAll('\\', '/') }))
    .filter(({ path }) => !LEFT_OUT.some((folder) => path.startsWith(`${folder}/`)))
    .map(({ file, path }) => ({ file, path: `workshop/${path}` }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return [...scripts, ...own];
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
