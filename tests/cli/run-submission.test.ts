import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTranslator } from '../../src/messages/translator.ts';
import { troubleOf } from '../../src/report/trouble.ts';
import { startChild } from '../../src/run/run-submission.ts';

const CSV = fileURLToPath(new URL('../../data/customer_data.csv', import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'submission-'));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

/** Runs the body of a default function, or a whole file, for which MLflow is out of reach. */
async function run(source: string, trackingUri = 'http://127.0.0.1:9') {
  const file = join(folder, '06-compare-runs.ts');
  const body = `export default async function ({ models, metrics, data, plots, serving }) {\n${source}\n}\n`;
  await writeFile(file, /^(export|import) /m.test(source) ? source : body);
  const env = { PATH: process.env['PATH'] ?? '' };
  using child = startChild({ memoryMb: 512, csv: CSV, env });
  const job = { file, trackingUri, userName: 'student' };
  const { execution, returned } = await child.run(job, { timeoutMs: 20_000 });
  const trouble = troubleOf({ execution, language: 'typescript' }, 512);
  const said = (language: 'fr' | 'en') =>
    trouble === null ? null : createTranslator(language)(trouble);
  return { execution, returned, fr: said('fr'), en: said('en') };
}

test.for([
  ['a value of more than a megabyte', `return 'x'.repeat(1024 * 1024);`, /too large to be read/],
  [
    'a value that refers to itself',
    `const ring = {}; ring.self = ring; return ring;`,
    /cannot be read as JSON \(Converting circular structure to JSON\): return only/,
  ],
  [
    'a big integer',
    `return 1n;`,
    /cannot be read as JSON \(Do not know how to serialize a BigInt\)/,
  ],
  [
    'a value whose JSON throws',
    `return { toJSON() { throw new Error('no'); } };`,
    /cannot be read as JSON \(no\)/,
  ],
] as const)('%s is not read, and that is said', async ([, source, sentence]) => {
  const { execution, returned, en } = await run(source);
  expect(execution).toMatchObject({ outcome: 'unreadable-return', exitCode: 0 });
  expect(returned).toBeNull();
  expect(en).toMatch(sentence);
});

test('a value of just under a megabyte is read', async () => {
  const { execution, returned } = await run(`return 'x'.repeat(1024 * 1024 - 2);`);
  expect(execution.outcome).toBe('completed');
  expect(returned).toHaveLength(1024 * 1024 - 2);
});

test('a report that the submission writes itself is not taken for the report', async () => {
  const { execution, returned } = await run(
    `const { writeSync } = await import('node:fs');
     writeSync(3, JSON.stringify({ kind: 'returned', value: [1] }) + '\\n');
     process.exit(0);`,
  );
  expect(execution).toMatchObject({ outcome: 'exited', exitCode: 0 });
  expect(returned).toBeNull();
});

test('what the submission writes where the report goes does not hide the report', async () => {
  const { execution, returned } = await run(
    `const { writeFileSync } = await import('node:fs');
     writeFileSync(3, 'x'.repeat(3 * 1024 * 1024));
     return [2];`,
  );
  expect(execution.outcome).toBe('completed');
  expect(returned).toEqual([2]);
});

test('a submission that replaces what writes the report learns nothing', async () => {
  const { execution, returned } = await run(
    `const fs = (await import('node:fs')).default;
     const { syncBuiltinESMExports } = await import('node:module');
     const told = [];
     for (const name of ['writeSync', 'writeFileSync']) fs[name] = (...args) => void told.push(args);
     const { stringify } = JSON;
     JSON.stringify = (value) => (told.push(value), stringify(value));
     syncBuiltinESMExports();
     process.on('exit', () => console.log('told', told.length));
     return [3];`,
  );
  expect(execution).toMatchObject({ outcome: 'completed', output: 'told 0\n' });
  expect(returned).toEqual([3]);
});

test.for([
  [
    'a package',
    `import _ from 'lodash';\nexport default async function () {\n  _();\n}\n`,
    'Your file imports "lodash", which cannot be found: exercises import only types (import type …), use what the function is handed.',
    'Votre fichier importe « lodash », introuvable : un exercice n’importe que des types (import type …), utilisez ce que la fonction reçoit.',
  ],
  [
    'a file',
    `import { x } from './nowhere.ts';\nexport default async function () {\n  x();\n}\n`,
    'Your file imports "./nowhere.ts", which cannot be found: exercises import only types (import type …), use what the function is handed.',
    'Votre fichier importe « ./nowhere.ts », introuvable : un exercice n’importe que des types (import type …), utilisez ce que la fonction reçoit.',
  ],
  [
    'a package in the function',
    `await import('lodash');`,
    'Your file imports "lodash", which cannot be found: exercises import only types (import type …), use what the function is handed.',
    'Votre fichier importe « lodash », introuvable : un exercice n’importe que des types (import type …), utilisez ce que la fonction reçoit.',
  ],
  [
    'a type as if it were a value',
    `import { PathLike } from 'node:fs';\nexport default async function (x: PathLike) {}\n`,
    'Your file imports "PathLike", which is no value: exercises import only types, write import type { … }.',
    'Votre fichier importe « PathLike », qui n’est pas une valeur : un exercice n’importe que des types, écrivez import type { … }.',
  ],
] as const)('a submission that imports %s is told what to do', async ([, source, en, fr]) => {
  const ran = await run(source);
  expect(ran).toMatchObject({ en, fr });
  // Node's own words are kept.
  expect(ran.execution.output).toMatch(/Cannot find|does not provide an export/);
});

test.for([
  [
    'Python’s spelling',
    `export default async function ({ mlflow }: { mlflow: any }) {\n  await mlflow.log_params({});\n}\n`,
    'Your file calls mlflow.log_params, line 2, which does not exist: names are written in camelCase here, logParams.',
    'Votre fichier appelle mlflow.log_params, ligne 2, qui n’existe pas : les noms s’écrivent ici en camelCase, logParams.',
  ],
  [
    'what it did not take',
    `export default async function () {\n  await mlflow.logParams({});\n}\n`,
    'Your file uses mlflow, line 2, without having it: take it from what the function is handed, as in function ({ mlflow }).',
    'Votre fichier utilise mlflow, ligne 2, sans l’avoir : prenez-le dans ce que la fonction reçoit, comme function ({ mlflow }).',
  ],
] as const)('a submission that uses %s is told what to write', async ([, source, en, fr]) => {
  expect(await run(source)).toMatchObject({ en, fr });
});

test('what is no function for another reason, or not defined, is told as it is', async () => {
  const another = await run(`const rows: any = {};\nrows.map();`);
  expect(another.en).toContain('rows.map is not a function');
  expect((await run('help();')).en).toContain('help is not defined');
});

test.for([
  ['text', `throw 'raté';`, 'raté'],
  ['an object', `throw { code: 4, why: ['a', 'b'] };`, `{ code: 4, why: [ 'a', 'b' ] }`],
  ['nothing', `throw undefined;`, 'undefined'],
  ['a rejected promise of a number', `void Promise.reject(4);`, '4'],
] as const)('%s that is thrown is shown as it is', async ([, source, shown]) => {
  const { execution, en, fr } = await run(source);
  expect(en).toBe(
    `Your file threw something that is no error: ${shown}. Write throw new Error("…"), which tells the line too.`,
  );
  expect(fr).toContain(`Votre fichier a levé autre chose qu’une erreur : ${shown}.`);
  expect(execution).toMatchObject({ outcome: 'threw', output: `${shown}\n` });
});

test('an error whose own properties throw is an error all the same', async () => {
  const { execution } = await run(
    `throw Object.defineProperty(new Error('x'), 'message', { get() { throw new Error('y'); } });`,
  );
  expect(execution.outcome).toBe('threw');
});

test('an error whose message is no text is shown all the same', async () => {
  const { execution } = await run(`throw Object.assign(new Error('x'), { message: { a: 1 } });`);
  expect(execution).toMatchObject({ outcome: 'threw', error: { message: '{ a: 1 }' } });
});

test('an error with a message of several megabytes is cut', async () => {
  const { execution } = await run(`throw new Error('x'.repeat(5_000_000));`);
  expect(execution.outcome).toBe('threw');
  expect(execution.error?.message).toHaveLength(8000);
});

test('a class as the default export is told from a function', async () => {
  const { execution, en, fr } = await run(`export default class Exercise {\n  run() {}\n}\n`);
  expect(execution.outcome).toBe('no-default-export');
  expect(en).toContain('Your file exports a class by default, the exercise wants a function');
  expect(fr).toContain('Votre fichier exporte une classe par défaut');
});

test.for([
  [
    'new models.GradientBoostingClassifier({}).predict(data.XTest)',
    'Ce GradientBoostingClassifier n’est pas encore entraîné : appelez d’abord fit(X, y).',
  ],
  [
    'new models.GradientBoostingClassifier({ nEstimators: 0 })',
    'nEstimators doit être un nombre entier d’au moins 1, pas 0.',
  ],
  [
    'new models.LogisticRegression().fit(data.XTrain, data.yTest)',
    'X et y n’ont pas la même longueur (4000 et 1000) : il faut une étiquette par ligne.',
  ],
  [
    'metrics.accuracyScore(data.yTest, Promise.resolve(data.yTest))',
    'yTrue et yPred doivent être des listes d’étiquettes (manque-t-il un await ?).',
  ],
  [
    'plots.confusionMatrix([[1, 2]])',
    'Une matrice de confusion a autant de colonnes que de lignes.',
  ],
] as const)('%s is explained in French, with its line', async ([call, sentence]) => {
  const { execution, fr } = await run(`${call};`);
  expect(fr).toBe(`Votre fichier a levé une erreur, ligne 2 : ${sentence}`);
  // The kit's own words stay in what was printed.
  expect(execution.output).toContain(execution.error?.message);
});

test.for([
  ['{"message":"no such model"}', 'no such model'],
  ['{"path":5}', 'the gateway answered 200'],
  ['<html>', 'the gateway answered 200'],
] as const)('where a model is served is checked: %s', async ([body, said]) => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const { fr } = await run(`await serving.serve('models:/x/1');`, `http://127.0.0.1:${port}`);
  server.close();
  expect(fr).toBe(
    `Votre fichier a levé une erreur, ligne 2 : Le serveur de modèle de « models:/x/1 » n’a pas démarré : ${said}`,
  );
});

test('what MLflow says is kept whole', async () => {
  const { en } = await run(
    `const error = new Error('INVALID_PARAMETER_VALUE: first\\n  second');
     error.name = 'MlflowError';
     throw error;`,
  );
  expect(en).toBe('Your file threw an error, line 2: INVALID_PARAMETER_VALUE: first second');
});

test('a wait at the top of the file that nothing ends is said', async () => {
  const { execution, en } = await run(
    `await new Promise(() => {});\nexport default async function () {}\n`,
  );
  expect(execution).toMatchObject({ outcome: 'exited', exitCode: 13 });
  expect(en).toMatch(/^Your file waits for a promise that nothing ever settles/);
});

test('a process that ends before the submission is loaded is no ending of the submission', async () => {
  const env = { PATH: process.env['PATH'] ?? '' };
  using child = startChild({ memoryMb: 512, csv: join(folder, 'not-there.csv'), env });
  const job = { file: join(folder, 'any.ts'), trackingUri: 'http://127.0.0.1:9', userName: '' };
  await expect(child.run(job, { timeoutMs: 20_000 })).rejects.toMatchObject({
    code: 'CHILD_NOT_STARTED',
  });
});
