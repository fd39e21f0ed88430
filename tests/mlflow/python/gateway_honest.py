"""What an eager student does with Python's client in one script; every call of it must be let through."""

import json
import sys
import warnings

import matplotlib
import mlflow
import numpy as np
import pandas as pd
from mlflow import MlflowClient
from sklearn.ensemble import RandomForestClassifier

warnings.simplefilter("ignore")
matplotlib.use("Agg")
import matplotlib.pyplot as plt

mlflow.set_tracking_uri(sys.argv[1])
mlflow.set_experiment("workshop-churn-learning")
features = pd.DataFrame(np.random.default_rng(42).random((50, 3)), columns=list("abc"))
target = (features.a > 0.5).astype(int)
mlflow.autolog(log_models=False, silent=True)
with mlflow.start_run(run_name="tout") as run:
    model = RandomForestClassifier(5).fit(features, target)
    mlflow.log_input(mlflow.data.from_pandas(features), context="training")
    mlflow.log_table({"a": [1, 2]}, "table.json")
    mlflow.log_dict({"a": 1}, "dict.json")
    mlflow.log_text("texte", "dossier/à moi.txt")
    mlflow.log_figure(plt.figure(), "figure.png")
    mlflow.log_image(np.zeros((4, 4, 3), dtype=np.uint8), key="image", step=1)
    mlflow.log_metric("accuracy", 0.9)
    mlflow.set_tag("author", "Zoé")
    mlflow.sklearn.log_model(model, name="model", input_example=features[:2], registered_model_name="churn-predictor")

run_id = run.info.run_id
client = MlflowClient()
version = mlflow.register_model(f"runs:/{run_id}/model", "churn-2").version
client.set_registered_model_alias("churn-2", "champion", version)
client.copy_model_version("models:/churn-2@champion", "churn-3")
client.update_model_version("churn-2", version, "description")
mlflow.pyfunc.load_model("models:/churn-predictor/latest").predict(features[:2])
mlflow.sklearn.load_model(f"runs:/{run_id}/model").predict(features[:2])
mlflow.artifacts.load_dict(f"runs:/{run_id}/dict.json")
mlflow.search_logged_models()
mlflow.search_runs(order_by=["metrics.accuracy DESC"])
client.get_metric_history(run_id, "accuracy")
client.search_model_versions("name='churn-2'")
client.rename_registered_model("churn-2", "churn-4")
client.delete_registered_model("churn-3")
mlflow.evaluate(f"runs:/{run_id}/model", features.assign(y=target), targets="y", model_type="classifier")
client.delete_run(client.create_run(run.info.experiment_id).info.run_id)
print(json.dumps(run_id))
