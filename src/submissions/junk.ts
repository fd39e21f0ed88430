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

const ENVIRONMENT: ReadonlySet<string> = new Set([
  'bin',
  'etc',
  'include',
  'lib',
  'lib64',
  'scripts',
  'share',
]);

/** Whether what lies together is in a Python virtual environment, whatever that is called. */
export function isEnvironment(names: readonly string[]): boolean {
  return names.includes('pyvenv.cfg');
}

/** Of a folder that somebody made a virtual environment: what is Python's, thousands of programs of others. */
export function environmentFolders(names: readonly string[]): ReadonlySet<string> {
  return new Set(
    isEnvironment(names) ? names.filter((name) => ENVIRONMENT.has(name.toLowerCase())) : [],
  );
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
