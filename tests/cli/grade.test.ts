import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { classFolder, marksOf, quickAnswer, readResults, endClass } from './class-folder.ts';
import { replaced, scratchProject, type ScratchProject } from './scratch-project.ts';

let project: ScratchProject;

beforeEach(async () => {
  project = await scratchProject();
});
afterEach(async () => await endClass(project));

test('a mixed class is graded, and graded again without work, with the same marks', async () => {
  const stub = await project.read('exercises/01-first-run.ts');
  const handedIn = await classFolder(project, {
    'Marie Dupont/01-first-run.ts': quickAnswer(0.81),
    'Éric Noël/01-first-run.ts': replaced(quickAnswer(), 'n_estimators', 'n_estimator'),
    '=cmd/01-first-run.ts': quickAnswer(),
    'untouched/01-first-run.ts': stub,
    'empty/notes.txt': 'I did not manage',
    'broken.zip': 'PK no more',
    'exits/01-first-run.ts': 'export default () => process.exit(0);',
    'for ever/01-first-run.ts': 'export default () => { for (;;); };',
    'deep/01-first-run.ts': replaced(
      quickAnswer(),
      'await mlflow.logParams',
      "await mlflow.logText('['.repeat(400_000) + ']'.repeat(400_000), 'deep.json');\n    await mlflow.logParams",
    ),
    'curious/01-first-run.ts': `
import { readFileSync, readdirSync } from 'node:fs';
export default () => [readdirSync('/'), readFileSync('/workshop/graders/01-first-run.ts', 'utf8')];
`,
  });
  const words = ['grade', handedIn, '--exercises=01', '--out=out', '--timeout=5'];
  const first = await project.run(words);
  expect(first.status, first.stderr).toBe(0);
  expect(first.stdout).toContain('10 of 10 submissions have a verdict');
  const results = await readResults(project);
  const marks = marksOf(results);
  const byName = new Map(marks.map((one) => [one.name, one]));
  const full = results.exercises[0]?.maxPoints;
  expect(byName.get('Marie Dupont')?.points).toBe(full);
  expect(byName.get('=cmd')?.points).toBe(full);
  expect(byName.get('deep')?.points).toBe(full);
  const marie = results.submissions.find(({ name }) => name === 'Marie Dupont');
  // A Node that has loaded the workshop.
  expect(marie?.exercises[0]?.memoryBytes).toBeGreaterThan(30e6);
  expect(byName.get('Éric Noël')?.exercises[0]?.checks).toContainEqual({
    id: 'param-n-estimators',
    outcome: 'failed',
    message: {
      fr: 'Paramètre n_estimators absent : vous avez loggé « n_estimator ».',
      en: 'Parameter n_estimators missing: you logged "n_estimator".',
    },
  });
  const endings = ['untouched', 'exits', 'for ever', 'curious'].map((name) => [
    name,
    byName.get(name)?.exercises[0]?.outcome,
    byName.get(name)?.points,
  ]);
  expect(endings).toEqual([
    ['untouched', 'to-do', 0],
    ['exits', 'crashed', 0],
    ['for ever', 'timed-out', 0],
    ['curious', 'crashed', 0],
  ]);
  expect(byName.get('curious')?.exercises[0]?.trouble?.en).toContain('no such file');
  expect(byName.get('broken')).toMatchObject({ outcome: 'unreadable', points: 0 });
  expect(byName.get('empty')).toMatchObject({ outcome: 'unreadable', points: 0 });

  expect(first.stdout).toContain(join('out', 'report', 'index.html'));
  expect(await project.read('out/report/index.html')).toContain('=cmd');
  const page = await project.read('out/report/fr/submissions/eric-noel.html');
  expect(page).toContain('vous avez loggé « n_estimator »');
  expect(page, 'its source').toContain('{ model_type: &#39;RandomForest&#39;, n_estimator: 100');
  expect(page, 'its timeline').toContain('/api/2.0/mlflow/runs/log-batch');
  expect(page, 'where it logged that').toMatch(
    /Ligne \d+ : n_estimator y est loggé comme paramètre/,
  );

  const second = await project.run(words);
  expect(second.status).toBe(0);
  expect(second.stdout).toContain('10 submissions were graded before and are kept');
  expect((await readResults(project)).submissions).toEqual(results.submissions);

  const again = await project.run([...words, '--regrade', '--only=eric,marie']);
  expect(again.stdout).toContain('0 gain, 0 lose, 2 unchanged.');
  expect(marksOf(await readResults(project))).toEqual(marks);
});

test('a changed submission is graded anew; a regrade lowers a mark only when it is allowed to', async () => {
  const file = 'Marie/01-first-run.ts';
  const handedIn = await classFolder(project, { [file]: 'export default () => 1;' });
  const words = ['grade', handedIn, '--exercises=01', '--out=out'];
  await project.run(words);
  const points = async () => (await readResults(project)).submissions[0]?.points;
  expect(await points()).toBe(0);
  await classFolder(project, { [file]: quickAnswer() });
  const second = await project.run(words);
  expect(second.stdout).toContain('Grading 1 submission');
  const full = await points();
  expect(full).toBeGreaterThan(0);

  // Graders that became stricter: here, a time in which nothing can be done.
  const slow = `${quickAnswer()}\nawait new Promise((resolve) => setTimeout(resolve, 1500));\n`;
  await classFolder(project, { [file]: slow });
  await project.run(words);
  expect(await points()).toBe(full);
  const stricter = [...words, '--timeout=1', '--regrade'];
  const kept = await project.run(stricter);
  expect(kept.stdout).toContain('0 gain, 1 lose, 0 unchanged.');
  expect(kept.stdout).toContain('No mark was lowered');
  expect(await points()).toBe(full);
  const lowered = await project.run([...stricter, '--allow-decrease']);
  expect(lowered.stdout).toContain(`Marie: ${full} → 0`);
  expect(await points()).toBe(0);
});

test.for([
  [['grade'], 'Name the folder or ZIP of submissions'],
  [['grade', 'nowhere'], 'nowhere: check the path'],
  [['grade', 'class', '--jobs=many'], '--jobs=many must be a whole number from 1 to 64'],
  [['grade', 'class', '--jobs'], '--jobs needs a value: --jobs=…'],
  [['grade', 'class', '--moodle='], '--moodle needs a value'],
  [['grade', 'class', '--moodle=missing.csv'], 'There is no missing.csv: check the path.'],
  [['grade', 'class', '--kept'], '--no-keep.'],
  [['grade', 'class', '--cpu=0.5'], '--cpu=0.5 must be a whole number from 1 to 86400'],
  [['grade', 'class', '--sandbox=jail'], '--sandbox=jail is unknown'],
  [['grade', 'class', '--exercises=07-gradient-bosting'], '07-gradient-boosting'],
  [['grade', 'class', '--only=Mario'], 'Did you mean "marie"?'],
  [['grade', 'data', '--exercises=01'], 'No submission in'],
  [['mlflow', '--of=class'], 'holds no MLflow of a class'],
] as const)('%s says what to do', async ([words, sentence]) => {
  await classFolder(project, { 'Marie/01-first-run.ts': quickAnswer() });
  const typed = words[0] === 'grade' ? [...words, '--out=out'] : words;
  const { status, stderr } = await project.run(typed);
  expect(stderr.trim().split('\n').at(-1)).toContain(sentence);
  expect(status).toBe(1);
});

test('whom Canvas hides is told to be missing in its grade book', async () => {
  const handedIn = await classFolder(project, {
    'anon_X7gT2_67890_01.ts': quickAnswer(),
    'dupontmarie_12345_67891_01.ts': quickAnswer(),
  });
  const { stdout } = await project.run(['grade', handedIn, '--exercises=01', '--out=out']);
  expect(stdout).toContain('Not in exports/canvas.csv, as Canvas hides who they are: anon X7gT2\n');
  const rows = (await project.read('out/exports/canvas.csv')).trim().split('\n').slice(2);
  expect(rows.map((row) => row.split(',')[0])).toEqual(['dupontmarie']);
});

test('two commands do not grade into one folder at once', async () => {
  const handedIn = await classFolder(project, {
    'Marie/01-first-run.ts': `${quickAnswer()}\nawait new Promise((resolve) => setTimeout(resolve, 15_000));`,
  });
  const words = ['grade', handedIn, '--exercises=01', '--out=out'];
  const first = project.start(words);
  await project.appears(join('out', 'mlflow', 'server.json'));
  const second = await project.run(words);
  expect(second.status).toBe(2);
  expect(second.stderr).toContain('Another command grades into');
  expect((await first.ended).status).toBe(0);
});
