import type { Listed } from './class-lists.ts';
import type { FolderItem, Item } from '../item.ts';
import type { Budget } from '../limits.ts';
import { peek } from '../list-files.ts';
import { claim, type Claim } from './owner.ts';

const COMMON_FROM = 3;

/**
 * Clones of student repositories, `assignment-login` (GitHub Classroom) or `classroom-assignment-login`
 * (Classroom 50). What stands before the login is known from the folder they lie in
 * (`assignment-submissions`, `classroom-assignment_submissions_…`), else from what at least three of them
 * have in common; a list in the folder knows better than both.
 *
 * @param folderName of the folder that they lie in
 * @see https://github.com/github/gh-classroom
 */
export async function githubClaims(
  items: readonly Item[],
  folderName: string,
  listed: readonly Listed[],
  budget: Budget,
): Promise<readonly Claim[]> {
  const clones: FolderItem[] = [];
  for (const item of items) {
    if (item.kind === 'folder' && (listedAs(item, listed) || (await isClone(item, budget)))) {
      clones.push(item);
    }
  }
  const names = clones.map(({ name }) => name);
  const prefix = prefixFromFolder(folderName, names) ?? commonPrefix(names);
  return clones.flatMap((clone) => cloneClaim(clone, prefix, listed) ?? []);
}

async function isClone(folder: FolderItem, budget: Budget): Promise<boolean> {
  return (await peek(folder, budget)).some(({ name }) => name === '.git');
}

function listedAs(folder: FolderItem, listed: readonly Listed[]): Listed | undefined {
  // GitHub's own ZIP of a repository is called after its branch, too.
  const name = folder.name.replace(/-(main|master)$/, '');
  return listed.find(({ repository }) => repository !== null && repository === name);
}

function cloneClaim(folder: FolderItem, prefix: string | null, listed: readonly Listed[]) {
  const guess = prefix === null ? null : folder.name.slice(prefix.length);
  const same = (login: string | null) => login?.toLowerCase() === guess?.toLowerCase();
  const entry =
    listedAs(folder, listed) ?? listed.find(({ login }) => login !== null && same(login));
  const login = entry?.login ?? guess;
  if (login === null) return null;
  return claim(
    {
      key: `github:${folder.name}`,
      name: entry?.name ?? login,
      number: login,
      identity: {
        githubLogin: login,
        ...(entry?.email ? { email: entry.email } : {}),
        ...(entry?.studentId ? { studentId: entry.studentId } : {}),
      },
      late: entry?.late ?? null,
    },
    folder,
  );
}

function prefixFromFolder(folderName: string, names: readonly string[]): string | null {
  const prefix = /^(.+?)[-_]submissions(?:_.*)?$/.exec(folderName)?.[1];
  const found = prefix === undefined ? null : `${prefix.toLowerCase()}-`;
  return found !== null && names.every((name) => name.toLowerCase().startsWith(found))
    ? found
    : null;
}

function commonPrefix(names: readonly string[]): string | null {
  const [first = '', ...others] = names;
  if (names.length < COMMON_FROM) return null;
  let length = first.lastIndexOf('-') + 1;
  while (length > 0 && !others.every((name) => name.startsWith(first.slice(0, length)))) {
    length = first.lastIndexOf('-', length - 2) + 1;
  }
  return length > 0 ? first.slice(0, length) : null;
}
