/** Folders that nobody hands in on purpose: tools, caches, and what operating systems add. */
const FOLDERS: ReadonlySet<string> = new Set([
  '__macosx',
  '__pycache__',
  'node_modules',
  'venv',
  'env',
  'mlruns',
  'mlartifacts',
  '$recycle.bin',
  'system volume information',
]);

const FILES: ReadonlySet<string> = new Set(['thumbs.db', 'desktop.ini', 'icon\r']);

export function isJunkFolder(name: string): boolean {
  return name.startsWith('.') || FOLDERS.has(name.toLowerCase());
}

export function isJunkFile(name: string): boolean {
  return name.startsWith('.') || FILES.has(name.toLowerCase());
}

/** What a copy of the workshop holds beside `exercises/`: reference answers and the harness, not work. */
const WORKSHOP: ReadonlySet<string> = new Set([
  'solutions',
  'graders',
  'src',
  'tests',
  'bench',
  'bin',
  'data',
  'docs',
]);

/** Among the folders that lie together, those that are the workshop's own. */
export function workshopFolders(names: readonly string[]): ReadonlySet<string> {
  const isWorkshop = names.some((name) => name === 'exercises' || name === 'graders');
  return new Set(isWorkshop ? names.filter((name) => WORKSHOP.has(name)) : []);
}
