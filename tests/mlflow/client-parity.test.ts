import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { createMlflow, type Mlflow } from '../../src/mlflow/index.ts';
import { dump } from './client-dump.ts';
import { freshName, runPython } from './client-python.ts';

const TABLE = 'tables/t.json';
const TEXTS = ['notes/deep/a b.txt', 'd.json'];
const BYTES = Uint8Array.from({ length: 256 }, (_, index) => index);

async function writeAll(mlflow: Mlflow, registered: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'client-parity-'));
  await mkdir(join(folder, 'sub'));
  await writeFile(join(folder, 'sub/bytes.bin'), BYTES);
  const options = { runName: 'from-typescript', description: 'a note', tags: { é: 'ü' } };
  const runId = await mlflow.startRun(options, async (run) => {
    await mlflow.logParams({ text: 'a b', number: 10, float: 0.1, empty: '' });
    await mlflow.logParam('long', 'x'.repeat(5000));
    for (let step = 0; step < 3; step++) await mlflow.logMetric('loss', 1 / (step + 1), { step });
    await mlflow.logMetrics({ accuracy: 0.81, nan: NaN, inf: Infinity, ninf: -Infinity });
    await mlflow.setTag('author', 'Zoé');
    await mlflow.setTags({ requires_scaling: true, gone: 1 });
    await mlflow.deleteTag('gone');
    await mlflow.logText('héllo', 'notes/deep/a b.txt');
    await mlflow.logDict({ a: [1, null] }, 'd.json');
    await mlflow.logTable({ a: [1, 2], b: ['x', null] }, TABLE);
    await mlflow.logTable([{ a: 3, c: 0.5 }], TABLE);
    await mlflow.logArtifacts(folder, 'folder');
    await mlflow.logArtifact(join(folder, 'sub/bytes.bin'));
    await mlflow.logFigure({ toPng: () => BYTES, toSvg: () => '<svg/>' }, 'figure.svg');
    await mlflow.logModel({
      name: 'model',
      files: { 'model.onnx': BYTES, 'extra/words.txt': 'hello' },
      flavors: {
        onnx: { data: 'model.onnx', onnx_version: '1.13.0', providers: ['CPUExecutionProvider'] },
        python_function: { loader_module: 'mlflow.onnx', data: 'model.onnx' },
      },
      signature: {
        inputs: [
          { type: 'double', name: 'x', required: true },
          { type: 'long', name: 'y', required: false },
        ],
        outputs: [{ type: 'long', name: 'churned', required: true }],
      },
      inputExample: { columns: ['x', 'y'], data: [[1.5, 2]] },
      requirements: ['onnx', 'onnxruntime', 'pandas'],
      registeredModelName: registered,
    });
    await mlflow.logMetric('after', 1);
    return run.info.runId;
  });
  await rm(folder, { recursive: true });
  await mlflow.client.setRegisteredModelAlias(registered, 'champion', '1');
  await mlflow.client.updateRegisteredModel(registered, 'described');
  await mlflow.client.setModelVersionTag(registered, '1', 'stage', 'test');
  return runId;
}

test('Python reads what TypeScript writes, field by field', async () => {
  const mlflow = createMlflow({ trackingUri: inject('trackingUri'), sourceName: 'parity.ts' });
  const registered = freshName('registered');
  await mlflow.setExperiment(freshName('parity'));
  const runId = await writeAll(mlflow, registered);

  const asked = { runId, registered, table: TABLE, texts: TEXTS };
  const ours = await dump(mlflow, asked);
  expect(ours).toEqual(await runPython('client_dump.py', JSON.stringify(asked)));
  expect(ours.run).toMatchObject({
    info: { runName: 'from-typescript', status: 'FINISHED', lifecycleStage: 'active' },
    params: { text: 'a b', number: '10', float: '0.1', empty: '', long: 'x'.repeat(5000) },
    metrics: { loss: 1 / 3, accuracy: 0.81, nan: 'nan', inf: Number.MAX_VALUE, after: 1 },
    tags: {
      'mlflow.runName': 'from-typescript',
      'mlflow.source.name': 'parity.ts',
      'mlflow.source.type': 'LOCAL',
      'mlflow.note.content': 'a note',
      author: 'Zoé',
      é: 'ü',
      requires_scaling: 'true',
    },
  });
  expect(ours.run.tags).not.toHaveProperty('gone');
  expect(ours.table).toEqual([
    { a: 1, b: 'x', c: null },
    { a: 2, b: null, c: null },
    { a: 3, b: null, c: 0.5 },
  ]);
  const [model] = ours.loggedModels;
  expect(model).toMatchObject({
    name: 'model',
    status: 'READY',
    sourceRunId: runId,
    params: { number: '10' },
  });
  expect(model?.metrics.map(([key]) => key)).toEqual([
    'accuracy',
    'after',
    'inf',
    'loss',
    'nan',
    'ninf',
  ]);
});

test('TypeScript reads what Python writes, field by field', async () => {
  const mlflow = createMlflow({ trackingUri: inject('trackingUri') });
  const registered = freshName('registered');
  const experiment = freshName('parity');
  await runPython('client_write.py', experiment, registered);

  const [run] = await mlflow.searchRuns({ experimentNames: [experiment] });
  const runId = run?.info.runId ?? '';
  const asked = { runId, registered, table: TABLE, texts: TEXTS };
  const ours = await dump(mlflow, asked);
  expect(ours).toEqual(await runPython('client_dump.py', JSON.stringify(asked)));
  expect(ours.texts['notes/deep/a b.txt']).toBe('héllo');

  const folder = await mkdtemp(join(tmpdir(), 'client-parity-'));
  const local = await mlflow.client.downloadArtifacts(runId, 'folder', folder);
  expect(new Uint8Array(await readFile(join(local, 'sub/bytes.bin')))).toEqual(BYTES);
  const model = await mlflow.downloadModel(`models:/${registered}/1`, join(folder, 'model'));
  expect(await readFile(join(model, 'MLmodel'), 'utf8')).toContain(`run_id: ${runId}`);
  await rm(folder, { recursive: true });
});
