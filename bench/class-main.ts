/**
 * `npm run bench:class`: grading a class against its bars. Words choose parts: speed, growth, gateway,
 * fairness.
 */
import { mkdtemp, rm, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrange } from '../src/arrange/arrange.ts';
import { project } from '../src/cli/project.ts';
import { createMlflow } from '../src/mlflow/index.ts';
import { findTrackingServer, stopServer } from '../src/server/index.ts';
import { loadWorkshopData } from '../src/workshop/index.ts';
import { readFile } from 'node:fs/promises';
import { benchGateway } from './gateway.ts';
import { writeClass } from './class-folder.ts';
import { median } from './comparison.ts';
import { runAlone } from './run-alone.ts';
import { runGrade } from './run-grade.ts';

const words = process.argv.slice(2);
const wanted = (part: string) => words.length === 0 || words.includes(part);
const scratch = await mkdtemp(join(tmpdir(), 'class-bench-'));
const env = { ...process.env, WORKSHOP_MLFLOW: 'embedded', MLFLOW_TRACKING_URI: '' };
let missed = 0;

try {
  if (wanted('speed')) await speed(40, 3);
  if (wanted('growth')) await growth(200);
  if (wanted('gateway')) await gateway();
  if (wanted('fairness')) await fairness();
} finally {
  await rm(scratch, { recursive: true, force: true });
}
process.exitCode = missed === 0 ? 0 : 1;

/** The class of 40 with all isolation, against the same files one after the other with no grading. */
async function speed(count: number, rounds: number): Promise<void> {
  const submissions = await writeClass(join(scratch, 'speed'), count);
  const server = await serverIn(join(scratch, 'alone'));
  await arrangeFor(server.uri);
  const times = { graded: [] as number[], alone: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const out = join(scratch, `speed-out-${round}`);
    await serverIn(join(out, 'mlflow'));
    const run = await runGrade(join(scratch, 'speed'), out);
    refuseWrong(run.results.submissions);
    times.graded.push(run.ms);
    await stopServer(join(out, 'mlflow'));
    const started = performance.now();
    for (const { file } of submissions) await runAlone(file, server.uri);
    times.alone.push(performance.now() - started);
  }
  await server.stop();
  const [graded, alone] = [median(times.graded), median(times.alone)];
  const detail = `${seconds(graded)} against ${seconds(alone)}`;
  print(`${count} submissions, against their files alone`, graded / alone, 0.75, detail);
}

/** Whether one more submission costs the same at the start and at the end of a large class. */
async function growth(count: number): Promise<void> {
  await writeClass(join(scratch, 'growth'), count);
  const out = join(scratch, 'growth-out');
  await serverIn(join(out, 'mlflow'));
  const { results, peakMb, ms } = await runGrade(join(scratch, 'growth'), out);
  await stopServer(join(out, 'mlflow'));
  refuseWrong(results.submissions);
  const ends = results.submissions
    .map(({ gradedAt }) => Date.parse(gradedAt))
    .toSorted((a, b) => a - b);
  const perSubmission = (from: number, to: number) =>
    ((ends[to - 1] ?? 0) - (ends[from] ?? 0)) / (to - 1 - from);
  // The first few wait for what is loaded once.
  const [early, late] = [perSubmission(5, 65), perSubmission(count - 61, count)];
  const detail = `${early.toFixed(0)} ms, then ${late.toFixed(0)} ms; all in ${seconds(ms)}`;
  print(
    `one more submission, the last 60 of ${count} against the first`,
    late / early,
    1.1,
    detail,
  );
  if (peakMb !== null) print(`memory of the grader at ${count}, in MB`, peakMb, 300, '');
  console.log(`  correct submissions marked wrong: 0 of ${count}`);
}

async function gateway(): Promise<void> {
  const server = await serverIn(join(scratch, 'gateway'));
  const { through, direct } = await benchGateway(server.uri);
  await server.stop();
  const detail = `${through.toFixed(2)} ms against ${direct.toFixed(2)} ms`;
  print('log-batch through the gateway, p50 more than direct, in ms', through - direct, 2, detail);
}

/** An empty submission after a correct one. */
async function fairness(): Promise<void> {
  const folder = join(scratch, 'fairness');
  await writeClass(folder, 3);
  await mkdir(join(folder, 'zz-empty'), { recursive: true });
  const empty = 'export default () => undefined;\n';
  await writeFile(join(folder, 'zz-empty', '07-gradient-boosting.ts'), empty);
  const { results } = await runGrade(folder, join(scratch, 'fairness-out'));
  await stopServer(join(scratch, 'fairness-out', 'mlflow'));
  const points = results.submissions.find(({ id }) => id === 'zz-empty')?.points ?? Number.NaN;
  print('points of an empty submission after correct ones', points, 0, '');
}

function refuseWrong(
  submissions: Awaited<ReturnType<typeof runGrade>>['results']['submissions'],
): void {
  const wrong = submissions.filter(({ exercises }) =>
    exercises.some(({ outcome, passed }) => outcome !== 'missing' && !passed),
  );
  if (wrong.length === 0) return;
  throw new Error(`correct and marked wrong: ${wrong.map(({ id }) => id).join(', ')}`);
}

async function serverIn(stateFolder: string) {
  return await findTrackingServer({ stateFolder, pythonFolder: project.python, env });
}

/** What the solution of 09 looks for, as the grader puts it there. */
async function arrangeFor(trackingUri: string): Promise<void> {
  const mlflow = createMlflow({ trackingUri, userName: 'bench' });
  await arrange(
    new Set(['competitor-models'] as const),
    mlflow,
    loadWorkshopData(await readFile(project.csv, 'utf8')),
    null,
  );
}

function print(name: string, value: number, bar: number, detail: string): void {
  const kept = value <= bar;
  if (!kept) missed += 1;
  const more = detail === '' ? '' : `; ${detail}`;
  console.log(`${kept ? '✓' : '✗'} ${name}: ${value.toFixed(2)} (bar ${bar}${more})`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
