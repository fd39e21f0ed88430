import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  CODE,
  SEVEN,
  folderWith,
  newFolder,
  only,
  problem,
  read,
  reasons,
  students,
  zipOf,
} from './make-class.ts';
import { rawZip, type RawEntry } from './raw-zip.ts';

const EXERCISE = '07-gradient-boosting';
const LINK = 0o120777;

/** A class of Marie, whose work is this ZIP, and Paul, who is honest. */
const classWith = (zip: Buffer) => folderWith({ 'marie.zip': zip, [`paul/${SEVEN}`]: CODE });

async function marie(zip: Buffer, options: Parameters<typeof read>[1] = {}) {
  const { submissions } = await read(classWith(zip), options);
  const [first, second] = submissions;
  expect(second).toMatchObject({ id: 'paul', problem: null });
  if (first?.id !== 'marie') throw new Error('Marie is missing');
  return first;
}

const everyFile = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();

test.for([
  ['../07-gradient-boosting.ts'],
  ['../../../../tmp/07-gradient-boosting.ts'],
  ['/tmp/07-gradient-boosting.ts'],
  ['C:/Users/07-gradient-boosting.ts'],
  ['c:07-gradient-boosting.ts'],
  ['..\\..\\07-gradient-boosting.ts'],
  ['tp/../../07-gradient-boosting.ts'],
  ['07-gradient-boosting.ts\0.png'],
] as const)('an entry called %j is not extracted', async ([name]) => {
  const submission = await marie(rawZip([{ name, content: CODE }]));
  expect(submission.files).toEqual({});
  expect(problem(submission)).toContain('names a place outside of its archive');
});

test('an entry outside is passed over and the honest ones count', async () => {
  const outer = newFolder();
  const scratch = join(outer, 'a', 'scratch');
  const entries = [
    { name: `../../${SEVEN}`, content: 'evil' },
    { name: SEVEN, content: CODE },
  ];
  const submission = await marie(rawZip(entries), { scratch });
  expect(submission.files[EXERCISE]?.path).toBe(join(scratch, 'marie', SEVEN));
  expect(everyFile(outer)).toEqual([join(scratch, 'marie', SEVEN), join(scratch, 'paul', SEVEN)]);
});

test('a class ZIP with an entry outside is read without it', async () => {
  const zip = rawZip([
    { name: '../../evil.ts', content: 'evil' },
    { name: `marie/${SEVEN}`, content: CODE },
    { name: `paul/${SEVEN}`, content: CODE },
  ]);
  const folder = folderWith({ 'class.zip': zip });
  const { submissions, ignored } = await read(join(folder, 'class.zip'));
  expect(submissions.map(({ id }) => id)).toEqual(['marie', 'paul']);
  expect(ignored.map(({ path }) => path)).toEqual(['../../evil.ts']);
});

test('links, devices and pipes in a ZIP are not made', async () => {
  const submission = await marie(
    rawZip([
      { name: SEVEN, content: '/etc/passwd', mode: LINK },
      { name: '08-tags-and-confusion-matrix.ts', content: '/etc/passwd', mode: LINK, host: 0 },
      { name: '09-best-model.ts', mode: 0o010644 },
    ]),
  );
  expect(submission.files).toEqual({});
  expect(reasons(submission)).toEqual([
    '"marie.zip/07-gradient-boosting.ts" is a link: links are not followed.',
    '"marie.zip/08-tags-and-confusion-matrix.ts" is a link: links are not followed.',
    '"marie.zip/09-best-model.ts" is neither a file nor a folder.',
  ]);
});

test('a folder that is a link holds nothing', async () => {
  const submission = await marie(
    rawZip([
      { name: 'tp', content: '/etc', mode: LINK },
      { name: `tp/${SEVEN}`, content: CODE },
    ]),
  );
  expect(Object.keys(submission.files)).toEqual([EXERCISE]);
  expect(readFileSync(submission.files[EXERCISE]?.path ?? '', 'utf8')).toBe(CODE);
});

test('of two entries with one name the last counts, as when unpacked', async () => {
  const twice = [
    { name: SEVEN, content: 'first' },
    { name: SEVEN, content: 'last!' },
  ];
  const submission = await marie(rawZip(twice));
  expect(readFileSync(submission.files[EXERCISE]?.path ?? '', 'utf8')).toBe('last!');
  expect(reasons(submission)).toEqual([
    '"marie.zip/07-gradient-boosting.ts" is in the archive twice: the last counts.',
  ]);
});

test('names that differ in case are two files, one of which counts', async () => {
  const submission = await marie(
    rawZip([
      { name: SEVEN.toUpperCase(), content: 'upper' },
      { name: SEVEN, content: CODE },
    ]),
  );
  expect(submission.files[EXERCISE]?.source).toBe(`marie.zip/${SEVEN}`);
});

test('entries that share their bytes are refused', async () => {
  const entries: RawEntry[] = [{ name: SEVEN, content: CODE }];
  for (let at = 0; at < 50; at += 1) {
    entries.push({ name: `${at}.ts`, content: CODE, sharedWith: 0 });
  }
  expect(problem(await marie(rawZip(entries)))).toBe(
    '"marie.zip" is an archive made to do harm: its files share their bytes.',
  );
});

test('a file that inflates to 300 MB is cut off at the limit', async () => {
  const zip = rawZip([{ name: SEVEN, content: Buffer.alloc(300_000_000), method: 8 }]);
  const before = process.memoryUsage.rss();
  const submission = await marie(zip);
  expect(problem(submission)).toBe(
    '"marie.zip/07-gradient-boosting.ts" is larger than 1024 kB: that is no exercise.',
  );
  expect(process.memoryUsage.rss() - before).toBeLessThan(50_000_000);
});

test('a file that lies about its size is cut off at what it says', async () => {
  const lies = { name: SEVEN, content: Buffer.alloc(5_000_000, 65), method: 8, sizeBytes: 10 };
  expect(problem(await marie(rawZip([lies])))).toMatch(/is no complete ZIP: ask for it again/);
});

test('a ZIP in a ZIP that inflates to 40 MB stops at the limit of archives', async () => {
  const bomb = rawZip([{ name: 'tp.zip', content: Buffer.alloc(40_000_000, 'PK'), method: 8 }]);
  const limits = { archiveBytes: 8_388_608 };
  expect(problem(await marie(bomb, { limits }))).toBe(
    '"marie.zip/tp.zip" is larger than 8 MB when extracted: hand in the exercises only.',
  );
});

test('ZIPs that hold ZIPs that hold ZIPs come to an end', async () => {
  let zip = await zipOf({ [SEVEN]: CODE });
  for (let at = 0; at < 6; at += 1) zip = await zipOf({ 'a.zip': zip, 'b.zip': zip });
  const submission = await marie(zip);
  expect(submission.files).toEqual({});
  expect(reasons(submission)).toContain(
    '"marie.zip/a.zip/a.zip/a.zip": more than 3 archives inside each other.',
  );
});

test('too many archives side by side, too many files, too many folders', async () => {
  const small = await zipOf({ 'a.txt': '' });
  const names = Array.from({ length: 40 }, (_, at) => `${at}.zip`);
  const many = await zipOf(Object.fromEntries(names.map((name) => [name, small])));
  expect(reasons(await marie(many)).filter((text) => text.includes('20 archives'))).toHaveLength(
    21,
  );
  const files = rawZip(Array.from({ length: 300 }, (_, at) => ({ name: `${at}.ts` })));
  expect(problem(await marie(files, { limits: { entries: 200 } }))).toBe(
    '"marie.zip" holds more than 200 files: hand in the exercises only.',
  );
  const deep = rawZip([{ name: `${'a/'.repeat(30_000)}${SEVEN}`, content: CODE }]);
  expect(problem(await marie(deep))).toMatch(/more than 30 folders inside each other/);
});

test('a ZIP in a ZIP is read, and a plain file is preferred to it', async () => {
  const inner = await zipOf({ [SEVEN]: 'inner', '09-best-model.ts': CODE });
  const submission = await marie(await zipOf({ 'x.zip': inner, [`a/b/c/${SEVEN}`]: CODE }));
  expect(Object.values(submission.files).map(({ source }) => source)).toEqual([
    `marie.zip/a/b/c/${SEVEN}`,
    'marie.zip/x.zip/09-best-model.ts',
  ]);
});

test.for([
  [
    'encrypted',
    rawZip([{ name: SEVEN, content: 'x'.repeat(40), flags: 1, sizeBytes: 28 }]),
    'is encrypted',
  ],
  ['strongly encrypted', rawZip([{ name: SEVEN, content: CODE, flags: 0x41 }]), 'is encrypted'],
  ['compressed with LZMA', rawZip([{ name: SEVEN, content: CODE, method: 14 }]), 'in a rare way'],
  ['with a wrong checksum', rawZip([{ name: SEVEN, content: CODE, crc: 1 }]), 'no complete ZIP'],
  ['cut short', rawZip([{ name: SEVEN, content: CODE }]).subarray(0, 90), 'no complete ZIP'],
  ['with bytes after its end', Buffer.concat([rawZip([]), Buffer.from('xx')]), 'no complete ZIP'],
  ['of text', Buffer.from('not a ZIP at all'), 'no complete ZIP'],
  ['of 0 bytes', Buffer.alloc(0), 'is empty'],
  ['with nothing in it', rawZip([]), 'Nothing was handed in'],
  ['that is a RAR', Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'), 'is a RAR archive'],
  ['that is a 7z', Buffer.from('377abcaf271c0004', 'hex'), 'is a 7z archive'],
  ['that is a tar.gz', Buffer.from('1f8b0800', 'hex'), 'is a gzip archive'],
] as const)('an archive %s', async ([, zip, sentence]) => {
  const submission = await marie(zip);
  expect(submission.files).toEqual({});
  expect(problem(submission)).toContain(sentence);
});

test('RAR and tar.gz by their own names', async () => {
  const folder = folderWith({
    'marie.tar.gz': Buffer.from('1f8b0800', 'hex'),
    'paul.rar': Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'),
  });
  const { submissions } = await read(folder);
  expect(submissions.map((submission) => [submission.id, problem(submission)])).toEqual([
    [
      'marie',
      '"marie.tar.gz" is a gzip archive: unpack it into a folder of the same name, or ask for a ZIP.',
    ],
    [
      'paul',
      '"paul.rar" is a RAR archive: unpack it into a folder of the same name, or ask for a ZIP.',
    ],
  ]);
});

test('ZIP64 is read', async () => {
  const submission = await marie(await zipOf({ [SEVEN]: CODE }, true));
  expect(Object.keys(submission.files)).toEqual([EXERCISE]);
});

test.for([
  ['code page 850', { name: Buffer.from('8a74915c852e7473', 'hex'), host: 0 }, 'ètæ/à.ts'],
  ['code page 850, capitals', { name: Buffer.from('b7d4d2e22e7473', 'hex'), host: 0 }, 'ÀÈÊÔ.ts'],
  ['Latin on Unix', { name: Buffer.from('e974e92e7473', 'hex'), host: 3 }, 'été.ts'],
  ['UTF-8 and nothing said', { name: 'é\u0301tude.ts', host: 0 }, 'é\u0301tude.ts'],
  ['UTF-8 as said', { name: '学生 🎓.ts', flags: 0x800, host: 0 }, '学生 🎓.ts'],
] as const)('names in %s', async ([, entry, name]) => {
  const submission = await marie(rawZip([entry]));
  expect(submission.ignored[0]?.path).toBe(`marie.zip/${name}`);
});

test('what tools add is not read', async () => {
  const submission = await marie(
    await zipOf({
      [`__MACOSX/._${SEVEN}`]: 'x',
      '.DS_Store': 'x',
      [`node_modules/p/${SEVEN}`]: 'x',
      [`.git/${SEVEN}`]: 'x',
      [`tp/._${SEVEN}`]: 'x',
    }),
  );
  expect(submission.files).toEqual({});
  expect(problem(submission)).toBe('Nothing was handed in: neither a file nor an archive.');
});

test('a flood of names does not fill the report', async () => {
  const zip = rawZip(Array.from({ length: 5000 }, (_, at) => ({ name: `${at}.png` })));
  const submission = await marie(zip);
  expect(submission.ignored).toHaveLength(51);
  expect(reasons(submission).at(-1)).toBe('And 4950 more.');
});

test('the class is only read and archives out of archives are cleared away', async () => {
  const inner = await zipOf({ [SEVEN]: CODE });
  const folder = classWith(await zipOf({ 'tp.zip': inner }));
  const before = everyFile(folder).map((file) => [file, readFileSync(file).toString('hex')]);
  const scratch = newFolder();
  expect(await students(folder, { scratch })).toHaveLength(2);
  expect(everyFile(folder).map((file) => [file, readFileSync(file).toString('hex')])).toEqual(
    before,
  );
  expect(everyFile(scratch).map((file) => file.slice(scratch.length + 1))).toEqual([
    `marie/${SEVEN}`,
    `paul/${SEVEN}`,
  ]);
  expect(readdirSync(scratch)).toEqual(['marie', 'paul']);
  expect(dirname((await only(join(folder, 'paul'))).source)).toBe('.');
});

test('no file stays open', async () => {
  const inner = await zipOf({ [SEVEN]: CODE });
  const zip = await zipOf({ 'tp.zip': inner, '09-best-model.ts': Buffer.alloc(2_000_000, 'x') });
  const folder = folderWith({ 'marie.zip': zip, 'paul.zip': Buffer.from('PK'), 'zoe.rar': 'Rar!' });
  const open = () => readdirSync('/proc/self/fd').length;
  const before = open();
  for (let time = 0; time < 5; time += 1) await read(folder);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(open()).toBeLessThanOrEqual(before);
});
