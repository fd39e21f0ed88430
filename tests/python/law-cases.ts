/** A program below fixtures/, after fixtures/preparation.py, and what each exercise in it comes to. */
export interface PythonCase {
  /** Without its ending. */
  readonly program: string;
  /** By the exercise's number: ids of exactly the checks that fail. */
  readonly fails: Readonly<Record<string, readonly string[]>>;
}

const right = (program: string, ...exercises: string[]): PythonCase => ({
  program: `accepted/${program}`,
  fails: Object.fromEntries(exercises.map((exercise) => [exercise, []])),
});

const wrong = (program: string, fails: PythonCase['fails']): PythonCase => ({
  program: `wrong/${program}`,
  fails,
});

/** Every way of saying the same thing passes; what is wrong fails the checks that it is about, and no others. */
export const CASES: readonly PythonCase[] = [
  right('autolog', '03', '07', '10'),
  right('model_formats', '03', '05', '07', '10'),
  right('client_calls', '01', '02', '04', '08'),
  right('nested_runs', '01', '02', '04', '08'),
  right('registry_client', '10'),
  right('scaler_pipeline', '05'),
  right('search_client', '06', '09'),
  right('search_dataframe', '06', '09'),
  right('search_printed', '06', '09'),
  wrong('values', {
    '01': ['param-n-estimators'],
    '02': ['param-n-estimators'],
    '03': ['param-max-depth', 'metric-accuracy'],
    '04': ['figure'],
    '05': ['scaler'],
    '07': ['honest-accuracy'],
    '08': ['tag-author'],
  }),
  wrong('runs', {
    '01': ['run'],
    '02': ['run'],
    '03': ['model'],
    '04': ['run'],
    '05': ['model'],
    '07': ['run'],
    '08': ['run'],
    '10': ['loaded-by-number'],
  }),
  wrong('registered_address', { '10': ['registered-run'] }),
  wrong('search_ascending', { '06': ['best-runs'], '09': ['best-run', 'model-loaded'] }),
  wrong('search_latest', { '06': ['best-runs'], '09': ['best-run', 'model-loaded'] }),
  wrong('search_deleted', { '06': ['best-runs'], '09': ['best-run', 'model-loaded'] }),
  wrong('typed_in', { '06': ['best-first'], '09': ['model-loaded', 'predictions'] }),
  wrong('too_few', { '06': ['five-runs'], '09': ['five-rows'] }),
  right('batch_table', '12'),
  wrong('old_version', { '12': ['registered-model', 'values'] }),
];

/** How a program ends in the middle of exercise 02, when 01 is done. */
export const ENDINGS = [
  { ending: 'an exception', code: 'raise ValueError("stop")', run: 'threw', verdict: 'crashed' },
  { ending: 'sys.exit(0)', code: 'sys.exit(0)', run: 'completed', verdict: 'graded' },
  { ending: 'os._exit(0)', code: 'os._exit(0)', run: 'exited', verdict: 'crashed' },
  { ending: 'an endless loop', code: 'while True: pass', run: 'timed-out', verdict: 'timed-out' },
  {
    ending: 'too much memory',
    code: 'held = []\n    while True: held.append(bytearray(10**7)); time.sleep(0.01)',
    run: 'out-of-memory',
    verdict: 'out-of-memory',
  },
] as const;
