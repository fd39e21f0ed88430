import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { json } from 'node:stream/consumers';

/** The committed file that Python reads too. */
export const csvFile = fileURLToPath(new URL('../../data/customer_data.csv', import.meta.url));

/**
 * Runs `tests/mlflow/python/<script>` and returns the JSON that it prints.
 * @param input handed to its standard input as JSON
 * @throws Error when it exits with anything but 0; its words are on standard error
 */
export async function runPython(
  python: string,
  script: string,
  args: string[],
  input: unknown = null,
): Promise<unknown> {
  const file = fileURLToPath(new URL(`python/${script}`, import.meta.url));
  const child = spawn(python, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  child.stdin.end(JSON.stringify(input));
  const answer = await json(child.stdout).catch(() => undefined);
  const code = await exited;
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return answer;
}
