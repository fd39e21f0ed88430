import { createHash } from 'node:crypto';
import { graders } from '../../../graders/index.ts';
import { judge } from '../../../src/judge/judge.ts';
import type { Snapshot } from '../../../src/judge/snapshot.ts';
import { ownOutput } from '../../../src/report/own-output.ts';
import { troubleOf, notesOf } from '../../../src/report/trouble.ts';
import { exerciseInfo, exerciseResult, notRun } from '../../../src/results/exercise-result.ts';
import type {
  ExerciseResult,
  Results,
  SubmissionResult,
  SubmittedFileFact,
} from '../../../src/results/results.ts';
import { HONEST, HOSTILE } from './hostile-texts.ts';
import { answerTo, type Ability } from './mixed-answers.ts';

const asked = graders.filter(({ name }) => /^0[789]-/.test(name));

/** What becomes of the submissions, in turn. */
const ABILITIES: readonly Ability[] = [
  'right',
  'right',
  'wrong-run-name',
  'wrong-values',
  'right',
  'near-keys',
  'crashed',
  'right',
  'partial',
  'timed-out',
  'dishonest',
  'to-do',
  'near-keys',
  'wrong-run-name',
  'out-of-memory',
  'nothing-logged',
];

const NAMES: readonly string[] = [
  'Marie Dupont',
  'Éric Lefèvre',
  ...Object.values(HONEST),
  ...Object.values(HOSTILE),
  '',
  'Nguyễn Thị Minh Khai',
  'A',
];

/**
 * A class of 40, or of any size: right and wrong answers as the real graders judge them, crashes, nothing
 * handed in, an unreadable ZIP, trouble of ours, copies, and hostile text in every place a stranger can reach.
 */
export function mixedClass(size = 40): Results {
  return {
    schema: 'results/v1',
    generator: { name: 'du-chaos-a-mlflow', version: '0.1.0' },
    mlflow: { version: '3.17.2' },
    gradersHash: 'c0ffee'.padEnd(64, '0'),
    startedAt: '2026-11-24T08:00:00.000Z',
    finishedAt: '2026-11-24T08:03:20.500Z',
    exercises: asked.map(exerciseInfo),
    submissions: Array.from({ length: size }, (_, index) => submission(index)),
  };
}

/** The handed-in files of the mixed class, by their path in the out folder. */
export function mixedSource(path: string): string {
  if (path.endsWith('.ipynb')) return mixedNotebook;
  if (path.endsWith('.py')) return `# ${path}\n# ${HOSTILE.script}\nimport mlflow\n`;
  return `// ${path}\n/* ${HOSTILE.script} ${HOSTILE.bidi} */\nexport default async function ({ mlflow }) {\n\tawait mlflow.setExperiment('workshop-churn-learning');\n\n  // ${'long '.repeat(60)}\n}\n`;
}

/** Eight cells of code, one of them empty; what it printed and its text are not shown. */
const mixedNotebook = JSON.stringify({
  nbformat: 4,
  cells: [
    { cell_type: 'markdown', source: ['# Only to be read'] },
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((cell) => ({
      cell_type: 'code',
      source:
        cell === 4 ? [] : [`# ${HOSTILE.script}\n`, `${HOSTILE.bidi} = "cell ${cell}"\n`, 'x = 3'],
      outputs: [{ output_type: 'stream', text: ['only printed'] }],
    })),
  ],
});

/** Of one exercise; student 10 handed in a notebook, student 6 scripts in Python. */
function fileOf(index: number, id: string, exercise: string) {
  const [kind, name]: [SubmittedFileFact['kind'], string] =
    index === 10
      ? ['notebook', 'file-1.ipynb']
      : index === 6
        ? ['python', `${exercise}.py`]
        : ['typescript', `${exercise}.ts`];
  return {
    kind,
    source: `${HOSTILE.image}/${name}`,
    path: `handed-in/${id}/${name}`,
    sha256: 'b'.repeat(64),
  };
}

function submission(index: number): SubmissionResult {
  const base = {
    id: `student-${String(index).padStart(3, '0')}`,
    name: NAMES[index % NAMES.length] ?? '',
    identity:
      index % 3 === 0
        ? {}
        : {
            email: `s${index}@example.org`,
            studentId: HOSTILE.formula,
            githubLogin: HOSTILE.image,
          },
    late: index % 7 === 0 ? true : index % 7 === 1 ? null : false,
    source: `${HOSTILE.path}/${HOSTILE.closing}/${index}`,
    contentHash: 'a'.repeat(64),
    maxPoints: asked.reduce((sum, grader) => sum + exerciseInfo(grader).maxPoints, 0),
    ignored:
      index % 5 === 0
        ? [
            {
              path: HOSTILE.image,
              why: { fr: `« ${HOSTILE.script} » est vide.`, en: `"${HOSTILE.script}" is empty.` },
            },
          ]
        : [],
    gradedAt: '2026-11-24T08:02:00.250Z',
    workspace: `class-${index}`,
  };
  const absent = asked.map((grader) => notRun(grader, 'missing', null));
  const nothing = { models: [], metrics: [], sources: {} };
  if (index % 20 === 17) {
    return {
      ...base,
      outcome: 'unreadable',
      problem: {
        fr: '« rendu.zip » n’est pas un ZIP complet : demandez-le de nouveau.',
        en: '"rendu.zip" is no complete ZIP: ask for it again.',
      },
      points: 0,
      exercises: absent,
      fingerprints: nothing,
      workspace: null,
    };
  }
  if (index % 20 === 19) {
    return {
      ...base,
      outcome: 'infra-error',
      problem: { fr: 'MLflow ne répond plus.', en: 'MLflow no longer answers.' },
      points: null,
      exercises: [],
      fingerprints: nothing,
    };
  }
  const ability = ABILITIES[index % ABILITIES.length] ?? 'right';
  const exercises = asked.map((grader, position) => exercise(index, position, ability, grader));
  return {
    ...base,
    outcome: 'graded',
    problem: null,
    points: exercises.reduce((sum, { points }) => sum + points, 0),
    exercises,
    fingerprints: fingerprints(index, exercises),
  };
}

function exercise(
  index: number,
  position: number,
  ability: Ability,
  grader: (typeof asked)[number],
): ExerciseResult {
  const id = `student-${String(index).padStart(3, '0')}`;
  const file = fileOf(index, id, grader.name);
  if (index % 9 === 8 && position === 2) return notRun(grader, 'missing', null);
  if (ability === 'to-do') return notRun(grader, 'to-do', file);
  const snapshot: Snapshot = answerTo(grader.name, ability, index);
  return exerciseResult({
    verdict: judge(grader, snapshot),
    snapshot,
    trouble: troubleOf(snapshot, 2048),
    notes: notesOf(snapshot),
    output: ownOutput(snapshot),
    url:
      index === 1
        ? HOSTILE.url
        : `http://127.0.0.1:5000/#/experiments/1/runs/r${index}?workspace=class-${index}`,
    memoryBytes: index % 4 === 3 ? null : 150_000_000 + index * 1_234_567,
    file,
    ranWith: file.kind === 'notebook' && position > 0 ? (asked[0]?.name ?? null) : null,
    figures:
      position === 1 && ability === 'right'
        ? [{ artifact: HOSTILE.image, path: `submissions/${id}/${grader.name}/figure-1.png` }]
        : [],
    snapshotPath: `submissions/${id}/${grader.name}/snapshot.json`,
  });
}

/** Students 0 and 1 share nearly everything; everyone shares the metrics that the seed gives. */
function fingerprints(index: number, exercises: readonly ExerciseResult[]) {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const own = index === 1 ? 0 : index;
  const isAnswer = exercises.filter(({ file, outcome }) => file !== null && outcome !== 'to-do');
  return {
    models: [hash(`m${own}`)],
    metrics: [hash('usual'), hash(`k${own}`), ...(index < 3 ? [hash('three')] : [])],
    sources: Object.fromEntries(isAnswer.map(({ exercise }) => [exercise, hash(`s${own}`)])),
  };
}
