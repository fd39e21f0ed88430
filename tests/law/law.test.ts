import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { graders } from '../../graders/index.ts';
import { wrongAnswers } from '../../graders/wrong-answers/index.ts';
import { grade, type Setting } from '../../src/grade.ts';
import { casesOf, type LawCase } from '../../src/law/cases.ts';
import { startChild } from '../../src/run/run-submission.ts';
import { loadWorkshopData } from '../../src/workshop/index.ts';
import { createWorkspace, deleteWorkspace } from '../../src/server/workspaces.ts';

const root = new URL('../../', import.meta.url);
const folders = {
  stubs: new URL('.stubs/', root),
  solutions: new URL('solutions/', root),
};
const csvUrl = new URL('data/customer_data.csv', root);
const data = loadWorkshopData(await readFile(csvUrl, 'utf8'));
const server = inject('lawServer');

const bench: Omit<Setting, 'workspace'> = {
  trackingUri: server.uri,
  data: async () => data,
  userName: 'student',
  env: submissionEnv(),
  startChild: () => startChild({ memoryMb: 2048, csv: csvUrl.pathname, env: submissionEnv() }),
  python: async () => server.python,
};

describe.for(graders)('$name', async (grader) => {
  const cases = await casesOf(grader, wrongAnswers[grader.name] ?? [], folders);
  test.concurrent.for(cases)('$answer', { timeout: 180_000 }, async (law, { task }) => {
    const { verdict } = await gradeInItsOwnMlflow(law);
    task.meta.law = {
      exercise: law.exercise,
      answer: law.answer,
      outcome: verdict.outcome,
      checks: verdict.checks.map(({ id, outcome }) => ({ id, outcome })),
    };
    expect(verdict.checks.filter(({ outcome }) => outcome === 'broken')).toEqual([]);
    const failed = verdict.checks.filter(({ outcome }) => outcome === 'failed');
    const explained = failed.map(({ id, failure }) => ({ id, failure }));
    if (law.fails === null) expect(verdict.passed).toBe(false);
    else
      expect(
        failed.map(({ id }) => id),
        JSON.stringify(explained),
      ).toEqual(law.fails);
    if (law.answer === 'solution')
      expect(verdict).toMatchObject({ outcome: 'graded', passed: true });
  });

  test('the stub has a TODO and every hint is written in both languages', async () => {
    const stub = await readFile(new URL(`${grader.name}.ts`, folders.stubs), 'utf8');
    expect(stub).toContain('TODO');
    for (const { fr, en } of [grader.title, ...grader.hints]) {
      expect(fr.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
    }
  });
});

test('exercises, stubs, solutions, graders and wrong answers have the same names', async () => {
  const names = graders.map(({ name }) => `${name}.ts`);
  const list = async (folder: string, leave: string[] = []) =>
    (await readdir(new URL(folder, root)))
      .filter((f) => f.endsWith('.ts') && !leave.includes(f))
      .sort();
  expect(await list('.stubs/')).toEqual(names);
  expect(await list('exercises/')).toEqual(names);
  expect(await list('solutions/')).toEqual(names);
  expect(await list('graders/', ['index.ts'])).toEqual(names);
  expect(await list('graders/wrong-answers/', ['index.ts'])).toEqual(names);
});

async function gradeInItsOwnMlflow(law: LawCase) {
  const folder = await mkdtemp(join(tmpdir(), 'law-'));
  const file = join(folder, `${law.exercise}.ts`);
  const workspace = `law-${randomBytes(6).toString('hex')}`;
  await writeFile(file, law.source);
  await createWorkspace(server, workspace);
  try {
    const grader = graders.find(({ name }) => name === law.exercise);
    if (grader === undefined) throw new Error(`no grader ${law.exercise}`);
    return await grade(grader, file, { ...bench, workspace });
  } finally {
    await deleteWorkspace(server, workspace);
    await rm(folder, { recursive: true, force: true });
  }
}

function submissionEnv(): Record<string, string> {
  const names = ['PATH', 'HOME', 'TMPDIR', 'NODE_V8_COVERAGE'];
  return Object.fromEntries(
    names.flatMap((n) => (process.env[n] === undefined ? [] : [[n, process.env[n]]])),
  );
}
