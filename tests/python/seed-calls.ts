/**
 * The calls of the workshop's notebook as it has them, addresses and paths too: `http://localhost:5000` and
 * `../data/customer_data.csv`. Each piece is one of its cells.
 *
 * @param experiment stands for the workshop's, so that tests do not see each other's runs
 */
export function seedCalls(experiment: string): readonly string[] {
  return [
    `import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score, f1_score, confusion_matrix
from sklearn.preprocessing import StandardScaler
import mlflow
import mlflow.sklearn
import warnings
warnings.filterwarnings('ignore')`,
    `mlflow.set_tracking_uri("http://localhost:5000")
experiment_name = "${experiment}"
mlflow.set_experiment(experiment_name)`,
    `df = pd.read_csv('../data/customer_data.csv')
X = df.drop(columns=['customer_id', 'churned'])
y = df['churned']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42, stratify=y)`,
    `import joblib
import tempfile
import os

with mlflow.start_run(run_name="logistique-avec-scaler") as run:
    scaler = StandardScaler()
    X_train_scaled = scaler.fit_transform(X_train)
    with tempfile.TemporaryDirectory() as tmpdir:
        scaler_path = os.path.join(tmpdir, "scaler.pkl")
        joblib.dump(scaler, scaler_path)
        mlflow.log_artifact(scaler_path, artifact_path="preprocessing")
    model = LogisticRegression(random_state=42, max_iter=1000)
    model.fit(X_train_scaled, y_train)
    y_pred = model.predict(scaler.transform(X_test))
    mlflow.log_metrics({"accuracy": accuracy_score(y_test, y_pred)})
    mlflow.log_param("model_type", "LogisticRegression")
    mlflow.sklearn.log_model(model, name="model")
    mlflow.set_tag("requires_scaling", "true")
    fig, ax = plt.subplots(figsize=(6, 4))
    sns.heatmap(confusion_matrix(y_test, y_pred), annot=True, fmt='d', cmap='Blues', ax=ax)
    mlflow.log_figure(fig, "matrice_confusion.png")
    plt.show()
    plt.close()
    run_id = run.info.run_id`,
    `from mlflow.tracking import MlflowClient

client = MlflowClient()
experiment = client.get_experiment_by_name(experiment_name)
best_runs = client.search_runs(
    experiment_ids=[experiment.experiment_id],
    order_by=["metrics.accuracy DESC"],
    max_results=5
)
for best in best_runs:
    print(f"{best.info.run_name}: accuracy={best.data.metrics.get('accuracy', 0):.4f}")`,
    `model_version = mlflow.register_model(f"runs:/{run_id}/model", "${experiment}")
loaded_model = mlflow.sklearn.load_model("models:/${experiment}/latest")
predictions = loaded_model.predict(scaler.transform(X_test)[:5])
print(f"Exemples de prédictions : {predictions}")`,
  ];
}
