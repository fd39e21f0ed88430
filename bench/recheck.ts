import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { runAlone } from './run-alone.ts';
import { compare, type Comparison } from './comparison.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const SOLUTION = `${root}solutions/07-gradient-boosting.ts`;

/**
 * The whole command `npm test` on exercise 07 with MLflow warm, against the same file run alone on that
 * server: same child process, nothing graded. Here `python` is the time of the file alone.
 */
export async function benchRecheck(trackingUri: string, repetitions = 5): Promise<Comparison> {
  const env = { ...process.env, MLFLOW_TRACKING_URI: trackingUri, WORKSHOP_MLFLOW: '' };
  const times = { graded: [] as number[], alone: [] as number[] };
  const graded = () => timed('npm', ['test', '--silent', '--', SOLUTION], env);
  const alone = async () => {
    const started = performance.now();
    await runAlone(SOLUTION, trackingUri);
    return performance.now() - started;
  };
  await graded();
  await alone();
  for (let round = 0; round < repetitions; round += 1) {
    times.graded.push(await graded());
    times.alone.push(await alone());
  }
  return compare('re-check of exercise 07, whole command', times.graded, times.alone);
}

async function timed(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const started = performance.now();
  const child = spawn(program, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}`);
  return performance.now() - started;
}
