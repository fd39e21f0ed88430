import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { project } from '../src/cli/project.ts';

/** Runs a TypeScript submission in the process it is made for, with nothing graded. @throws when it fails */
export async function runAlone(file: string, trackingUri: string): Promise<void> {
  const child = spawn(process.execPath, [join(project.root, 'src/run/child.ts')], {
    cwd: project.root,
    stdio: ['pipe', 'ignore', 'inherit', 'pipe'],
  });
  child.stdin?.end(
    JSON.stringify({
      file,
      trackingUri,
      csv: project.csv,
      userName: userInfo().username,
      nonce: '',
    }),
  );
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${file} ended with ${String(code)}`);
}
