import { expect, test } from 'vitest';
import {
  CODE,
  SEVEN,
  english,
  fileCalled,
  folderWith,
  only,
  read,
  students,
  zipOf,
} from './make-class.ts';

const EIGHT = '08-tags-and-confusion-matrix.ts';

test('Moodle with folders: a folder per student, old and new names, typed text beside files', async () => {
  const zip = await zipOf({
    'Marie Dupont_1234567_assignsubmission_file/07-gradient-boosting.ts': CODE,
    'Marie Dupont_1234567_assignsubmission_onlinetext/onlinetext.html': '<p>voilà</p>',
    'Zoé Le Gall_1234568_assignsubmission_file_/tp/07.ts': CODE,
    'Zoé Le Gall_1234568_assignsubmission_file_/tp/08.ts': CODE,
  });
  const path = fileCalled('MLOPS-TP 3-991.zip', zip);
  expect(await students(path)).toEqual([
    ['marie-dupont-1234567', 'Marie Dupont', '07-gradient-boosting'],
    ['zoe-le-gall-1234568', 'Zoé Le Gall', '07-gradient-boosting 08-tags-and-confusion-matrix'],
  ]);
  const { submissions } = await read(path);
  expect(submissions[0]?.identity).toEqual({ moodleParticipant: '1234567' });
  expect(submissions[0]?.late).toBeNull();
});

test('Moodle without folders: files of one student come together', async () => {
  const folder = folderWith({
    'Marie Dupont_11_assignsubmission_file_07-gradient-boosting.ts': CODE,
    'Marie Dupont_11_assignsubmission_file_08.ts': CODE,
    'Paul Martin_12_assignsubmission_file_tp.zip': await zipOf({ 'tp/07.ts': CODE }),
    'Paul Martin_12_assignsubmission_onlinetext_onlinetext.html': 'x',
  });
  expect(await students(folder)).toEqual([
    ['marie-dupont-11', 'Marie Dupont', '07-gradient-boosting 08-tags-and-confusion-matrix'],
    ['paul-martin-12', 'Paul Martin', '07-gradient-boosting'],
  ]);
});

test('Moodle with hidden names and with groups', async () => {
  const folder = folderWith({
    [`Participant_901_assignsubmission_file/${SEVEN}`]: CODE,
    [`Participant_902_assignsubmission_file/${SEVEN}`]: CODE,
    [`Groupe A_31_assignsubmission_file/${SEVEN}`]: CODE,
  });
  expect(await students(folder)).toEqual([
    ['groupe-a-31', 'Groupe A', '07-gradient-boosting'],
    ['participant-901', 'Participant 901', '07-gradient-boosting'],
    ['participant-902', 'Participant 902', '07-gradient-boosting'],
  ]);
});

test('Canvas: one flat ZIP, late ones marked, a second upload of a name, anonymous ones', async () => {
  const zip = await zipOf({
    'dupontmarie_12345_67890_07-gradient-boosting.ts': 'export default 1;',
    'dupontmarie_12345_67899_07-gradient-boosting.ts': 'export default 2;',
    'legallzoé_LATE_12346_67891_07-gradient-boosting-1.ts': CODE,
    'LATE_anon_X7gT2_67892_07.ts': CODE,
    'anon_12348_67893_07.ts': CODE,
    'martinpaul_12347_text.html': '<p>typed</p>',
  });
  const { submissions } = await read(fileCalled('submissions.zip', zip));
  expect(
    submissions.map(({ id, name, late, identity, files }) => [
      id,
      name,
      late,
      identity,
      files['07-gradient-boosting']?.source,
    ]),
  ).toEqual([
    ['anon-12348', 'anon 12348', false, { canvasAnonymousId: '12348' }, 'anon_12348_67893_07.ts'],
    [
      'anon-x7gt2',
      'anon X7gT2',
      true,
      { canvasAnonymousId: 'X7gT2' },
      'LATE_anon_X7gT2_67892_07.ts',
    ],
    [
      'dupontmarie-12345',
      'dupontmarie',
      false,
      { canvasUserId: '12345' },
      'dupontmarie_12345_67899_07-gradient-boosting.ts',
    ],
    [
      'legallzoe-12346',
      'legallzoé',
      true,
      { canvasUserId: '12346' },
      'legallzoé_LATE_12346_67891_07-gradient-boosting-1.ts',
    ],
    ['martinpaul-12347', 'martinpaul', false, { canvasUserId: '12347' }, undefined],
  ]);
});

test('Gradescope: metadata says who, groups have members, the later of two attempts counts', async () => {
  const root = 'assignment_991_export/';
  const zip = await zipOf({
    [`${root}submission_metadata.yml`]: `
submission_101:
  :submitters:
  - :name: Marie Dupont
    :sid: 2024-01
    :email: marie@example.org
  :created_at: 2026-11-20 10:00:00.000000000 Z
submission_102:
  :submitters:
  - :name: Marie Dupont
    :sid: 2024-01
    :email: marie@example.org
  :created_at: 2026-11-21 10:00:00.000000000 Z
submission_103:
  :submitters:
  - :name: Paul
    :email: paul@example.org
  - :name: Zoé
    :email: zoe@example.org
    :sid: 77
`,
    [`${root}submission_101/${SEVEN}`]: 'export default 1;',
    [`${root}submission_102/${SEVEN}`]: 'export default 2;',
    [`${root}submission_103/${SEVEN}`]: CODE,
    [`__MACOSX/${root}._submission_metadata.yml`]: 'x',
  });
  const { submissions, ignored } = await read(fileCalled('export.zip', zip));
  expect(submissions.map(({ id, name, identity, source }) => [id, name, identity, source])).toEqual(
    [
      [
        'marie-dupont-102',
        'Marie Dupont',
        { gradescopeSubmissionId: '102', email: 'marie@example.org', studentId: '2024-01' },
        `${root}submission_102`,
      ],
      [
        'paul-zoe-103',
        'Paul, Zoé',
        {
          gradescopeSubmissionId: '103',
          members: [
            { name: 'Paul', email: 'paul@example.org' },
            { name: 'Zoé', email: 'zoe@example.org', studentId: '77' },
          ],
        },
        `${root}submission_103`,
      ],
    ],
  );
  expect(ignored.map(({ why }) => english(why))).toContain(
    `"${root}submission_101" is not used: "submission_102" was handed in later.`,
  );
});

test('Gradescope with a damaged metadata file: the folders are students', async () => {
  const folder = folderWith({
    'submission_metadata.yml': '- [not: what it should be',
    [`submission_1/${SEVEN}`]: CODE,
  });
  expect(await students(folder)).toEqual([
    ['submission-1', 'submission_1', '07-gradient-boosting'],
  ]);
});

test('GitHub Classroom: clones, their logins, and the grades CSV laid beside them', async () => {
  const folder = folderWith({
    'grades.csv':
      'assignment_name,github_username,roster_identifier,student_repository_name\n' +
      'TP 3,zoe-lg,zoe@example.org,tp-3-zoe-lg\nTP 3,paul,P. Martin,tp-3-paul\n',
    'tp-3-zoe-lg/.git/config': '',
    [`tp-3-zoe-lg/exercises/${SEVEN}`]: CODE,
    'tp-3-paul/.git/config': '',
    [`tp-3-paul/exercises/${SEVEN}`]: CODE,
    'tp-3-marie/.git/config': '',
    [`tp-3-marie/exercises/${SEVEN}`]: CODE,
  });
  const { submissions } = await read(folder);
  expect(submissions.map(({ id, name, identity }) => [id, name, identity])).toEqual([
    ['marie', 'marie', { githubLogin: 'marie' }],
    ['p-martin-paul', 'P. Martin', { githubLogin: 'paul', studentId: 'P. Martin' }],
    ['zoe-lg', 'zoe-lg', { githubLogin: 'zoe-lg', email: 'zoe@example.org' }],
  ]);
});

test('Classroom 50: the folder says what stands before the login, scores.csv the rest', async () => {
  const root = 'mlops-tp3_submissions_2026_11_24_T_10_00_00';
  const folder = folderWith({
    [`${root}/scores.csv`]:
      'username,first_name,last_name,email,section,late\nmdupont,Marie,Dupont,m@example.org,A,true\n',
    [`${root}/mlops-tp3-mdupont/.git/HEAD`]: '',
    [`${root}/mlops-tp3-mdupont/result.json`]: '{}',
    [`${root}/mlops-tp3-mdupont/exercises/${SEVEN}`]: CODE,
    [`${root}/mlops-tp3-paul/.git/HEAD`]: '',
    [`${root}/mlops-tp3-paul/exercises/${SEVEN}`]: CODE,
  });
  const { submissions } = await read(folder);
  expect(submissions.map(({ id, late, identity }) => [id, late, identity])).toEqual([
    ['marie-dupont-mdupont', true, { githubLogin: 'mdupont', email: 'm@example.org' }],
    ['paul', null, { githubLogin: 'paul' }],
  ]);
});

test('a folder, a ZIP or a program per student', async () => {
  const folder = folderWith({
    [`Marie Dupont/${SEVEN}`]: CODE,
    'paul.zip': await zipOf({ [`paul/${EIGHT}`]: CODE }),
    'zoe-07.ts': CODE,
    'zoe-08-tags-and-confusion-matrix.ts': CODE,
    'notes.xlsx': 'x',
  });
  expect(await students(folder)).toEqual([
    ['marie-dupont', 'Marie Dupont', '07-gradient-boosting'],
    ['paul', 'paul', '08-tags-and-confusion-matrix'],
    ['zoe', 'zoe', '07-gradient-boosting 08-tags-and-confusion-matrix'],
  ]);
  expect((await read(folder)).ignored.map(({ path }) => path)).toEqual(['notes.xlsx']);
});

test('programs called after students only, when one exercise is asked for', async () => {
  const folder = folderWith({ 'Marie Dupont.ts': CODE, 'paul.ts': CODE });
  expect(await students(folder, { exercises: ['09-best-model'] })).toEqual([
    ['marie-dupont', 'Marie Dupont', '09-best-model'],
    ['paul', 'paul', '09-best-model'],
  ]);
  expect(
    (await read(folder)).submissions.map(({ problem: why }) => english(why ?? { fr: '', en: '' })),
  ).toEqual([
    '"Marie Dupont.ts": which exercise is this? Rename it, for example to 07-gradient-boosting.ts.',
    '"paul.ts": which exercise is this? Rename it, for example to 07-gradient-boosting.ts.',
  ]);
});

test('programs called after exercise and student', async () => {
  const folder = folderWith({ '07-marie.ts': CODE, '07-paul.ts': CODE, '09-paul.ts': CODE });
  expect(await students(folder)).toEqual([
    ['marie', 'marie', '07-gradient-boosting'],
    ['paul', 'paul', '07-gradient-boosting 09-best-model'],
  ]);
});

test('a copy of the workshop is one student, and only its exercises are read', async () => {
  const folder = folderWith({
    'package.json': '{}',
    [`exercises/${SEVEN}`]: CODE,
    'solutions/09-best-model.ts': 'the reference',
    'graders/08-tags-and-confusion-matrix.ts': 'x',
    'src/workshop/best-model.ts': 'x',
    '.stubs/08-tags-and-confusion-matrix.ts': 'x',
    'node_modules/p/09-best-model.ts': 'x',
  });
  const submission = await only(folder);
  expect(Object.keys(submission.files)).toEqual(['07-gradient-boosting']);
  expect(submission.name).toMatch(/^class-/);
});

test('a folder of exercises is one student; with two others beside it, it is a class', async () => {
  expect(
    await students(folderWith({ [SEVEN]: CODE, [EIGHT]: CODE, 'old/07.ts': CODE })),
  ).toHaveLength(1);
  const folder = folderWith({ [SEVEN]: 'the reference', 'marie/07.ts': CODE, 'paul/07.ts': CODE });
  expect((await students(folder)).map(([id]) => id)).toContain('marie');
  expect(
    await students(
      folderWith({ [`07-gradient-boosting/${SEVEN}`]: CODE, [`ex08/${EIGHT}`]: CODE }),
    ),
  ).toHaveLength(1);
});

test('the download not yet unpacked, alone in its folder', async () => {
  const zip = await zipOf({ [`wrap/marie/${SEVEN}`]: CODE, [`wrap/paul/${SEVEN}`]: CODE });
  const ids = async (path: string) => (await students(path)).map(([id]) => id);
  expect(await ids(folderWith({ 'tp.zip': zip }))).toEqual(['marie', 'paul']);
  expect(await ids(fileCalled('tp.zip', zip))).toEqual(['marie', 'paul']);
});

test('a class of one student, a student ZIP, one program', async () => {
  expect(await students(folderWith({ [`Marie/tp/${SEVEN}`]: CODE }))).toEqual([
    ['marie', 'Marie', '07-gradient-boosting'],
  ]);
  const zip = fileCalled('marie.zip', await zipOf({ [SEVEN]: CODE }));
  expect(await students(zip)).toEqual([['marie', 'marie', '07-gradient-boosting']]);
  expect(await students(fileCalled('marie-07.ts', CODE))).toEqual([
    ['marie', 'marie', '07-gradient-boosting'],
  ]);
});

test('what is no class says so', async () => {
  const error = await read(fileCalled('grades.pdf', '%PDF')).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'ClassFolderError', why: { key: 'submission.no-class' } });
  await expect(read('/nowhere/at/all')).rejects.toMatchObject({
    why: { key: 'submission.unreadable', values: { reason: 'ENOENT' } },
  });
  const broken = (await zipOf({ [`a/${SEVEN}`]: CODE })).subarray(0, 60);
  await expect(read(fileCalled('class.zip', broken))).rejects.toMatchObject({
    why: { key: 'submission.broken-zip' },
  });
});

test('folders called 1, 2, 3 are students; folders called ex7, ex8 are exercises', async () => {
  const numbers = folderWith({ [`1/${SEVEN}`]: CODE, [`7/${SEVEN}`]: CODE });
  expect((await students(numbers)).map(([id]) => id)).toEqual(['1', '7']);
  expect(await students(folderWith({ 'ex7/mine.ts': CODE, 'ex8/08.ts': CODE }))).toHaveLength(1);
});

test('an empty folder is a class of nobody', async () => {
  expect(await read(folderWith({}))).toEqual({ submissions: [], ignored: [] });
});
