type Outcome = 'graded' | 'crashed' | 'timed-out' | 'out-of-memory';

/** What became of one exercise of an attacker: its outcome, and the checks that it honestly passes. */
export interface Ending {
  /** More than one where it depends on the machine which limit is met first. */
  readonly outcomes: readonly Outcome[];
  readonly passes: readonly string[];
}

export interface Attack {
  /** Its row in the catalogue of docs/security.md. */
  readonly id: string;
  /** Its student, and the begin of the names of its files in submissions/ or its place in hostile-folders.ts. */
  readonly name: string;
  /** By exercise; or the submission as a whole cannot be read. */
  readonly ends: Readonly<Record<string, Ending>> | 'unreadable';
  /** It uses up what there is: graded with a short time limit. */
  readonly greedy?: true;
  /** No sandbox stands in its way, but what judges: graded in one of those that there are. */
  readonly judged?: true;
  /** What its verdict shows. */
  readonly shows: string;
}

const FIRST = '01-first-run';
const SCALER = '05-scaler';
const BOOSTING = '07-gradient-boosting';
const REGISTRY = '10-model-registry';
const SERVING = '11-serving';
const BATCH = '12-batch-inference';

const ends = (exercise: string, outcome: Outcome | readonly Outcome[], ...passes: string[]) => ({
  [exercise]: { outcomes: [outcome].flat(), passes },
});
const PARAMS = ['run', 'param-n-estimators', 'param-learning-rate', 'param-max-depth'];
const TYPED_IN = [...PARAMS, 'metric-accuracy', 'metric-precision', 'metric-recall', 'metric-f1'];
const WHOLE_FIRST = [
  'run',
  'param-model-type',
  'param-n-estimators',
  'param-max-depth',
  'metric-accuracy',
  'metric-f1',
];

/** Every attack, and the honest verdict on it. */
export const attacks: readonly Attack[] = [
  {
    id: 'A1',
    name: 'a01-run-the-solution',
    ends: ends(BOOSTING, 'crashed'),
    shows: 'no reference solution is in a sandbox',
  },
  {
    id: 'A1',
    name: 'a01-carry-the-graders-out',
    ends: ends(FIRST, 'graded'),
    shows: 'graders, secrets and other submissions are not there to be read',
  },
  {
    id: 'A1',
    name: 'a01-read-beside-python',
    ends: ends(FIRST, 'graded'),
    shows: 'a Python’s own folders lead to nothing of the grader’s',
  },
  {
    id: 'A2',
    name: 'a02-write-the-results',
    ends: ends(FIRST, 'graded'),
    shows: 'results are out of reach, and written by the grader alone',
  },
  {
    id: 'A2',
    name: 'a02-write-around-python',
    ends: ends(FIRST, 'graded'),
    shows: 'nothing that it can write to is read by another process',
  },
  {
    id: 'A3',
    name: 'a03-exit-with-zero',
    ends: ends(FIRST, 'crashed'),
    shows: 'a status of 0 is no verdict',
  },
  {
    id: 'A3',
    name: 'a03-leave-no-report',
    ends: ends(FIRST, 'crashed'),
    judged: true,
    shows: 'a status of 0 is no report',
  },
  {
    id: 'A4',
    name: 'a04-patch-what-judges',
    ends: ends(FIRST, 'graded'),
    shows: 'nothing that judges runs in its process',
  },
  {
    id: 'A4',
    name: 'a04-patch-what-harvests',
    ends: ends(FIRST, ['graded', 'crashed']),
    judged: true,
    shows: 'what is harvested is compared, and never believed',
  },
  {
    id: 'A4',
    name: 'a04-rebuild-the-shell',
    ends: ends(FIRST, ['graded', 'crashed']),
    judged: true,
    shows: 'a notebook’s shell is its own to break',
  },
  {
    id: 'A5',
    name: 'a05-forge-the-report',
    ends: ends(FIRST, 'graded'),
    shows: 'no verdict is read from what a program writes',
  },
  {
    id: 'A5',
    name: 'a05-forge-the-python-report',
    ends: ends(FIRST, 'graded'),
    judged: true,
    shows: 'a report without its nonce is none, and a place without its form is none',
  },
  {
    id: 'A6',
    name: 'a06-return-a-trap',
    ends: ends(REGISTRY, 'graded'),
    shows: 'a returned value is JSON within limits, and data',
  },
  {
    id: 'A6',
    name: 'a06-leave-traps',
    ends: ends(REGISTRY, 'crashed'),
    judged: true,
    shows: 'variables that bite end the process that they are in, and nothing else',
  },
  {
    id: 'A7',
    name: 'a07-shadow-the-tools',
    ends: ends(FIRST, 'crashed'),
    shows: 'the file that counts is copied alone; nothing beside it configures or runs anything',
  },
  {
    id: 'A7',
    name: 'a07-shadow-pythons-modules',
    ends: ends(FIRST, 'crashed'),
    judged: true,
    shows: 'modules and settings that lie beside the file are not there',
  },
  {
    id: 'A8',
    name: 'a08-dig-for-the-nonce',
    ends: ends(FIRST, 'graded'),
    shows: 'knowing the nonce wins nothing: a report holds no verdict',
  },
  {
    id: 'A8',
    name: 'a08-find-the-python-nonce',
    ends: ends(FIRST, 'graded'),
    judged: true,
    shows: 'a report with the nonce is worth what MLflow holds',
  },
  {
    id: 'A9',
    name: 'a09-loop-for-ever',
    ends: ends(FIRST, 'timed-out'),
    greedy: true,
    shows: 'the clock is not the program’s',
  },
  {
    id: 'A9',
    name: 'a09-catch-what-ends',
    ends: ends(FIRST, 'timed-out'),
    greedy: true,
    shows: 'no signal that it can catch is what ends it',
  },
  {
    id: 'A10',
    name: 'a10-flood-the-output',
    ends: ends(FIRST, ['crashed', 'timed-out']),
    greedy: true,
    shows: 'output is cut, and a flood stopped',
  },
  {
    id: 'A10',
    name: 'a10-flood-from-python',
    ends: ends(FIRST, ['crashed', 'timed-out']),
    greedy: true,
    shows: 'so is one of many processes, on every descriptor',
  },
  {
    id: 'A10',
    name: 'a10-notebook-of-outputs',
    ends: 'unreadable',
    shows: 'outputs of a notebook have a size',
  },
  {
    id: 'A10',
    name: 'a10-notebook-without-end',
    ends: ends(FIRST, 'crashed'),
    judged: true,
    shows: 'JSON within JSON is a damaged notebook',
  },
  {
    id: 'A11',
    name: 'a11-fork-bomb',
    ends: ends(FIRST, ['graded', 'crashed', 'timed-out', 'out-of-memory']),
    greedy: true,
    shows: 'processes are limited, and neighbours have theirs',
  },
  {
    id: 'A11',
    name: 'a11-take-all-memory',
    ends: ends(FIRST, ['out-of-memory', 'timed-out']),
    greedy: true,
    shows: 'memory is limited',
  },
  {
    id: 'A11',
    name: 'a11-fill-the-disk',
    ends: ends(FIRST, ['graded', 'timed-out']),
    greedy: true,
    shows: 'it can write to a /tmp with a size, and nowhere else',
  },
  {
    id: 'A11',
    name: 'a11-fork-in-python',
    ends: ends(FIRST, ['graded', 'crashed', 'timed-out', 'out-of-memory']),
    greedy: true,
    shows: 'what is forked counts likewise',
  },
  {
    id: 'A12',
    name: 'a12-outlive-the-verdict',
    ends: ends(FIRST, 'graded'),
    shows: 'what it started dies with it, before MLflow is looked into',
  },
  {
    id: 'A12',
    name: 'a12-serve-and-leave',
    ends: ends(SERVING, 'crashed'),
    shows: 'what is being started for it is stopped, too',
  },
  {
    id: 'A12',
    name: 'a12-fork-and-stay',
    ends: ends(FIRST, 'graded'),
    shows: 'who leaves its parent does not leave its sandbox',
  },
  {
    id: 'A12',
    name: 'a12-leave-a-shell-running',
    ends: ends(FIRST, ['graded', 'crashed']),
    shows: 'nor does what a notebook’s shell started',
  },
  {
    id: 'A13',
    name: 'a13-call-home',
    ends: ends(FIRST, 'graded'),
    shows: 'its gateway is the only thing that answers',
  },
  {
    id: 'A13',
    name: 'a13-call-home-from-python',
    // What it writes into may be what keeps it alive.
    ends: ends(FIRST, ['graded', 'crashed']),
    shows: 'nothing that it was forked from listens to it',
  },
  {
    id: 'A14',
    name: 'a14-read-the-environment',
    ends: ends(FIRST, 'graded'),
    shows: 'it sees neither our environment nor our processes',
  },
  {
    id: 'A14',
    name: 'a14-read-other-processes',
    ends: ends(FIRST, 'graded'),
    // A fresh interpreter of a container takes minutes to look through its own memory.
    judged: true,
    shows: 'nothing of ours is in what it was forked from',
  },
  {
    id: 'A15',
    name: 'a15-write-the-database',
    ends: ends(FIRST, 'graded'),
    shows: 'the database is not there',
  },
  {
    id: 'A16',
    name: 'a16-hand-results-in',
    ends: ends(FIRST, 'graded'),
    shows: 'results that are handed in are passed over',
  },
  {
    id: 'A17',
    name: 'a17-link-to-a-secret',
    ends: 'unreadable',
    shows: 'links are not followed',
  },
  {
    id: 'A17',
    name: 'a17-zip-that-leads-out',
    ends: 'unreadable',
    shows: 'an entry outside of its archive is not extracted',
  },
  {
    id: 'A17',
    name: 'a17-zip-bomb',
    ends: 'unreadable',
    shows: 'a program has a size',
  },
  {
    id: 'A19',
    name: 'a19-inject-everywhere',
    ends: ends(FIRST, 'crashed'),
    shows: 'texts of students are inert wherever they are shown',
  },
  {
    id: 'A19',
    name: `=cmd|'calc'!A0<img src=x onerror=alert(1)>`,
    ends: ends(FIRST, 'crashed'),
    shows: 'so is a name',
  },
  {
    id: 'A19',
    name: 'a19-inject-from-python',
    ends: ends(FIRST, 'crashed'),
    judged: true,
    shows: 'a class’s name is a text of a student’s, too',
  },
  {
    id: 'A19',
    name: 'a19-inject-from-a-notebook',
    ends: ends(FIRST, 'crashed'),
    judged: true,
    shows: 'outputs and markdown of a notebook are shown nowhere',
  },
  {
    id: 'A20',
    name: 'a20-alter-the-graders',
    ends: ends(FIRST, 'graded'),
    shows: 'graders, workflows and kit of a student’s repository are not used',
  },
  {
    id: 'A21',
    name: 'a21-recite-the-predictions',
    ends: ends(BATCH, 'graded', 'run', 'registered-model', 'table', 'columns', 'customers'),
    shows: 'the registered model is another each time',
  },
  {
    id: 'A21',
    name: 'a21-recite-the-probabilities',
    ends: ends(BATCH, 'graded', 'run', 'registered-model', 'table', 'columns', 'customers'),
    judged: true,
    shows: 'so it is for Python',
  },
  {
    id: 'M1',
    name: 'm01-typed-in-metrics',
    ends: ends(BOOSTING, 'graded', ...TYPED_IN),
    shows: 'figures without a model are worth what they are: figures',
  },
  {
    id: 'M1',
    name: 'm01-better-than-the-model',
    ends: ends(BOOSTING, 'graded', ...TYPED_IN, 'model'),
    shows: 'figures are computed again with the logged model, and its trees are counted',
  },
  {
    id: 'M1',
    name: 'm01-another-kind-of-model',
    ends: ends(
      BOOSTING,
      'graded',
      ...TYPED_IN,
      'model',
      'honest-accuracy',
      'honest-precision',
      'honest-recall',
      'honest-f1',
      'honest-max-depth',
    ),
    shows: 'a model without trees has not as many as logged',
  },
  {
    id: 'M1',
    name: 'm01-better-than-a-notebooks-model',
    ends: ends(BOOSTING, 'graded', ...TYPED_IN, 'model', 'honest-max-depth'),
    judged: true,
    shows: 'a model of scikit-learn predicts again, too',
  },
  {
    id: 'M1',
    name: 'm01-another-kind-for-python',
    ends: ends(
      BOOSTING,
      'graded',
      ...TYPED_IN,
      'model',
      'honest-accuracy',
      'honest-precision',
      'honest-recall',
      'honest-f1',
      'honest-max-depth',
    ),
    judged: true,
    shows: 'what scikit-learn grows without trees has none',
  },
  {
    id: 'M2',
    name: 'm02-lay-a-run-by',
    ends: {
      ...ends(BOOSTING, 'graded'),
      ...ends(REGISTRY, 'graded'),
    },
    shows: 'runs and versions count for the exercise in which they were made',
  },
  {
    id: 'M2',
    name: 'm02-hand-runs-in',
    ends: ends(FIRST, 'graded'),
    shows: 'runs that are handed in as files are none',
  },
  {
    id: 'M2',
    name: 'm02-take-a-neighbours-run',
    ends: ends(BOOSTING, 'crashed'),
    shows: 'no workspace but its own is seen',
  },
  {
    id: 'M3',
    name: 'm03-wreck-the-neighbours',
    ends: ends(FIRST, 'graded'),
    shows: 'no workspace but its own can be changed',
  },
  {
    id: 'M3',
    name: 'm03-swap-the-registered-model',
    ends: ends(BATCH, 'graded', 'run', 'table', 'columns', 'customers'),
    shows: 'what was arranged is known before it runs',
  },
  {
    id: 'M3',
    name: 'm03-flood-mlflow',
    ends: ends(FIRST, 'graded', ...WHOLE_FIRST),
    shows: 'honest work counts among much else, within the grader’s own limits',
  },
  {
    id: 'M3',
    name: 'm03-swap-by-python',
    ends: ends(BATCH, 'graded', 'run', 'table', 'columns', 'customers'),
    judged: true,
    shows: 'so it is for Python',
  },
  {
    id: 'M4',
    name: 'm04-model-that-runs-code',
    ends: ends(BOOSTING, 'graded', ...TYPED_IN),
    shows: 'the grader opens ONNX alone, and nothing of a model is run',
  },
  {
    id: 'M4',
    name: 'm04-onnx-that-reads-files',
    ends: ends(BOOSTING, 'graded', ...TYPED_IN),
    shows: 'a model has no files but its own',
  },
  {
    id: 'M4',
    name: 'm04-mlmodel-that-leads-out',
    ends: ends(BOOSTING, 'graded', ...PARAMS),
    shows: 'the file of a model is in its folder',
  },
  {
    id: 'M4',
    name: 'm04-mlmodel-without-end',
    ends: ends(BOOSTING, 'graded', ...PARAMS),
    shows: 'what the grader reads of a model is limited',
  },
  {
    id: 'M4',
    name: 'm04-serve-what-runs-code',
    ends: ends(SERVING, 'graded', 'served', 'invoked'),
    shows: 'a served model runs in a sandbox, too',
  },
  {
    id: 'M4',
    name: 'm04-pickle-that-runs-code',
    ends: ends(BOOSTING, 'graded', ...TYPED_IN),
    shows: 'a pickle is opened in a sandbox, and says no more than an answer',
  },
  {
    id: 'M4',
    name: 'm04-skops-without-trust',
    ends: ends(BOOSTING, 'graded', ...TYPED_IN),
    judged: true,
    shows: 'types that nobody trusts are not made',
  },
  {
    id: 'M4',
    name: 'm04-python-model-with-code',
    ends: ends(BOOSTING, 'graded', ...TYPED_IN),
    shows: 'code beside a model runs where the model does',
  },
  {
    id: 'M4',
    name: 'm04-model-that-never-answers',
    ends: ends(BOOSTING, 'graded', ...TYPED_IN),
    judged: true,
    shows: 'a model has a time to answer in',
  },
  {
    id: 'M4',
    name: 'm04-mlmodel-out-of-python',
    ends: ends(BOOSTING, 'graded', ...PARAMS),
    judged: true,
    shows: 'where it leads to is nothing of the grader’s',
  },
  {
    id: 'M4',
    name: 'm04-scaler-that-runs-code',
    ends: ends(SCALER, 'graded', 'run', 'model', 'metric-accuracy', 'tag-requires-scaling'),
    judged: true,
    shows: 'a scaler is opened in a sandbox, too',
  },
  {
    id: 'M5',
    name: 'm05-source-outside',
    ends: ends(REGISTRY, 'crashed'),
    shows: 'a version comes from its own workspace',
  },
  {
    id: 'M6',
    name: 'm06-answer-from-a-table',
    ends: ends(SERVING, 'graded'),
    shows: 'only the grader’s own server counts as served',
  },
  {
    id: 'M7',
    name: 'm07-model-that-knows-the-exam',
    ends: ends(BOOSTING, 'graded', ...TYPED_IN),
    shows: 'the same rows get the same answers in another order and number',
  },
  {
    id: 'M7',
    name: 'm07-python-that-knows-the-exam',
    ends: ends(BOOSTING, 'graded', ...TYPED_IN),
    judged: true,
    shows: 'so they do in Python',
  },
];
