import { appendFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scratchProject, solutionOf, type ScratchProject } from './scratch-project.ts';

let project: ScratchProject;

beforeAll(async () => {
  project = await scratchProject();
});
afterAll(async () => await project[Symbol.asyncDispose]());

const EXERCISES =
  '01-first-run, 02-many-metrics, 03-model-artifact, 04-figures, 05-scaler, 06-compare-runs, ' +
  '07-gradient-boosting, 08-tags-and-confusion-matrix, 09-best-model, 10-model-registry, ' +
  '11-serving, 12-batch-inference';

test.for([
  ['test 70', `Unknown exercise: "70". Exercises: ${EXERCISES}.`],
  [
    'test gradient-bosting',
    'Unknown exercise: "gradient-bosting". Did you mean 07-gradient-boosting?',
  ],
  [
    'test 07-gradient_boosting',
    'Unknown exercise: "07-gradient_boosting". Did you mean 07-gradient-boosting?',
  ],
  ['solution servign', 'Unknown exercise: "servign". Did you mean 11-serving?'],
  [
    'test nowhere.py',
    'The file nowhere.py does not exist. Check the path, or give a number: npm test 07',
  ],
  [
    'test exercises/python',
    'exercises/python is neither a TypeScript file (.ts), nor a Python script (.py), nor a notebook (.ipynb).',
  ],
  ['hint', 'Name one exercise, for example: npm run hint 07'],
  ['reset 07 08', 'Name one exercise, for example: npm run reset 07'],
  ['mlflow restart', 'Unknown action: "restart". Choose start, status or stop.'],
  ['test --lang de', 'No texts for --lang=de: choose fr or en.'],
  ['hint 07 --lang=', 'No texts for --lang=: choose fr or en.'],
  ['--help --lang=es', 'No texts for --lang=es: choose fr or en.'],
  ['tset', 'Unknown command: "tset". Did you mean test? All of them: npm test -- --help'],
  ['hnit 07', 'Unknown command: "hnit". Did you mean hint? All of them: npm test -- --help'],
  ['watsh', 'Unknown command: "watsh". Did you mean watch? All of them: npm test -- --help'],
  [
    'test 07 --timeot 5',
    'Unknown option: --timeot. Options of this command: --lang, --timeout, --python.',
  ],
  ['test 07 --timeout soon', '--timeout=soon is no number of seconds: for example --timeout=300.'],
  ['test 07 --timeout=-1', '--timeout=-1 is no number of seconds: for example --timeout=300.'],
] as const)('workshop %s', async ([words, sentence]) => {
  expect(await project.run(words.split(' '))).toEqual({
    status: 1,
    stdout: '',
    stderr: `${sentence}\n`,
  });
});

test('a notebook that is not whole is called damaged', async () => {
  await project.write('half.ipynb', '{"cells": [');
  expect(await project.run(['test', 'half.ipynb'])).toEqual({
    status: 1,
    stdout: '',
    stderr: '"half.ipynb" is no whole notebook (no valid JSON): save it again in Jupyter.\n',
  });
});

test('an option that npm kept for itself is refused, and what has to be typed is said', async () => {
  const npm = { npm_lifecycle_event: 'reset', npm_config_python: 'true' };
  const reset = await project.run(['reset', '07'], npm);
  expect(reset).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'npm kept --python for itself: options come after "--". Type: npm run reset 07 -- --python\n',
  });
  const typed = await project.run(['reset', '07', '--python'], npm);
  expect(typed.stdout).toContain('07_gradient_boosting.py');
});

test.for(['', '--help', 'test --help', 'help'])(
  'workshop %s shows what there is',
  async (words) => {
    const { status, stdout, stderr } = await project.run(words.split(' ').filter(Boolean));
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('npm test 07');
    for (const name of ['watch', 'hint', 'solution', 'reset', 'replay', 'mlflow', 'doctor']) {
      expect(stdout).toContain(`npm run ${name}`);
    }
  },
);

test.for(['test', '--help', 'tset'])(
  'workshop %s refuses a WORKSHOP_LANG without texts',
  async (word) => {
    expect(await project.run([word], { WORKSHOP_LANG: 'xx', LANG: 'fr_FR.UTF-8' })).toEqual({
      status: 1,
      stdout: '',
      stderr: 'Pas de textes pour WORKSHOP_LANG=xx : choisissez fr ou en.\n',
    });
  },
);

test('--lang goes before WORKSHOP_LANG, which goes before the locale', async () => {
  const { stdout } = await project.run(['doctor', '--lang', 'EN'], { WORKSHOP_LANG: 'xx' });
  expect(stdout).toContain('MLflow will come from: embedded');
  const french = await project.run(['doctor'], { WORKSHOP_LANG: 'fr_CA.UTF-8' });
  expect(french.stdout).toContain('MLflow viendra de : embedded');
  const help = await project.run(['test', '--help', '--lang=fr']);
  expect(help.stdout).toContain('corrige un exercice à chaque enregistrement');
});

test('help is in French where the locale is', async () => {
  const { stdout } = await project.run(['--help'], { LANG: 'fr_FR.UTF-8' });
  expect(stdout).toContain('corrige un exercice à chaque enregistrement');
});

test('hints come one at a time, from a nudge to an example', async () => {
  const first = await project.run(['hint', '08']);
  const second = await project.run(['hint', '08']);
  const third = await project.run(['hint', '08']);
  expect(first.stdout).toContain('Hint 1/3. One more: npm run hint 08');
  expect(second.stdout).toContain('Hint 2/3. One more: npm run hint 08');
  expect(third.stdout).toContain('Hint 3/3, the last. The solution: npm run solution 08');
  const [nudge = ''] = first.stdout.split('\n');
  expect(second.stdout.startsWith(`${nudge}\n`)).toBe(true);
  expect(await project.run(['hint', '08'])).toEqual(third);
});

test('hints for Python speak Python, on a ladder of their own', async () => {
  await project.run(['hint', '07']);
  const first = await project.run(['hint', '07', '--python']);
  expect(first.stdout).toContain('Hint 1/3. One more: npm run hint 07 -- --python');
  const second = await project.run(['hint', '07', '--python']);
  expect(second.stdout).toContain('log_params for the three hyperparameters');
  expect(second.stdout).toContain('Hint 2/3. One more: npm run hint 07 -- --python');
  const third = await project.run(['hint', '07_gradient_boosting.py', '--lang=fr']);
  expect(third.stdout).toContain('mlflow.sklearn.log_model(model, name="model")');
  expect(third.stdout).toContain('La solution : npm run solution 07 -- --python');
  const other = await project.run(['hint', '07']);
  expect(other.stdout).toContain('Hint 2/3. One more: npm run hint 07\n');
});

test('the solution in Python is shown', async () => {
  const { status, stdout } = await project.run(['solution', '07', '--python']);
  expect(status).toBe(0);
  expect(stdout).toContain('with mlflow.start_run(run_name="exercice-gradient-boosting"):');
});

test.for([
  ['reset 03 --python', '03_model_artifact', '.py'],
  ['reset workshop', 'workshop', '.ipynb'],
  ['reset exercises/python/workshop.ipynb', 'workshop', '.ipynb'],
] as const)('workshop %s brings that file back', async ([words, name, ending]) => {
  const file = `exercises/python/${name}${ending}`;
  const stub = await project.read(file);
  await project.write(file, '# mine\n');
  const { stdout } = await project.run(words.split(' '));
  const [said, backup = ''] = /^(.*; your version: )(\S+)\n$/.exec(stdout)?.slice(1) ?? [];
  expect(said).toBe(`${file} is as it was handed out; your version: `);
  expect(backup).toMatch(new RegExp(`^\\.mlflow/backups/${name}\\.\\S+\\${ending}$`));
  expect(await project.read(backup)).toBe('# mine\n');
  expect(await project.read(file)).toBe(stub);
});

test('an exercise in Python whose file is gone says how to bring it back', async () => {
  await rm(join(project.folder, 'exercises', 'python', '02_many_metrics.py'));
  const { status, stderr } = await project.run(['test', '02', '--python']);
  expect(status).toBe(1);
  expect(stderr).toContain(
    'exercises/python/02_many_metrics.py does not exist. Bring it back: npm run reset 02 -- --python',
  );
  expect((await project.run(['reset', '02', '--python'])).status).toBe(0);
});

test('the solution is shown', async () => {
  const { status, stdout } = await project.run(['solution', '07']);
  expect(status).toBe(0);
  expect(stdout).toBe(`${await solutionOf('07-gradient-boosting')}\n`);
});

test('reset brings the exercise back and keeps what was written', async () => {
  const file = 'exercises/09-best-model.ts';
  const stub = await project.read(file);
  await project.write(file, '// mine\n');
  const { status, stdout } = await project.run(['reset', '09']);
  expect(status).toBe(0);
  const backup = /your version: (\.mlflow\/backups\/09-best-model\.\S+\.ts)\n$/.exec(stdout)?.[1];
  expect(await project.read(backup ?? '')).toBe('// mine\n');
  expect(await project.read(file)).toBe(stub);
  const again = await project.run(['reset', '09']);
  expect(again.stdout).toBe('exercises/09-best-model.ts is as it was handed out already.\n');
  const backups = await readdir(join(project.folder, '.mlflow', 'backups'));
  expect(backups.filter((name) => name.startsWith('09-'))).toHaveLength(1);
});

test('an exercise whose file is gone says how to bring it back', async () => {
  await rm(join(project.folder, 'exercises', '02-many-metrics.ts'));
  const { status, stderr } = await project.run(['test', '02']);
  expect(status).toBe(1);
  expect(stderr).toContain(
    'exercises/02-many-metrics.ts does not exist. Bring it back: npm run reset 02',
  );
  expect((await project.run(['reset', '02'])).status).toBe(0);
  expect(await project.read('exercises/02-many-metrics.ts')).toContain('TODO');
});

test('a customer file that is missing or altered says so, and reset brings it back', async () => {
  const csv = join(project.folder, 'data', 'customer_data.csv');
  const whole = await project.read('data/customer_data.csv');
  await appendFile(csv, 'C99999,1,2,3\n');
  expect(await project.run(['test', '07'])).toEqual({
    status: 1,
    stdout: '',
    stderr:
      "data/customer_data.csv is not the workshop's: it was changed. Bring it back: npm run reset data\n",
  });
  const { stdout } = await project.run(['reset', 'data']);
  expect(stdout).toMatch(
    /^data\/customer_data\.csv is as it was handed out; the one before: \.mlflow\/backups\/customer_data\.\S+\.csv\n$/,
  );
  expect(await project.read('data/customer_data.csv')).toBe(whole);
  await rm(csv);
  expect(await project.run(['test', '07'])).toEqual({
    status: 1,
    stdout: '',
    stderr: 'data/customer_data.csv is missing. Bring it back: npm run reset data\n',
  });
  expect((await project.run(['reset', 'data'])).status).toBe(0);
  expect(await project.read('data/customer_data.csv')).toBe(whole);
  await rm(csv);
  await project.write('data/customer_data.csv/mine.txt', 'kept');
  const folder = await project.run(['reset', 'data']);
  const [, backup = ''] = /the one before: (\S+)\n$/.exec(folder.stdout) ?? [];
  expect(await project.read(`${backup}/mine.txt`)).toBe('kept');
  expect(await project.read('data/customer_data.csv')).toBe(whole);
});

test('mlflow starts, tells its address, and stops', async () => {
  const none = 'No MLflow of this project is running. Start it: npm run mlflow\n';
  expect(await project.run(['mlflow', 'status'])).toEqual({ status: 1, stdout: none, stderr: '' });
  const started = await project.run(['mlflow']);
  expect(started.status).toBe(0);
  const uri = /^MLflow 3\.\d+\.\d+ answers at (http:\/\/127\.0\.0\.1:\d+) \(embedded\)\.\n$/.exec(
    started.stdout,
  )?.[1];
  expect((await fetch(`${uri}/health`)).status).toBe(200);
  expect(await project.run(['mlflow', 'status'])).toEqual({
    status: 0,
    stdout: `MLflow answers at ${uri} (embedded).\n`,
    stderr: '',
  });
  expect(await project.run(['mlflow', 'stop'])).toEqual({
    status: 0,
    stdout: 'MLflow is stopped. Its data stays in .mlflow/.\n',
    stderr: '',
  });
  await expect(fetch(`${uri}/health`)).rejects.toThrow('fetch failed');
  expect((await project.run(['mlflow', 'stop'])).stdout).toBe(none);
});

test('doctor says where MLflow comes from, why, and how to choose another', async () => {
  const { status, stdout } = await project.run(['doctor']);
  expect(status).toBe(0);
  expect(stdout.split('\n')).toEqual([
    'MLflow will come from: embedded',
    'Why: the variable WORKSHOP_MLFLOW asks for it',
    'To choose another:',
    '  an existing server     MLFLOW_TRACKING_URI=http://localhost:5000 npm test',
    '  a Docker container     WORKSHOP_MLFLOW=container npm test',
    '  the embedded MLflow    WORKSHOP_MLFLOW=embedded npm test',
    `Node ${process.versions.node}`,
    'data/customer_data.csv: intact',
    'MLflow of a class (npm run grade): embedded',
    expect.stringMatching(/^Sandbox for the submissions of a class \(npm run grade\): bubblewrap$/),
    expect.stringMatching(/^Why: it works here/),
    'Embedded MLflow: installed',
    'No MLflow of this project is running. Start it: npm run mlflow',
    '',
  ]);
  // Whatever a student's comes from here.
  const unforced = await project.run(['doctor'], { WORKSHOP_MLFLOW: '' });
  expect(unforced.stdout).toContain('MLflow of a class (npm run grade): embedded\n');
});
