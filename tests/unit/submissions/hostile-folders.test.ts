import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { message } from '../../../src/messages/sentence.ts';
import {
  CODE,
  SEVEN,
  english,
  folderWith,
  newFolder,
  only,
  problem,
  read,
  reasons,
  students,
  zipOf,
} from './make-class.ts';

const EXERCISE = '07-gradient-boosting';

test('links are not followed: to a file, to a folder, to nothing, to oneself', async () => {
  const secret = folderWith({ [SEVEN]: 'secret', 'tp/09-best-model.ts': 'secret' });
  const folder = folderWith({ [`paul/${SEVEN}`]: CODE, 'marie/notes.txt': '' });
  symlinkSync(join(secret, SEVEN), join(folder, 'marie', SEVEN));
  symlinkSync(join(secret, 'tp'), join(folder, 'marie', 'tp'));
  symlinkSync('/nowhere', join(folder, 'marie', '08-tags-and-confusion-matrix.ts'));
  symlinkSync('.', join(folder, 'marie', 'loop'));
  symlinkSync(secret, join(folder, 'zoe'));
  const { submissions } = await read(folder);
  expect(submissions.map(({ id, files }) => [id, Object.keys(files)])).toEqual([
    ['marie', []],
    ['paul', [EXERCISE]],
    ['zoe', []],
  ]);
  expect(submissions.map((submission) => submission.problem && problem(submission))).toEqual([
    '"marie/07-gradient-boosting.ts" is a link: links are not followed.',
    null,
    '"zoe" is a link: links are not followed.',
  ]);
});

test('a hard link is refused', async () => {
  const secret = folderWith({ 'secret.txt': 'secret' });
  const folder = folderWith({ [`paul/${SEVEN}`]: CODE, 'marie/a.txt': '' });
  linkSync(join(secret, 'secret.txt'), join(folder, 'marie', SEVEN));
  const { submissions } = await read(folder);
  expect(submissions.map(({ files }) => Object.keys(files))).toEqual([[], [EXERCISE]]);
  expect(submissions[0]?.problem?.key).toBe('submission.hard-link');
});

test('a pipe and a device do not hold anything up', async () => {
  const folder = folderWith({ [`paul/${SEVEN}`]: CODE, 'marie/a.txt': '' });
  execFileSync('mkfifo', [join(folder, 'marie', SEVEN), join(folder, 'pipe')]);
  const { submissions, ignored } = await read(folder);
  expect(submissions.map((submission) => submission.problem && problem(submission))).toEqual([
    '"marie/07-gradient-boosting.ts" is neither a file nor a folder.',
    null,
  ]);
  expect(ignored.map(({ why }) => english(why))).toEqual([
    '"pipe" is neither a file nor a folder.',
  ]);
});

test.for([
  ['of 0 bytes', Buffer.alloc(0), 'is empty'],
  ['of 50 MB', Buffer.alloc(50_000_000, 'x'), 'is larger than 1024 kB'],
  ['that is a PNG', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'its content is binary'],
  ['in UTF-16', Buffer.from('\ufeffexport default 1', 'utf16le'), 'saved as UTF-16'],
] as const)('a program %s', async ([, content, sentence]) => {
  const submission = await only(folderWith({ [`marie/${SEVEN}`]: content }));
  expect(submission.files).toEqual({});
  expect(problem(submission)).toContain(sentence);
});

test('an unusable file gives way to the next, and the one that counts is named', async () => {
  const submission = await only(
    folderWith({ [`marie/${SEVEN}`]: '', 'marie/07.ts': CODE, 'marie/old/07.ts': 'old' }),
  );
  expect(submission.files[EXERCISE]?.source).toBe('marie/07.ts');
  expect(reasons(submission)).toEqual([
    '"marie/07-gradient-boosting.ts" is empty.',
    '"marie/old/07.ts" is not used: for 07-gradient-boosting, "marie/07.ts" counts.',
  ]);
});

test('of several files the order is: name, folder exercises, fewer folders, greater path', async () => {
  const best = async (...paths: string[]) => {
    const files = Object.fromEntries(paths.map((path) => [`marie/${path}`, CODE]));
    const { submissions } = await read(folderWith({ ...files, [`paul/${SEVEN}`]: CODE }));
    return submissions[0]?.files[EXERCISE]?.source.slice('marie/'.length);
  };
  expect(await best('07.ts', `deep/er/${SEVEN}`)).toBe(`deep/er/${SEVEN}`);
  expect(await best(`a/${SEVEN}`, `a/exercises/${SEVEN}`)).toBe(`a/exercises/${SEVEN}`);
  expect(await best(`a/b/${SEVEN}`, `z/${SEVEN}`)).toBe(`z/${SEVEN}`);
  expect(await best(`v2/${SEVEN}`, `v10/${SEVEN}`)).toBe(`v10/${SEVEN}`);
});

test('a folder and the ZIP that it was unpacked from are one student', async () => {
  const folder = folderWith({
    'marie.zip': await zipOf({ [SEVEN]: 'zipped', '09-best-model.ts': CODE }),
    [`marie/${SEVEN}`]: CODE,
    [`paul/${SEVEN}`]: CODE,
  });
  expect(await students(folder)).toEqual([
    ['marie', 'marie', '07-gradient-boosting 09-best-model'],
    ['paul', 'paul', '07-gradient-boosting'],
  ]);
});

test('names that no folder may have become ids that every folder may have', async () => {
  const names = [
    '=cmd|calc!A0',
    'con',
    'Zoe\u0301 LE\u00a0GALL',
    '学生',
    '🎓',
    'evil\u202egpj',
    'line\nbreak\u0007',
    'trailing...',
    'x'.repeat(250),
    '-rf',
    'ŒUVRE',
    "O'Brien; rm -rf ~",
  ];
  const folder = folderWith(Object.fromEntries(names.map((name) => [`${name}/${SEVEN}`, CODE])));
  const { submissions } = await read(folder);
  expect(submissions.map(({ name }) => name).sort()).toEqual([...names].sort());
  for (const { id, problem: why } of submissions) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(id.length).toBeLessThan(60);
    expect(why).toBeNull();
  }
  const ids = submissions.map(({ id }) => id.replace(/[0-9a-f]{8}$/, '#')).sort();
  expect(ids).toEqual([
    '#',
    '#',
    'cmd-calc-a0',
    'con-#',
    'evil-gpj',
    'line-break',
    'o-brien-rm-rf',
    'oeuvre',
    'rf',
    'trailing',
    `${'x'.repeat(48)}-#`,
    'zoe-le-gall',
  ]);
  const again = await read(folder);
  expect(again.submissions.map(({ id }) => id)).toEqual(submissions.map(({ id }) => id));
});

test('two students with one name stay two', async () => {
  const moodle = folderWith({
    [`Marie Dupont_1_assignsubmission_file/${SEVEN}`]: 'one',
    [`Marie Dupont_2_assignsubmission_file/${SEVEN}`]: 'two',
  });
  expect((await students(moodle)).map(([id]) => id)).toEqual(['marie-dupont-1', 'marie-dupont-2']);
  const plain = folderWith({ [`Marie Dupont/${SEVEN}`]: 'one', [`marie-dupont/${SEVEN}`]: 'two' });
  const { submissions } = await read(plain);
  expect(new Set(submissions.map(({ id }) => id)).size).toBe(2);
  expect(
    submissions.map(({ files }) => readFileSync(files[EXERCISE]?.path ?? '', 'utf8')).sort(),
  ).toEqual(['one', 'two']);
});

test('nobody can take the id of another', async () => {
  const twins = { [`Marie/${SEVEN}`]: CODE, [`marie/${SEVEN}`]: CODE };
  const taken = (await students(folderWith(twins)))[0]?.[0] ?? '';
  const ids = (await students(folderWith({ ...twins, [`${taken}/${SEVEN}`]: 'x' }))).map(
    ([id]) => id,
  );
  expect(ids).toContain(taken);
  expect(new Set(ids).size).toBe(3);
});

test('names that are not UTF-8, as an unpacked Windows ZIP leaves them', async () => {
  const folder = folderWith({ [`paul/${SEVEN}`]: CODE });
  const name = Buffer.concat([Buffer.from(`${folder}/ren`), Buffer.from([0x82])]);
  mkdirSync(name);
  writeFileSync(Buffer.concat([name, Buffer.from(`/${SEVEN}`)]), CODE);
  expect((await students(folder)).map(([, , files]) => files)).toEqual([EXERCISE, EXERCISE]);
});

test('sentences hold no control characters, no direction marks and no long names', async () => {
  const folder = folderWith({
    [`marie/a\u001b[2J\u202e\n{{file}}$t(report.passed)${'x'.repeat(150)}.bin`]: '',
  });
  expect(reasons(await only(folder))).toEqual([
    `"marie/a\\u{1b}[2J\\u{202e}\\u{a}{{file}}$t(report.passed)${'x'.repeat(6)}…${'x'.repeat(56)}.bin" is no exercise.`,
  ]);
});

test('a notebook is the file of the exercises that it holds and that have none of their own', async () => {
  const [seven, eight] = [EXERCISE, '09-best-model'];
  const submission = await only(
    folderWith({
      'marie/workshop.ipynb': JSON.stringify({ cells: [seven, eight] }),
      [`marie/${seven.replaceAll('-', '_')}.py`]: 'import mlflow',
      'marie/notes.py': 'print("nothing of the workshop")',
      'marie/empty.ipynb': '',
    }),
  );
  expect(submission.files).toMatchObject({
    [seven]: { kind: 'python', source: `marie/${seven.replaceAll('-', '_')}.py` },
    [eight]: { kind: 'notebook', source: 'marie/workshop.ipynb' },
  });
  expect(readdirSync(dirname(submission.files[seven]?.path ?? ''))).toHaveLength(2);
  expect(reasons(submission)).toEqual([
    '"marie/empty.ipynb" is empty.',
    '"marie/notes.py": it has nothing to do with the exercises that are graded.',
  ]);
});

test('a notebook may be larger than a script: it keeps its figures', async () => {
  const seven = EXERCISE;
  const text = `${seven}${'x'.repeat(2_000_000)}`;
  const both = { 'tp.py': text, 'tp.ipynb': text };
  const named = Object.entries(both).flatMap(([name, content]) =>
    ['marie', 'paul'].map((student) => [`${student}/${name}`, content]),
  );
  const { submissions } = await read(folderWith(Object.fromEntries(named)));
  expect(submissions).toHaveLength(2);
  for (const { name, files, ignored } of submissions) {
    expect(files).toMatchObject({ [seven]: { kind: 'notebook' } });
    expect(ignored.map(({ path }) => path)).toEqual([`${name}/tp.py`]);
  }
});

test('an empty folder and a folder of other files are submissions with a problem', async () => {
  const folder = folderWith({ 'paul/rapport.pdf': '%PDF', [`zoe/${SEVEN}`]: CODE });
  mkdirSync(join(folder, 'marie'));
  const { submissions } = await read(folder);
  expect(submissions.map(({ problem: why }) => english(why ?? message('report.passed')))).toEqual([
    'Nothing was handed in: neither a file nor an archive.',
    'No exercise file; found: paul/rapport.pdf. Expected a name such as 07-gradient-boosting.ts.',
    'passed',
  ]);
});

test('the content hash follows what counts and nothing else', async () => {
  const hash = async (files: Record<string, string>) => (await only(folderWith(files))).contentHash;
  const first = await hash({ [`marie/${SEVEN}`]: CODE });
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(await hash({ [`marie/tp/${SEVEN}`]: CODE, 'marie/notes.md': 'x' })).toBe(first);
  expect(await hash({ [`marie/${SEVEN}`]: `${CODE} ` })).not.toBe(first);
  expect(await hash({ 'marie/09-best-model.ts': CODE })).not.toBe(first);
  expect(await hash({ [`marie/${SEVEN}`]: '' })).not.toBe(first);
});

test('reading again leaves nothing of the time before', async () => {
  const folder = folderWith({ [`marie/${SEVEN}`]: CODE, 'marie/09-best-model.ts': CODE });
  const scratch = join(folder, 'out', 'scratch');
  const options = { scratch, skip: [join(folder, 'out')] };
  expect(await students(folder, options)).toHaveLength(1);
  const second = folderWith({ [`marie/${SEVEN}`]: 'changed' });
  await read(second, { scratch });
  expect(readdirSync(join(scratch, 'marie'))).toEqual([SEVEN]);
  expect(await students(folder, options)).toHaveLength(1);
});

test('200 students with a node_modules each are read in seconds', async () => {
  const folder = newFolder();
  for (let at = 0; at < 200; at += 1) {
    mkdirSync(join(folder, `student ${at}`, 'node_modules', 'p'), { recursive: true });
    writeFileSync(join(folder, `student ${at}`, SEVEN), CODE);
    writeFileSync(join(folder, `student ${at}`, 'node_modules', 'p', SEVEN), CODE);
  }
  const started = performance.now();
  expect(await students(folder)).toHaveLength(200);
  expect(performance.now() - started).toBeLessThan(5000);
});

test('what is never read for its name, and could be somebody’s work, is told', async () => {
  const { submissions, ignored } = await read(
    folderWith({
      [`marie/${SEVEN}`]: CODE,
      [`paul/${SEVEN}`]: CODE,
      [`..%2f..%2fzoe/${SEVEN}`]: CODE,
      '.zoe.zip': await zipOf({ [SEVEN]: CODE }),
      '.git/HEAD': '',
      '._marie.zip': '',
      '.DS_Store': '',
    }),
  );
  expect(submissions.map(({ id }) => id)).toEqual(['marie', 'paul']);
  expect(ignored.map(({ why }) => english(why))).toEqual([
    '"..%2f..%2fzoe" is never read.',
    '".zoe.zip" is never read.',
  ]);
});
