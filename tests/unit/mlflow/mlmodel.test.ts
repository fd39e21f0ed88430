import { expect, test } from 'vitest';
import { parseMlmodel } from '../../../src/mlflow/mlmodel.ts';
import { modelFiles } from '../../../src/mlflow/model-files.ts';

const identity = {
  modelId: 'm-1',
  runId: 'r1',
  artifactPath: 'mlflow-artifacts:/1/models/m-1/artifacts',
  mlflowVersion: '3.17.2',
};

test('a model folder holds the files, MLmodel, environments and the example', async () => {
  const files = await modelFiles(
    {
      files: { 'model.onnx': new Uint8Array(3) },
      flavors: { onnx: { data: 'model.onnx' }, python_function: { loader_module: 'mlflow.onnx' } },
      signature: { inputs: [{ type: 'double', name: 'x', required: true }] },
      inputExample: { columns: ['x'], data: [[1.5]] },
      requirements: ['onnxruntime'],
    },
    identity,
  );
  expect(Object.keys(files).toSorted()).toEqual([
    'MLmodel',
    'conda.yaml',
    'input_example.json',
    'model.onnx',
    'python_env.yaml',
    'requirements.txt',
    'serving_input_example.json',
  ]);
  expect(files['requirements.txt']).toBe('mlflow==3.17.2\nonnxruntime\n');
  expect(files['conda.yaml']).toBe(`channels:
  - conda-forge
dependencies:
  - python=3.11
  - pip
  - pip:
      - mlflow==3.17.2
      - onnxruntime
name: mlflow-env
`);
  const mlmodel = await parseMlmodel(String(files['MLmodel']));
  expect(mlmodel).toMatchObject({
    modelId: 'm-1',
    modelUuid: 'm-1',
    runId: 'r1',
    artifactPath: identity.artifactPath,
    mlflowVersion: '3.17.2',
    modelSizeBytes: 3,
    inputExamplePath: 'input_example.json',
    signature: { inputs: [{ type: 'double', name: 'x', required: true }] },
    flavors: {
      onnx: { data: 'model.onnx' },
      python_function: {
        loader_module: 'mlflow.onnx',
        python_version: '3.11',
        env: { conda: 'conda.yaml', virtualenv: 'python_env.yaml' },
      },
    },
  });
});

test('a requirement that names mlflow is kept as it is', async () => {
  const parts = { files: {}, flavors: {}, requirements: ['mlflow>=3,<4'] };
  const files = await modelFiles(parts, identity);
  expect(files['requirements.txt']).toBe('mlflow>=3,<4\n');
});

test.each(['', '[]', 'flavors: 3', '{', 'signature: {}'])('%j is no MLmodel file', async (text) => {
  await expect(parseMlmodel(text)).rejects.toThrow('Not an MLmodel file');
});
