import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { runAlone } from './run-alone.ts';
import { compare, type Comparison } from './comparison.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const SOLUTION = `${root}solutions/07-gradient-boosting.ts`;

/**
 * The whole command `npm test` on exercise 07 with MLflow warm, against the same file run alone on that
 * server, nothing graded: in plain Node, and as our commands start it. Here `python` is the time of the file
 * alone.
 */
export async function benchRecheck(trackingUri: string, repetitions = 5): Promise<Comparison[]> {
  const env = { ...process.env, MLFLOW_TRACKING_URI: trackingUri, WORKSHOP_MLFLOW: '' };
  const times = { graded: [] as number[], alone: [] as number[], prepared: [] as number[] };
  const graded = () => timed('npm', ['test', '--silent', '--', SOLUTION], env);
  const alone = async (prepared: boolean) => {
    const started = performance.now();
    await runAlone(SOLUTION, trackingUri, prepared);
    return performance.now() - started;
  };
  await graded();
  await alone(false);
  await alone(true);
  for (let round = 0; round < repetitions; round += 1) {
    times.graded.push(await graded());
    times.alone.push(await alone(false));
    times.prepared.push(await alone(true));
  }
  return [
    compare('re-check of exercise 07, whole command', times.graded, times.alone),
    compare(
      're-check of exercise 07, against the file alone as we start it',
      times.graded,
      times.prepared,
      true,
    ),
  ];
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
