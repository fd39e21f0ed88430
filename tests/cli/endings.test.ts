import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replaced, scratchProject, solutionOf, type ScratchProject } from './scratch-project.ts';

let project: ScratchProject;
let solution = '';

beforeAll(async () => {
  project = await scratchProject();
  solution = await solutionOf('07-gradient-boosting');
});
afterAll(async () => await project[Symbol.asyncDispose]());

/** Grades a text as exercise 07. */
async function gradeText(source: string, ...options: string[]) {
  await project.write('exercises/07-gradient-boosting.ts', source);
  return await project.run(['test', '07', ...options]);
}

const LOG_MODEL = `await mlflow.onnx.logModel(model, { name: 'model' });`;

test.for([
  [
    'a syntax error is named with its line',
    'export default async function () {\n  const x = ;\n}\n',
    'Your file has a syntax error, line 2: Expression expected',
  ],
  [
    'a syntax error that only JavaScript sees is named',
    'export default async function () {\n  const x = 1;\n  const x = 2;\n}\n',
    "Your file has a syntax error: Identifier 'x' has already been declared",
  ],
  [
    'an error is named with its line',
    `export default async function () {\n  help();\n}\nfunction help() {\n  throw new Error('oups');\n}\n`,
    'Your file threw an error, line 5: oups',
  ],
  [
    'an error at the top of the file is named with its line',
    `\nJSON.parse('{');\nexport default async function () {}\n`,
    "Your file threw an error, line 2: Expected property name or '}' in JSON at position 1 (line 1 column 2)",
  ],
  [
    'process.exit(0) is no way to pass',
    `export default async function () {\n  process.exit(0);\n}\n`,
    'Your file left the process (code 0) before it was done: remove process.exit().',
  ],
  [
    'process.exit(0) outside the function neither',
    `process.exit(0);\nexport default async function () {}\n`,
    'Your file left the process (code 0) before it was done: remove process.exit().',
  ],
  [
    'a missing default export is said',
    `export async function main() {}\n`,
    'Your file exports no default function: keep "export default async function …".',
  ],
  [
    'a promise that nothing settles is said',
    `export default async function () {\n  await new Promise(() => {});\n}\n`,
    'Your file waits for a promise that nothing ever settles: look at your await and new Promise.',
  ],
] as const)('%s', async ([, source, sentence]) => {
  const { status, stdout, stderr } = await gradeText(source);
  expect(stdout).toContain(`\n  ${sentence}`);
  expect(stdout).toContain('0 passed, 1 not yet, 0 to do — 0/17 points');
  // Nothing was reached: that the run is missing is no news, and no frame of ours is any help.
  expect(stdout).not.toContain('No run');
  expect(stdout).not.toContain('src/');
  expect(stderr.replace('Starting MLflow…\n', '')).toBe('');
  expect(status).toBe(1);
});

test('process.exit(0) after everything was logged is not a pass either', async () => {
  const { status, stdout } = await gradeText(
    replaced(solution, LOG_MODEL, `${LOG_MODEL}\n    process.exit(0);`),
  );
  expect(stdout).toContain('left the process (code 0)');
  expect(status).toBe(1);
});

test('an error after the run costs no point, and is all that is left to mend', async () => {
  const { status, stdout } = await gradeText(
    solution.replace(/\}\s*$/, "  throw new Error('too late');\n}\n"),
  );
  expect(stdout).toContain('✗ 07-gradient-boosting  Log a gradient boosting  17/17  not yet');
  expect(stdout).toMatch(
    /Your file threw an error, line \d+: too late\n {2}Everything asked for is in MLflow: the exercise is passed once the file runs to its end\.\n/,
  );
  expect(status).toBe(1);
});

test('an error inside the run is named with its line', async () => {
  const { status, stdout } = await gradeText(
    replaced(solution, LOG_MODEL, `throw new Error('trop tôt');`),
  );
  expect(stdout).toMatch(/Your file threw an error, line \d+: trop tôt/);
  expect(status).toBe(1);
});

test('an endless loop is stopped at the limit, and its process with it', async () => {
  const pidFile = join(project.folder, 'loop.pid');
  const { status, stdout } = await gradeText(
    `import { writeFileSync } from 'node:fs';
     export default async function () {
       writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));
       for (;;);
     }`,
    '--timeout=2',
  );
  expect(stdout).toContain('Stopped after 2 s: is there an endless loop?');
  expect(status).toBe(1);
  expect(isAlive(Number(readFileSync(pidFile, 'utf8')))).toBe(false);
});

test('an interrupted command takes an endless loop with it', async () => {
  const pidFile = 'interrupted.pid';
  await project.write(
    'exercises/07-gradient-boosting.ts',
    `import { writeFileSync } from 'node:fs';
     export default async function () {
       writeFileSync(${JSON.stringify(join(project.folder, pidFile))}, String(process.pid));
       for (;;);
     }`,
  );
  const { child, ended } = project.start(['test', '07']);
  await project.appears(pidFile);
  child.kill('SIGINT');
  expect((await ended).status).toBe(130);
  const pid = Number(await project.read(pidFile));
  for (let waitedMs = 0; isAlive(pid); waitedMs += 20) {
    if (waitedMs > 5000) throw new Error('the loop still runs');
    await pause(20);
  }
});

test('a forgotten await does not cut the run short', async () => {
  const { status, stdout } = await gradeText(
    replaced(solution, 'await mlflow.startRun', 'void mlflow.startRun'),
  );
  expect(stdout).toContain('17/17');
  expect(status).toBe(0);
});

test('a flood of output is cut', async () => {
  const { status, stdout } = await gradeText(
    `export default async function () {
       for (let i = 0; i < 100; i += 1) console.log('x'.repeat(1024 * 1024));
       throw new Error('after 100 MB');
     }`,
  );
  expect(stdout).toContain('Your file threw an error, line 3: after 100 MB');
  expect(stdout).toContain('Your file printed:');
  expect(stdout.length).toBeLessThan(2000);
  expect((await project.read('.mlflow/snapshots/07-gradient-boosting.json')).length).toBeLessThan(
    100_000,
  );
  expect(status).toBe(1);
});

test('control characters that a file prints or throws do nothing in the terminal', async () => {
  const { stdout } = await gradeText(
    `export default async function () {
       console.log('\\u001b[2Jgone');
       throw new Error('\\u001b[31mred');
     }`,
  );
  expect(stdout).not.toContain('\u001b');
  expect(stdout).toContain('\u{FFFD}[31mred');
});

test('a lone file is graded wherever it lies, by its name', async () => {
  await project.write('elsewhere/package.json', '{ "type": "commonjs" }');
  const file = await project.write('elsewhere/07-gradient-boosting.ts', solution);
  const { status, stdout } = await project.run(['test', file]);
  expect(stdout).toContain('17/17');
  expect(status).toBe(0);
});

test.for(['elsewhere/08-gone.ts', 'nowhere/07-gradient-boosting.ts'])(
  'a lone file that does not exist is not replaced by another: %s',
  async (file) => {
    expect(await project.run(['test', file])).toEqual({
      status: 1,
      stdout: '',
      stderr: `The file ${file} does not exist. Check the path, or give a number: npm test 07\n`,
    });
  },
);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
