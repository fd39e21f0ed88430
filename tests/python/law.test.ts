import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graders } from '../../graders/index.ts';
import { isUntouched } from '../../src/bulk/stubs.ts';
import { readStubs } from '../../src/cli/read-stubs.ts';
import { explain, failedChecks, openClassSetting, type ClassSetting } from './class-setting.ts';
import { CASES, ENDINGS } from './law-cases.ts';
import { notebook } from './run-python.ts';

const read = async (path: string) =>
  await readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const numberOf = (name: string) => name.slice(0, 2);

let setting: ClassSetting;
beforeAll(async () => {
  setting = await openClassSetting();
}, 120_000);
afterAll(async () => await setting[Symbol.asyncDispose]());

describe.concurrent('the exercises in Python', async () => {
  const stubs = await readStubs(graders);
  const pairs = graders.flatMap(({ name }) =>
    (['solution', 'stub'] as const).map((answer) => ({ name, answer })),
  );

  test.for(pairs)('$name: the $answer', async ({ name, answer }) => {
    const file = `${name.replaceAll('-', '_')}.py` as const;
    const exercise = numberOf(name);
    const source = await read(
      `${answer === 'stub' ? '.stubs/python' : 'solutions/python'}/${file}`,
    );
    const [graded] = (await setting.grade({ name: file, source, exercises: [exercise] })).values();
    if (graded === undefined) throw new Error('nothing was graded');
    // A stub runs to its end: only what it asks for is not there.
    expect(graded.verdict, explain(graded)).toMatchObject({
      outcome: 'graded',
      broken: false,
      passed: answer === 'solution',
    });
    expect(isUntouched(name, 'python', source, stubs)).toBe(answer === 'stub');
  });

  test('the solved notebook passes all in one run, and the one handed out is to do', async () => {
    const source = await read('solutions/python/workshop.ipynb');
    const exercises = graders.map(({ name }) => numberOf(name));
    const graded = await setting.grade({ name: 'workshop.ipynb', source, exercises });
    for (const one of graded.values()) {
      expect(failedChecks(one), explain(one)).toEqual([]);
      expect(one.verdict).toMatchObject({ outcome: 'graded', passed: true });
    }
    for (const { name } of graders) {
      expect(isUntouched(name, 'notebook', stubs.notebook, stubs), name).toBe(true);
      expect(isUntouched(name, 'notebook', source, stubs), name).toBe(false);
    }
  });
});

describe.concurrent('a program in Python', () => {
  test.for(CASES)('$program', async ({ program, fails }) => {
    const source = await prepared(program);
    const graded = await setting.grade({ source, exercises: Object.keys(fails) });
    for (const [exercise, expected] of Object.entries(fails)) {
      const one = graded.get(exercise);
      if (one === undefined) throw new Error('nothing was graded');
      expect({ exercise, failed: failedChecks(one) }, explain(one)).toEqual({
        exercise,
        failed: expected,
      });
      expect(one.verdict).toMatchObject({ outcome: 'graded', passed: expected.length === 0 });
    }
  });

  test('the workshop guide’s own code, cell by cell', async () => {
    const cells = (await read('tests/python/fixtures/seed.py')).split(/^# %%\n/m);
    const exercises = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'];
    const graded = await setting.grade({ name: 'seed.ipynb', source: notebook(cells), exercises });
    for (const [exercise, one] of graded) {
      expect({ exercise, failed: failedChecks(one) }, explain(one)).toEqual({
        exercise,
        failed: [],
      });
    }
  });

  test.for(ENDINGS)('ends by $ending, and keeps what it logged', async ({ code, run, verdict }) => {
    const source = await prepared('endings');
    const graded = await setting.grade({
      source: source.replace('pass  # the ending', () => code),
      exercises: ['01', '02'],
      limits: { memoryMb: 1024 },
      ...(run === 'timed-out' && { timeoutMs: 8000 }),
    });
    const [first, second] = graded.values();
    if (first === undefined || second === undefined) throw new Error('nothing was graded');
    expect(first.snapshot.execution.outcome, explain(first)).toBe(run);
    expect(first.verdict).toMatchObject({ outcome: 'graded', passed: true });
    expect(second.verdict).toMatchObject({ outcome: verdict, passed: false });
    expect(failedChecks(second)).toEqual(['run']);
  });
});

/** A program below fixtures/, with what all of them begin with. */
async function prepared(program: string): Promise<string> {
  const parts = ['preparation', program].map(
    async (name) => await read(`tests/python/fixtures/${name}.py`),
  );
  return (await Promise.all(parts)).join('\n\n');
}
