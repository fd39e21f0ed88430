import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAlive } from '../../src/server/stop-process.ts';
import { classFolder, marksOf, quickAnswer, readResults, serverOf } from './class-folder.ts';
import { replaced, scratchProject, type ScratchProject } from './scratch-project.ts';

let project: ScratchProject;

beforeEach(async () => {
  project = await scratchProject();
});
afterEach(async () => {
  for (const out of ['out', 'undisturbed']) await project.run(['mlflow', 'stop', `--of=${out}`]);
  await project[Symbol.asyncDispose]();
});

const KILLS = 20;
const SUBMISSIONS = 30;

test('killed at twenty random instants, it ends as an undisturbed run does', async () => {
  const handedIn = await classFolder(project, mixedClass(SUBMISSIONS));
  const words = ['grade', handedIn, '--exercises=01', '--timeout=60'];
  expect((await project.run([...words, '--out=undisturbed'])).status).toBe(0);
  const expected = marksOf(await readResults(project, 'undisturbed'));

  const kept: string[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const { child, ended } = project.start([...words, '--out=out']);
    const timer = setTimeout(() => child.kill('SIGKILL'), randomInt(300, 4000));
    const { status, stdout } = await ended;
    clearTimeout(timer);
    kept.push(/(\d+) submissions? w/.exec(stdout)?.[1] ?? '0');
    if (status === 0) break;
  }
  const { status, stderr } = await project.run([...words, '--out=out']);
  expect(status, `${stderr} (kept before each start: ${kept.join(' ')})`).toBe(0);
  expect(marksOf(await readResults(project))).toEqual(expected);
}, 600_000);

test('an MLflow that is killed while it is needed costs a restart and no mark', async () => {
  const handedIn = await classFolder(project, mixedClass(8));
  const words = ['grade', handedIn, '--exercises=01', '--out=out'];
  const { child, ended } = project.start(words);
  let killed = 0;
  const stop = new AbortController();
  void once(child, 'exit').then(() => stop.abort());
  while (killed < 3 && !stop.signal.aborted) {
    const { pid, port } = await serverOf(project);
    // One that is still starting is not needed yet.
    const healthy = await fetch(`http://127.0.0.1:${port}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) {
      await pause(1500);
      // The state that was read may be the one before: then there is nobody to kill.
      if (isAlive(pid)) {
        process.kill(pid, 'SIGKILL');
        killed += 1;
      }
    }
    await pause(200);
  }
  const { status, stdout, stderr } = await ended;
  expect(killed).toBeGreaterThan(0);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('Trying again');
  const marks = marksOf(await readResults(project));
  expect(marks.map(({ points }) => points)).toEqual(marks.map((_, index) => [7, 6][index % 2]));
}, 300_000);

/** Right answers and ones with one mistake in turns. */
function mixedClass(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const right = quickAnswer(0.7 + index / 1000);
      const answer = index % 2 === 0 ? right : replaced(right, 'max_depth: 10', 'max_depth: 11');
      return [`student ${String(index).padStart(2, '0')}/01-first-run.ts`, answer];
    }),
  );
}
