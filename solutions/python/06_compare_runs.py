"""2.4 — Les cinq meilleurs runs / The five best runs."""

import os

import mlflow
from mlflow import MlflowClient

mlflow.set_tracking_uri(os.environ.get("MLFLOW_TRACKING_URI", "http://localhost:5000"))
mlflow.set_experiment("workshop-churn-learning")

# %% La recherche / The search
client = MlflowClient()
experiment = client.get_experiment_by_name("workshop-churn-learning")

best_runs = client.search_runs(
    experiment_ids=[experiment.experiment_id],
    order_by=["metrics.accuracy DESC"],
    max_results=5,
)

for run in best_runs:
    print(run.info.run_name, run.data.metrics.get("accuracy"))
