"""Writes a run of every kind of content with Python's client. argv: tracking URI, experiment, model name."""

import json
import pathlib
import sys
import tempfile

import mlflow
import pandas as pd
from mlflow import MlflowClient


class Doubled(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return model_input["x"] * 2


def main():
    tracking_uri, experiment, registered = sys.argv[1:]
    mlflow.set_tracking_uri(tracking_uri)
    mlflow.set_experiment(experiment)
    example = pd.DataFrame({"x": [1.5, 2.5]})
    signature = mlflow.models.infer_signature(example, example["x"] * 2)
    with mlflow.start_run(run_name="from-python", description="a note", tags={"é": "ü"}) as run:
        mlflow.log_params({"text": "a b", "number": 10, "float": 0.1, "empty": ""})
        for step in range(3):
            mlflow.log_metric("loss", 1 / (step + 1), step=step)
        mlflow.log_metrics({"accuracy": 0.81, "nan": float("nan"), "inf": float("inf")})
        mlflow.log_text("héllo", "notes/deep/a b.txt")
        mlflow.log_dict({"a": [1, None]}, "d.json")
        mlflow.log_table({"a": [1, 2], "b": ["x", None]}, "tables/t.json")
        mlflow.log_table({"a": [3], "c": [0.5]}, "tables/t.json")
        folder = pathlib.Path(tempfile.mkdtemp())
        (folder / "sub").mkdir()
        (folder / "sub" / "bytes.bin").write_bytes(bytes(range(256)))
        mlflow.log_artifacts(str(folder), "folder")
        mlflow.pyfunc.log_model(
            name="model",
            python_model=Doubled(),
            signature=signature,
            input_example=example,
            pip_requirements=["mlflow"],
            registered_model_name=registered,
        )
        mlflow.log_metric("after", 1.0)
    client = MlflowClient()
    client.set_registered_model_alias(registered, "champion", "1")
    client.update_registered_model(registered, description="described")
    client.set_model_version_tag(registered, "1", "stage", "test")
    print(json.dumps({"runId": run.info.run_id}))


main()
