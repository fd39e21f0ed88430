import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';

/** The committed file that Python reads too. */
export const csvFile = fileURLToPath(new URL('../../data/customer_data.csv', import.meta.url));

/**
 * Runs `tests/mlflow/python/<script>` and returns the JSON of the last line that it prints
 * (MLflow prints others).
 * @param input handed to its standard input as JSON
 * @throws Error when it exits with anything but 0; its words are on standard error
 */
export async function runPython<T = unknown>(
  python: string,
  script: string,
  args: string[],
  input: unknown = null,
): Promise<T> {
  const file = fileURLToPath(new URL(`python/${script}`, import.meta.url));
  const child = spawn(python, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  child.stdin.end(JSON.stringify(input));
  const printed = await text(child.stdout);
  const code = await exited;
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  const answer: T = JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '');
  return answer;
}
