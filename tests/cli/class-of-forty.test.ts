import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import { parseSnapshot } from '../../src/judge/snapshot-schema.ts';
import { createMlflow } from '../../src/mlflow/index.ts';
import { bilingual } from '../../src/results/bilingual.ts';
import { parseResults } from '../../src/results/results-document.ts';
import type { ExerciseResult, Results, SubmissionResult } from '../../src/results/results.ts';
import { readServerState, uriOf } from '../../src/server/server-state.ts';
import { cleanClone, type CleanClone } from './clean-clone.ts';
import { asked, writeForty, type Expected } from './forty/class.ts';
import { whatStays, withoutIds } from './forty/same-results.ts';
import { listTree } from './list-tree.ts';
import type { Ended } from './scratch-project.ts';

const OUTS = ['out-1', 'out-2'] as const;

/**
 * The promise to an instructor, as a whole: forty submissions of every kind, one command in a clean clone,
 * twice.
 */
describe('a class of forty, graded twice from a clean clone', { timeout: 300_000 }, () => {
  let clone: CleanClone;
  let handedIn: string;
  let expected: readonly Expected[];
  let before: Readonly<Record<string, string>>;
  const ended: Ended[] = [];
  const results: Results[] = [];
  const fileOf = (index: number, ...parts: string[]) =>
    join(clone.folder, OUTS[index] ?? '', ...parts);

  beforeAll(async () => {
    clone = await cleanClone();
    handedIn = join(clone.folder, 'class');
    await mkdir(handedIn);
    expected = await writeForty(handedIn);
    before = await outside(clone);
    const exercises = asked.map(({ name }) => name.slice(0, 2)).join();
    for (const index of OUTS.keys()) {
      const options = [
        `--exercises=${exercises}`,
        '--cpu=10',
        '--timeout=120',
        `--out=${fileOf(index)}`,
      ];
      ended.push(await clone.run(['grade', handedIn, ...options]));
      results.push(parseResults(await readFile(fileOf(index, 'results.json'), 'utf8')));
    }
  }, 900_000);

  afterAll(async () => {
    for (const index of OUTS.keys()) await clone.run(['mlflow', 'stop', `--of=${fileOf(index)}`]);
    await clone[Symbol.asyncDispose]();
  });

  test('every submission has a verdict, and the command says so', () => {
    expect(expected.length).toBeGreaterThanOrEqual(40);
    const count = expected.length;
    for (const { status, stdout, stderr } of ended) {
      expect(status, stderr).toBe(0);
      expect(stdout).toContain(`${count} of ${count} submissions have a verdict.`);
      expect(stderr.trim().split('\n')).toHaveLength(count + 1);
      // What is printed moves no cursor, whatever the submissions print and are called.
      expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  test('each student has exactly the mark and the failed checks that the answers are known for', () => {
    const names = results.map(({ submissions }) => submissions.map(({ name }) => name).toSorted());
    expect(names[0]).toEqual(expected.map(({ name }) => name).toSorted());
    for (const { submissions } of results) {
      for (const { name, exercises } of expected) {
        const found = submissions.find((submission) => submission.name === name);
        expect(found && marked(found, exercises), name).toEqual({
          points: pointsOf(exercises),
          exercises: asked.map((grader) => exercises[grader.name] ?? 'missing'),
        });
      }
    }
  });

  test('both gradings end with the same results', async () => {
    const [first, second] = results.map(whatStays);
    expect(second).toEqual(first);
    const texts = ['grades.csv', 'canvas.csv', 'summary.md'].map((name) => join('exports', name));
    for (const name of texts) {
      const [one, two] = await Promise.all(
        [0, 1].map(async (index) => withoutIds(await readFile(fileOf(index, name), 'utf8'))),
      );
      expect(two, name).toBe(one);
    }
    expect(withoutIds(ended[1]?.stdout ?? '')).toBe(withoutIds(ended[0]?.stdout ?? '1'));
  });

  test('each mark is what judging its snapshot again gives, and its program is the one handed in', async () => {
    for (const [index, { submissions }] of results.entries()) {
      for (const { id, name, exercises } of submissions) {
        for (const exercise of exercises) {
          if (exercise.file !== null) {
            const program = await readFile(fileOf(index, exercise.file.path));
            expect(sha256(program), `${id} ${exercise.exercise}`).toBe(exercise.file.sha256);
            expect(exercise.file.source.startsWith(name)).toBe(true);
          }
          if (exercise.checks.length === 0) {
            expect([exercise.points, exercise.snapshot]).toEqual([0, null]);
            continue;
          }
          const kept = await readFile(fileOf(index, exercise.snapshot ?? ''), 'utf8');
          expect(judgedAgain(kept, exercise.exercise), `${id} ${exercise.exercise}`).toEqual(
            verdictOf(exercise),
          );
        }
        await readFile(fileOf(index, 'report', 'en', 'submissions', `${id}.html`));
      }
    }
  });

  test('every run that a mark was made from is in that student’s MLflow', async () => {
    const [first] = results;
    const state = await readServerState(fileOf(0, 'mlflow'));
    if (first === undefined || state === undefined) throw new Error('no MLflow');
    let seen = 0;
    for (const { workspace, exercises } of first.submissions) {
      for (const { snapshot, url } of exercises) {
        if (workspace === null || snapshot === null) continue;
        const mlflow = createMlflow({ trackingUri: uriOf(state), workspace, userName: 'test' });
        const { runs } = parseSnapshot(await readFile(fileOf(0, snapshot), 'utf8'));
        for (const { id, name } of runs) {
          expect((await mlflow.client.getRun(id)).info.runName).toBe(name);
          seen += 1;
        }
        if (url !== null) expect(url).toContain(uriOf(state));
      }
    }
    expect(seen).toBeGreaterThan(20);
  });

  test('what a formula could be is none in the exports, and markup is text in the report', async () => {
    const csv = await readFile(fileOf(0, 'exports', 'grades.csv'), 'utf8');
    expect(csv).toContain(",'=cmd|calc!A0,");
    expect(csv.replace('\ufeff', '')).not.toMatch(/(^|[,"\n])[=+@-]/m);
    const page = await readFile(
      fileOf(0, 'report', 'en', 'submissions', 'b-nasty-names.html'),
      'utf8',
    );
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toMatch(/<img src=x|<script/);
    expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test('nothing outside the out folders changed', async () => {
    for (const index of OUTS.keys()) await clone.run(['mlflow', 'stop', `--of=${fileOf(index)}`]);
    expect(await outside(clone)).toEqual(before);
  });
});

/** The project, the class, the home folder and the folder for temporary files. */
async function outside({ folder }: CleanClone): Promise<Record<string, string>> {
  return await listTree(folder, OUTS);
}

/** A submission's marks in the form of what is expected. */
function marked({ points, outcome, exercises }: SubmissionResult, wanted: Expected['exercises']) {
  return {
    points,
    exercises: exercises.map(({ exercise, outcome: became, points: given, checks }) => {
      if (outcome !== 'graded') return outcome;
      // Where no check is expected, only what became of it is; its points are in the sum.
      if (typeof (wanted[exercise] ?? 'missing') === 'string') return became;
      const outcomes = checks.map(({ id, outcome: of }) => [id, of] as const);
      return { points: given, checks: Object.fromEntries(outcomes) };
    }),
  };
}

function pointsOf(exercises: Expected['exercises']): number {
  return Object.values(exercises)
    .map((mark) => (typeof mark === 'string' ? 0 : mark.points))
    .reduce((sum, points) => sum + points, 0);
}

function judgedAgain(snapshot: string, exercise: string) {
  const grader = asked.find(({ name }) => name === exercise);
  if (grader === undefined) throw new Error(`no grader ${exercise}`);
  const { outcome, points, passed, checks } = judge(grader, parseSnapshot(snapshot));
  return {
    outcome,
    points,
    passed,
    checks: checks.map(({ id, outcome: of, points: worth, failure }) => ({
      id,
      outcome: of,
      points: worth,
      message: failure === null ? null : bilingual(failure.message),
    })),
  };
}

function verdictOf({ outcome, points, passed, checks }: ExerciseResult) {
  return {
    outcome,
    points,
    passed,
    checks: checks.map(({ id, outcome: of, points: worth, message }) => ({
      id,
      outcome: of,
      points: worth,
      message,
    })),
  };
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
