import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { graders } from '../../../graders/index.ts';
import { wrongAnswers } from '../../../graders/wrong-answers/index.ts';
import type { Grader } from '../../../src/judge/grader.ts';
import { casesOf } from '../../../src/law/cases.ts';
import type { SubmissionResult } from '../../../src/results/results.ts';
import { zipOf } from '../../unit/submissions/make-class.ts';
import { rawZip } from '../../unit/submissions/raw-zip.ts';
import * as hostile from './hostile.ts';
import { markOf, type Mark } from './law-marks.ts';

/** One search and one model: the law's answers to all exercises take a quarter of an hour. */
const EXERCISES = ['06-compare-runs', '07-gradient-boosting'];

export const asked: readonly Grader[] = graders.filter(({ name }) => EXERCISES.includes(name));

type Outcome = SubmissionResult['outcome'] | SubmissionResult['exercises'][number]['outcome'];

/** What a student has to get for each exercise: its mark, or what became of it, with no points. */
export interface Expected {
  readonly name: string;
  readonly exercises: Readonly<Record<string, Mark | Outcome>>;
}

interface Student extends Expected {
  /** Below the class folder. */
  readonly files: Readonly<Record<string, string | Buffer>>;
}

const root = new URL('../../../', import.meta.url);
const folders = { stubs: new URL('.stubs/', root), solutions: new URL('solutions/', root) };

/** Writes the class. @returns what each student has to get */
export async function writeForty(folder: string): Promise<Expected[]> {
  const { right, wrong, stubs } = await answers();
  const students = [
    ...(await mistaken(wrong)),
    ...(await honest(right, stubs)),
    ...trying(right),
    ...(await broken(right)),
  ];
  for (const [path, content] of students.flatMap(({ files }) => Object.entries(files))) {
    const isFolder = path.endsWith('/');
    await mkdir(isFolder ? join(folder, path) : dirname(join(folder, path)), { recursive: true });
    if (!isFolder) await writeFile(join(folder, path), content);
  }
  await symlink('/etc/passwd', join(folder, 'link to passwd', '06-compare-runs.ts'));
  return students.map(({ name, exercises }) => ({ name, exercises }));
}

interface Answer {
  readonly exercise: string;
  readonly source: string;
  readonly mark: Mark;
}

type Answers = readonly Answer[];

/** The law's answers: the solutions, and for each exercise every wrong one. */
async function answers(): Promise<{ right: Answers; wrong: readonly Answers[]; stubs: Answers }> {
  const all = await Promise.all(
    asked.map(async (grader) => {
      const cases = await casesOf(grader, wrongAnswers[grader.name] ?? [], folders);
      const of = cases.map(({ answer, source, fails }) => ({
        answer,
        exercise: grader.name,
        source,
        mark: markOf(grader, fails ?? []),
      }));
      return {
        stubs: of.filter(({ answer }) => answer === 'stub'),
        right: of.filter(({ answer }) => answer === 'solution'),
        wrong: of.filter(({ answer }) => answer !== 'stub' && answer !== 'solution'),
      };
    }),
  );
  return {
    stubs: all.flatMap(({ stubs }) => stubs),
    right: all.flatMap(({ right }) => right),
    wrong: all.map(({ wrong }) => wrong),
  };
}

const NAMES = ['Zoé Lefèvre', "Maël O'Brien", 'Nguyễn Thị Hoa', '李雷', 'Noël  Müller', 'Ана 🎓'];

/** The n-th student makes the n-th mistake of each exercise, handed in in turns as a ZIP and as folders. */
async function mistaken(wrong: readonly Answers[]): Promise<Student[]> {
  const count = Math.max(...wrong.map(({ length }) => length));
  return await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const name = `${NAMES[index % NAMES.length]} ${index + 1}`;
      const own = wrong.flatMap((one) => one[index] ?? []);
      const files = filesOf(own);
      const zipped = { [`${name}.zip`]: await zipOf(files) };
      const plain = below(index % 3 === 1 ? `${name}/exercises` : name, files);
      return { name, exercises: marksOf(own), files: index % 3 === 0 ? zipped : plain };
    }),
  );
}

async function honest(right: Answers, stubs: Answers): Promise<Student[]> {
  const seven = right.filter(({ exercise }) => exercise === '07-gradient-boosting');
  const decomposed = 'Éric Noël'.normalize('NFD');
  const windows = right.map((one) => ({ ...one, source: one.source.replaceAll('\n', '\r\n') }));
  return [
    {
      name: 'Marie Dupont',
      exercises: marksOf(right),
      files: below('Marie Dupont', filesOf(right)),
    },
    {
      name: decomposed,
      exercises: marksOf(right),
      files: { [`${decomposed}.zip`]: await zipOf(below('tp3/exercises', filesOf(windows))) },
    },
    {
      name: '=cmd|calc!A0',
      exercises: marksOf(seven),
      files: below('=cmd|calc!A0', filesOf(seven)),
    },
    {
      name: 'untouched',
      exercises: allOf('to-do'),
      files: below('untouched', filesOf(stubs)),
    },
  ];
}

/** Exercise 06, because nothing has to be trained for it. */
function trying(right: Answers): Student[] {
  const six = right.filter(({ exercise }) => exercise === '06-compare-runs');
  const solution = six[0]?.source ?? '';
  const one = (name: string, source: string, became: Mark | Outcome): Student => ({
    name,
    exercises: { '06-compare-runs': became },
    files: { [`${name}/06-compare-runs.ts`]: source },
  });
  const nothing = markOf(graderOf('06-compare-runs'), ['search', 'five-runs', 'best-runs']);
  const full = six[0]?.mark ?? nothing;
  return [
    one('exits', hostile.EXITS, 'crashed'),
    one('for ever', hostile.NEVER_ENDS, 'timed-out'),
    one('memory', hostile.EATS_MEMORY, 'out-of-memory'),
    one('throws', hostile.THROWS_A_PAGE, 'crashed'),
    one('forges', hostile.FORGES, nothing),
    one('curious', hostile.CURIOUS, nothing),
    one('floods', hostile.FLOODS, nothing),
    one('<b>nasty\u202e & "names"', hostile.NASTY_NAMES, nothing),
    one('leaves a daemon', hostile.LEAVES_SOMETHING_RUNNING + solution, full),
    one('reaches for others', hostile.REACHES_FOR_OTHERS + solution, full),
  ];
}

async function broken(right: Answers): Promise<Student[]> {
  const six = right.filter(({ exercise }) => exercise === '06-compare-runs');
  const [file] = Object.keys(filesOf(six));
  const whole = await zipOf(filesOf(right));
  const unreadable = (name: string, files: Student['files']): Student => ({
    name,
    exercises: allOf('unreadable'),
    files,
  });
  const bomb = { name: '06-compare-runs.ts', content: Buffer.alloc(50_000_000, ' '), method: 8 };
  return [
    {
      name: 'slip ..%2f..',
      exercises: marksOf(six),
      files: {
        'slip ..%2f...zip': rawZip([
          { name: '../../escaped.ts', content: 'export default 1;' },
          { name: '../06-compare-runs.ts', content: 'export default 1;' },
          { name: '/tmp/absolute-07-gradient-boosting.ts', content: 'export default 1;' },
          { name: 'C:\\escaped\\07-gradient-boosting.ts', content: 'export default 1;' },
          { name: file ?? '', content: six[0]?.source ?? '' },
        ]),
      },
    },
    unreadable('empty', { 'empty/': '' }),
    unreadable('empty file', { 'empty file/06-compare-runs.ts': '' }),
    unreadable('notes only', { 'notes only/notes.txt': 'I did not manage' }),
    unreadable('cut 💥', { 'cut 💥.zip': whole.subarray(0, whole.length / 2) }),
    unreadable('no zip', { 'no zip.zip': 'PK no more' }),
    unreadable('locked', {
      'locked.zip': rawZip([{ name: file ?? '', content: 'x', flags: 1, method: 8 }]),
    }),
    unreadable('bomb', { 'bomb.zip': rawZip([bomb]) }),
    unreadable('rar', { 'rar.zip': Buffer.from('526172211a0700cf907300000d00', 'hex') }),
    unreadable('link to passwd', { 'link to passwd/': '' }),
  ];
}

function filesOf(all: Answers): Record<string, string> {
  return Object.fromEntries(all.map(({ exercise, source }) => [`${exercise}.ts`, source]));
}

function below(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]),
  );
}

function marksOf(all: Answers): Expected['exercises'] {
  return Object.fromEntries(all.map(({ exercise, mark }) => [exercise, mark]));
}

function allOf(outcome: Outcome): Expected['exercises'] {
  return Object.fromEntries(asked.map(({ name }) => [name, outcome]));
}

function graderOf(name: string): Grader {
  const found = asked.find((grader) => grader.name === name);
  if (found === undefined) throw new Error(`no grader ${name}`);
  return found;
}
