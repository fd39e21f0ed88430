import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { userInfo } from 'node:os';
import { project } from '../src/cli/project.ts';
import { childArguments, HERE } from '../src/run/run-submission.ts';

const MEMORY_MB = 2048;

/**
 * Runs a TypeScript submission alone, with nothing graded: in Node as anyone starts it, or, when `prepared`,
 * with what our commands keep to start sooner (packed dependencies, compiled code).
 *
 * @throws when it fails
 */
export async function runAlone(file: string, trackingUri: string, prepared = false): Promise<void> {
  const { NODE_COMPILE_CACHE: compiled, ...env } = process.env;
  const child = spawn(
    process.execPath,
    prepared ? childArguments(MEMORY_MB, { ...HERE, csv: project.csv }) : [HERE.child, project.csv],
    {
      cwd: project.root,
      stdio: ['pipe', 'ignore', 'inherit', 'pipe'],
      env: prepared ? { ...env, NODE_COMPILE_CACHE: compiled } : env,
    },
  );
  const job = { file, trackingUri, userName: userInfo().username, nonce: '' };
  child.stdin?.end(JSON.stringify(job));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${file} ended with ${String(code)}`);
}
