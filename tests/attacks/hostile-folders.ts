import { rawZip } from '../unit/submissions/raw-zip.ts';

/** What lies where a program of a submission is expected: text, an archive, or a link to another place. */
export type Content = string | Buffer | { readonly linkTo: string };

const FIRST = '01-first-run.ts';
/** Would earn everything, if what it imports were what lies beside it. */
const TRUSTS_ITS_FOLDER = `import { run } from 'axios';\nexport default run;\n`;
const DOES_NOTHING = `export default function () {}\n`;
const ALARM = `
import { writeFileSync } from 'node:fs';
try { writeFileSync('@out@/shadow', 'ran'); } catch {}
fetch('@canary@/shadow').catch(() => null);
export const run = async ({ mlflow }) => {
  await mlflow.setExperiment('workshop-churn-learning');
  await mlflow.startRun({ runName: 'mon-premier-run-mlflow' }, async () => {
    await mlflow.logParams({ model_type: 'RandomForest', n_estimators: 100, max_depth: 10 });
    await mlflow.logMetrics({ accuracy: 0.99, f1: 0.99 });
  });
};
export default run;
`;
const PYTHON_ALARM = `
import urllib.request
try: open('@out@/shadow', 'w').write('ran')
except OSError: pass
try: urllib.request.urlopen('@canary@/shadow', timeout=1)
except OSError: pass
def run():
    import mlflow
    mlflow.set_experiment('workshop-churn-learning')
    with mlflow.start_run(run_name='mon-premier-run-mlflow'):
        mlflow.log_params({'model_type': 'RandomForest', 'n_estimators': 100, 'max_depth': 10})
        mlflow.log_metrics({'accuracy': 0.99, 'f1': 0.99})
`;
const FORGED = JSON.stringify({
  schema: 'results/v1',
  outcome: 'graded',
  points: 100,
  maxPoints: 7,
  exercises: [{ exercise: '01-first-run', outcome: 'graded', points: 100, passed: true }],
});
const PACKAGE = JSON.stringify({
  type: 'commonjs',
  main: 'index.js',
  imports: { '#*': './evil.js' },
  scripts: { preinstall: 'node evil.mjs', postinstall: 'node evil.mjs', test: 'exit 0' },
  exports: './evil.mjs',
  dependencies: { evil: 'file:.' },
});

/** Attacks that are a folder, an archive or a name, by path in the class folder; the marks as in submissions/. */
export function hostileFolders(): Record<string, Content> {
  const shadow = 'a07-shadow-the-tools';
  const modules = 'a07-shadow-pythons-modules';
  const repository = 'a20-alter-the-graders';
  return {
    [`${shadow}/${FIRST}`]: TRUSTS_ITS_FOLDER,
    [`${shadow}/package.json`]: PACKAGE,
    [`${shadow}/evil.mjs`]: ALARM,
    [`${shadow}/node_modules/axios/package.json`]: '{"type":"module","exports":"./index.js"}',
    [`${shadow}/node_modules/axios/index.js`]: ALARM,
    [`${shadow}/node_modules/onnxruntime-node/package.json`]: '{"type":"module","main":"index.js"}',
    [`${shadow}/node_modules/onnxruntime-node/index.js`]: ALARM,
    [`${shadow}/.npmrc`]: 'ignore-scripts=false\nnode-options=--import=./evil.mjs\n',
    [`${shadow}/.env`]: 'NODE_OPTIONS=--import=./evil.mjs\nLD_PRELOAD=./evil.so\n',
    [`${shadow}/node.config.json`]: '{"nodeOptions":{"import":["./evil.mjs"]}}',
    [`${shadow}/tsconfig.json`]: '{"compilerOptions":{"paths":{"axios":["./evil.mjs"]}}}',
    [`${shadow}/vitest.config.ts`]: `${ALARM}\nexport const test = { setupFiles: ['./evil.mjs'] };\n`,
    [`${shadow}/src/workshop/index.ts`]: ALARM,

    [`${modules}/01-first-run.py`]: 'from evil import run\nrun()\n',
    ...Object.fromEntries(
      [
        'evil',
        'mlflow',
        'sitecustomize',
        'usercustomize',
        'conftest',
        'json',
        'pandas/__init__',
      ].map((name) => [`${modules}/${name}.py`, PYTHON_ALARM]),
    ),
    [`${modules}/evil.pth`]: 'import evil\n',
    [`${modules}/.ipython/profile_default/startup/00.py`]: PYTHON_ALARM,
    [`${modules}/.env`]: 'PYTHONSTARTUP=evil.py\nPYTHONPATH=.\nMLFLOW_TRACKING_URI=@canary@\n',

    'a10-notebook-of-outputs/01-first-run.ipynb': notebookShowing('x'.repeat(24 * 1024 * 1024)),
    'a10-notebook-without-end/01-first-run.ipynb': '[{"cells":'.repeat(500_000),

    [`a16-hand-results-in/${FIRST}`]: DOES_NOTHING,
    'a16-hand-results-in/results.json': FORGED,
    'a16-hand-results-in/result.json': FORGED,
    'a16-hand-results-in/submissions/a16-hand-results-in/result.json': FORGED,
    'a16-hand-results-in/.mlflow/progress.json': FORGED,

    [`a17-link-to-a-secret/${FIRST}`]: { linkTo: '@secret@' },
    'a17-link-to-a-secret/neighbour': { linkTo: '@class@/a00-alice' },
    'a17-zip-that-leads-out.zip': rawZip([
      ...['../a00-alice/', '../../out/handed-in/a00-alice/', '/a00-alice/', '..\\a00-alice\\'].map(
        (at) => ({
          name: at + FIRST,
          content: DOES_NOTHING,
        }),
      ),
      { name: FIRST, content: '/etc/passwd', mode: 0o120777 },
    ]),
    'a17-zip-bomb.zip': bomb(),

    [`=cmd|'calc'!A0<img src=x onerror=alert(1)>/${FIRST}`]: `throw new Error('=1+1\\n##[error]x')`,

    [`${repository}/exercises/${FIRST}`]: DOES_NOTHING,
    [`${repository}/package.json`]: PACKAGE,
    [`${repository}/evil.mjs`]: ALARM,
    [`${repository}/graders/${FIRST}`]: `export default { name: '01-first-run', checks: [] };\n`,
    [`${repository}/solutions/${FIRST}`]: ALARM,
    [`${repository}/bin/workshop.mjs`]: ALARM,
    [`${repository}/src/grade.ts`]: ALARM,
    [`${repository}/.github/workflows/workshop.yml`]:
      'on: pull_request_target\njobs: { grade: { runs-on: self-hosted, steps: [{ run: exit 0 }] } }\n',

    [`m02-hand-runs-in/${FIRST}`]: DOES_NOTHING,
    'm02-hand-runs-in/mlruns/1/0123456789abcdef0123456789abcdef/meta.yaml':
      'run_name: mon-premier-run-mlflow\nstatus: 3\nlifecycle_stage: active\n',
    'm02-hand-runs-in/mlruns/1/0123456789abcdef0123456789abcdef/metrics/accuracy': '1 0.99 0\n',
    'm02-hand-runs-in/mlflow.db': 'SQLite format 3\0',
  };
}

/** A notebook that was run, and what its only cell then showed. */
function notebookShowing(text: string): string {
  const output = { output_type: 'stream', name: 'stdout', text };
  const cell = {
    cell_type: 'code',
    metadata: {},
    execution_count: 1,
    source: 'pass',
    outputs: [output],
  };
  return JSON.stringify({ nbformat: 4, nbformat_minor: 4, metadata: {}, cells: [cell] });
}

/** A program of 400 MB in 400 kB, that says it had a hundred bytes. */
function bomb(): Buffer {
  const content = Buffer.alloc(400 * 1024 * 1024, ' ');
  return rawZip([{ name: FIRST, content, method: 8, sizeBytes: 100 }]);
}
