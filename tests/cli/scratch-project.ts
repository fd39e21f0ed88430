import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A command that has ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command ends, and all that it prints. */
export async function endOf(
  child: ChildProcess & { readonly stdout: Readable; readonly stderr: Readable },
): Promise<Ended> {
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [status, stdout, stderr] = await Promise.all([
    closed,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { status, stdout, stderr };
}

/** A folder of its own for a student: exercises, data and MLflow; the code is the project's. */
export interface ScratchProject extends AsyncDisposable {
  readonly folder: string;
  /** Runs `workshop <words>` to its end, in English unless `env` says otherwise. */
  run(words: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>;
  /** The same, while it runs. */
  start(
    words: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): { readonly child: ChildProcess; readonly ended: Promise<Ended> };
  /**
   * The same on a terminal, where Ctrl+C is a key; both outputs are `stdout`. Not on Windows.
   * @param columns its width; 0 for a terminal that does not know it
   */
  onTerminal(
    words: readonly string[],
    env?: Readonly<Record<string, string>>,
    columns?: number,
  ): Terminal;
  read(path: string): Promise<string>;
  /** Writes a file, its folder too. @returns its absolute path */
  write(path: string, content: string): Promise<string>;
  /** Waits until a file is there. */
  appears(path: string): Promise<void>;
}

/** Disposing closes it, as one closes a window. */
export interface Terminal extends AsyncDisposable {
  readonly ended: Promise<Ended>;
  type(keys: string): void;
  /** Waits until this was shown, after all that earlier calls waited for. @returns what was shown before it */
  shows(text: string): Promise<string>;
}

/** Python's own terminal: of no size, unless it is given one. */
const TERMINAL = `import os, pty, sys
size = 'stty cols "$1" rows 50; shift; exec "$@"'
status = pty.spawn(['sh', '-c', size, 'sh', *sys.argv[1:]])
sys.exit(os.waitstatus_to_exitcode(status))`;

/** @param python false for a project in which MLflow was never installed */
export async function scratchProject({ python = true } = {}): Promise<ScratchProject> {
  const folder = await mkdtemp(join(tmpdir(), 'student-'));
  const state = join(folder, '.mlflow');
  await mkdir(state);
  await cp(join(ROOT, '.stubs'), join(folder, 'exercises'), { recursive: true });
  await cp(join(ROOT, 'data'), join(folder, 'data'), { recursive: true });
  for (const name of python ? ['python', 'python-science'] : []) {
    await symlink(join(ROOT, '.mlflow', name), join(state, name));
  }
  const base = inherited(['HOME', 'TMPDIR', 'NODE_V8_COVERAGE', 'PATH']);

  function spawnIn(
    program: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
  ) {
    const child = spawn(program, args, {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...base,
        PATH: `${dirname(process.execPath)}${delimiter}${base['PATH'] ?? ''}`,
        LANG: 'en_US.UTF-8',
        WORKSHOP_HOME: folder,
        WORKSHOP_MLFLOW: 'embedded',
        ...env,
      },
    });
    return { child, ended: endOf(child) };
  }

  const command = (words: readonly string[]) => [join(ROOT, 'bin', 'workshop.mjs'), ...words];
  const start: ScratchProject['start'] = (words, env = {}) => {
    const { child, ended } = spawnIn(process.execPath, command(words), env);
    child.stdin.end();
    return { child, ended };
  };
  const onTerminal: ScratchProject['onTerminal'] = (words, env = {}, columns = 200) => {
    const argv = ['-c', TERMINAL, String(columns), process.execPath, ...command(words)];
    const { child, ended } = spawnIn(join(ROOT, '.mlflow/python/bin/python'), argv, env);
    let shown = '';
    child.stdout.on('data', (chunk: Buffer) => (shown += chunk.toString('utf8')));
    return {
      ended,
      type: (keys) => child.stdin.write(keys),
      async [Symbol.asyncDispose]() {
        child.kill('SIGKILL');
        await ended;
      },
      async shows(text) {
        for (let waitedMs = 0; !shown.includes(text); waitedMs += 20) {
          if (waitedMs > 60_000) throw new Error(`not shown in 60 s: ${text}\n${shown}`);
          await pause(20);
        }
        const at = shown.indexOf(text);
        const before = shown.slice(0, at);
        shown = shown.slice(at + text.length);
        return before;
      },
    };
  };
  const run: ScratchProject['run'] = async (words, env) => await start(words, env).ended;
  return {
    folder,
    run,
    start,
    onTerminal,
    read: async (path) => await readFile(join(folder, path), 'utf8'),
    async write(path, content) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      return file;
    },
    async appears(path) {
      for (let waitedMs = 0; !(await exists(join(folder, path))); waitedMs += 20) {
        if (waitedMs > 60_000) throw new Error(`${path} did not appear in 60 s`);
        await pause(20);
      }
    },
    async [Symbol.asyncDispose]() {
      await run(['mlflow', 'stop']);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The reference solution of an exercise. */
export async function solutionOf(name: string): Promise<string> {
  return await readFile(join(ROOT, 'solutions', `${name}.ts`), 'utf8');
}

/** The same in Python. */
export async function pythonSolutionOf(name: string): Promise<string> {
  return await readFile(join(ROOT, 'solutions/python', `${name.replaceAll('-', '_')}.py`), 'utf8');
}

/** The text with one part replaced; the part must be there. */
export function replaced(source: string, part: string, by: string): string {
  if (!source.includes(part)) throw new Error(`not in the source: ${part}`);
  return source.replace(part, () => by);
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

function inherited(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}
