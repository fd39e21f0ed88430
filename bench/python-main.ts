/**
 * `npm run bench:python`: grading notebooks against the other graders, and a script against its own run with nothing
 * graded. Words choose parts: peers, alone; numbers are how many notebooks and how many rounds, 20 and 3.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { project } from '../src/cli/project.ts';
import { arrangedModels } from '../src/python/arranged-models.ts';
import { ensureSubmissionPython } from '../src/python/install.ts';
import { findTrackingServer, stopServer } from '../src/server/index.ts';
import { median } from './comparison.ts';
import { openPeers, PEERS } from './peers.ts';
import { runGrade, type GradeRun } from './run-grade.ts';

const words = process.argv.slice(2);
const [count = 20, rounds = 3] = words.map(Number).filter((number) => number > 0);
const parts = words.filter((word) => Number.isNaN(Number(word)));
const wanted = (part: string) => parts.length === 0 || parts.includes(part);
const scratch = await mkdtemp(join(tmpdir(), 'python-bench-'));
const env = { ...process.env, WORKSHOP_MLFLOW: 'embedded', MLFLOW_TRACKING_URI: '' };
const python = await ensureSubmissionPython({ stateFolder: project.state, env });
await arrangedModels(python, project.csv);
const peers = await openPeers(join(project.state, 'peers'));
let missed = 0;

try {
  if (wanted('alone')) await alone();
  if (wanted('peers')) await againstPeers();
} finally {
  await rm(scratch, { recursive: true, force: true });
}
process.exitCode = missed === 0 ? 0 : 1;

/** Notebooks two at a time with all isolation, against Otter and nbgrader two at a time with none. */
async function againstPeers(): Promise<void> {
  const folder = await classOf('peers', 'ipynb', count);
  const perMinute = new Map<string, number[]>();
  const note = (who: string, value: number) =>
    perMinute.set(who, [...(perMinute.get(who) ?? []), value]);
  for (let round = 0; round < rounds; round += 1) {
    const ours = await graded(folder, `peers-out-${round}`);
    refuseWrong(ours.results.submissions);
    note('ours', (count * 60_000) / ours.ms);
    for (const name of PEERS) {
      const { ms, right } = await peers.grade(name, count);
      note(name, (count * 60_000) / ms);
      console.log(`  ${name}: ${count - right} of ${count} correct ones marked wrong`);
    }
  }
  const ours = median(perMinute.get('ours') ?? []);
  console.log(`  ours: 0 of ${count} correct ones marked wrong`);
  for (const name of PEERS) {
    const theirs = median(perMinute.get(name) ?? []);
    const detail = `${ours.toFixed(1)} a minute against ${theirs.toFixed(1)}`;
    print(`${count} notebooks, two at a time: times those of ${name}`, ours / theirs, 6, detail);
  }
}

/** One script in the middle of a class, against the same script alone on a warm server. */
async function alone(): Promise<void> {
  const scripts = 5;
  const folder = await classOf('alone', 'py', scripts);
  const server = await serverIn(join(scratch, 'alone-mlflow'));
  const times = { graded: [] as number[], alone: [] as number[], command: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const { results, ms } = await graded(folder, `alone-out-${round}`, ['--jobs=1']);
    refuseWrong(results.submissions);
    const ends = results.submissions
      .map(({ gradedAt }) => Date.parse(gradedAt))
      .toSorted((a, b) => a - b);
    const [first = 0] = ends;
    times.graded.push(((ends.at(-1) ?? 0) - first) / (scripts - 1));
    times.command.push(ms / scripts);
    const started = performance.now();
    await runScript(join(folder, 's01.py'), server.uri);
    times.alone.push(performance.now() - started);
  }
  await server.stop();
  const [ours, theirs] = [median(times.graded), median(times.alone)];
  const detail = `${seconds(ours)} against ${seconds(theirs)}`;
  print('one submission, against its script alone', ours / theirs, 0.6, detail, 'at most');
  const whole = median(times.command);
  console.log(
    `  · the whole command for ${scripts} of them, each: ${(whole / theirs).toFixed(2)} (${seconds(whole)})`,
  );
}

/** The peers' own right answers. */
async function classOf(name: string, ending: 'ipynb' | 'py', size: number): Promise<string> {
  const folder = join(scratch, name);
  await mkdir(folder);
  for (let index = 1; index <= size; index += 1) {
    const file = `s${String(index).padStart(2, '0')}.${ending}`;
    await copyFile(join(peers.submissions, file), join(folder, file));
  }
  return folder;
}

/** On an MLflow that is warm, as the peers' is. */
async function graded(folder: string, name: string, more: string[] = []): Promise<GradeRun> {
  const out = join(scratch, name);
  await serverIn(join(out, 'mlflow'));
  try {
    return await runGrade(folder, out, more);
  } finally {
    await stopServer(join(out, 'mlflow'));
  }
}

async function runScript(file: string, trackingUri: string): Promise<void> {
  const child = spawn(python, [file], {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...env, MLFLOW_TRACKING_URI: trackingUri, WORKSHOP_DATA: project.csv },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${file} ended with ${String(code)}`);
}

function refuseWrong(submissions: GradeRun['results']['submissions']): void {
  const wrong = submissions.filter(({ points, maxPoints }) => points !== maxPoints);
  if (wrong.length === 0) return;
  throw new Error(`correct and marked wrong: ${wrong.map(({ id }) => id).join(', ')}`);
}

async function serverIn(stateFolder: string) {
  return await findTrackingServer({ stateFolder, pythonFolder: project.python, env });
}

function print(
  name: string,
  value: number,
  bar: number,
  detail: string,
  side: 'at least' | 'at most' = 'at least',
): void {
  const kept = side === 'at least' ? value >= bar : value <= bar;
  if (!kept) missed += 1;
  console.log(`${kept ? '✓' : '✗'} ${name}: ${value.toFixed(2)} (bar: ${side} ${bar}; ${detail})`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
