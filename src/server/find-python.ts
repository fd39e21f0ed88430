import { PythonNotFoundError, VenvMissingError } from './errors.ts';
import { runCommand } from './run-command.ts';

/** A Python of this machine that can make the private environment. */
export interface SystemPython {
  /** Program and first arguments, e.g. `['python3']` or `['py', '-3']`. */
  readonly command: readonly [string, ...string[]];
  /** e.g. `3.11` */
  readonly version: string;
}

/** Versions that the locked requirements have wheels for. */
const OLDEST = 10;
const NEWEST = 14;

const CANDIDATES: readonly (readonly [string, ...string[]])[] = [
  ['python3'],
  ['python'],
  ['py', '-3'],
  ['python3.13'],
  ['python3.12'],
  ['python3.11'],
  ['python3.14'],
  ['python3.10'],
];

const PROBE = `import sys, importlib.util as u
print("%d.%d" % sys.version_info[:2], all(u.find_spec(m) for m in ("venv", "ensurepip")))`;

/**
 * Finds a Python from 3.10 to 3.14 that can make virtual environments.
 * @throws {PythonNotFoundError} none is on the PATH
 * @throws {VenvMissingError} those that are cannot make environments
 */
export async function findPython(env: Record<string, string | undefined>): Promise<SystemPython> {
  const tooOldOrNew: string[] = [];
  let withoutVenv: SystemPython | undefined;
  for (const command of CANDIDATES) {
    const said = await probe(command, env);
    if (said === undefined) continue;
    if (!isSupported(said.version)) tooOldOrNew.push(`${command.join(' ')} ${said.version}`);
    else if (said.hasVenv) return { command, version: said.version };
    else withoutVenv ??= { command, version: said.version };
  }
  if (withoutVenv === undefined) throw new PythonNotFoundError(tooOldOrNew);
  throw new VenvMissingError(withoutVenv.command.join(' '), withoutVenv.version);
}

/** Whether the lock file covers a Python of this `major.minor`. */
export function isSupported(version: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  return major === 3 && minor !== undefined && minor >= OLDEST && minor <= NEWEST;
}

async function probe(
  [program, ...args]: readonly [string, ...string[]],
  env: Record<string, string | undefined>,
): Promise<{ version: string; hasVenv: boolean } | undefined> {
  try {
    const { code, output } = await runCommand(program, [...args, '-c', PROBE], { env });
    const said = /^(\d+\.\d+) (True|False)/m.exec(output);
    if (code !== 0 || said?.[1] === undefined) return undefined;
    return { version: said[1], hasVenv: said[2] === 'True' };
  } catch {
    return undefined;
  }
}
