import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graders } from '../../graders/index.ts';
import { isUntouched } from '../../src/bulk/stubs.ts';
import { readStubs } from '../../src/cli/read-stubs.ts';
import { explain, failedChecks, openClassSetting, type ClassSetting } from './class-setting.ts';

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
