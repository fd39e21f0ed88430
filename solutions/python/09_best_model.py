"""3.3 — Le meilleur modèle, trouvé et chargé / The best model, found and loaded."""

import os

import mlflow
import pandas as pd
from mlflow import MlflowClient
from sklearn.model_selection import train_test_split

# Les clients et leurs 13 features / The customers and their 13 features
df = pd.read_csv(os.environ.get("WORKSHOP_DATA", "../../data/customer_data.csv"))
df = df.assign(
    recency_frequency_ratio=df["recency_days"] / (df["frequency"] + 1),
    monetary_per_order=df["monetary_value"] / (df["total_orders"] + 1),
    order_frequency=df["total_orders"] / (df["days_since_signup"] + 1),
    support_per_order=df["support_tickets"] / (df["total_orders"] + 1),
    rfm_score=pd.qcut(df["recency_days"], q=5, labels=[5, 4, 3, 2, 1]).astype(int)
    + pd.qcut(df["frequency"].rank(method="first"), q=5, labels=[1, 2, 3, 4, 5]).astype(int)
    + pd.qcut(df["monetary_value"].rank(method="first"), q=5, labels=[1, 2, 3, 4, 5]).astype(int),
)
FEATURE_COLS = df.columns.drop(["customer_id", "churned"]).tolist()

# Un client sur cinq, jamais vu à l’entraînement / One customer in five, never seen in training
X_train, X_test, y_train, y_test = train_test_split(
    df[FEATURE_COLS], df["churned"], test_size=0.2, random_state=42, stratify=df["churned"]
)

mlflow.set_tracking_uri(os.environ.get("MLFLOW_TRACKING_URI", "http://localhost:5000"))
mlflow.set_experiment("workshop-churn-learning")

# %% De la question à la réponse / From the question to the answer
client = MlflowClient()
experiment = client.get_experiment_by_name("workshop-churn-learning")
[best_run] = client.search_runs(
    experiment_ids=[experiment.experiment_id],
    filter_string="attributes.status = 'FINISHED'",
    order_by=["metrics.accuracy DESC"],
    max_results=1,
)

# L’URI suffit : MLflow sait où sont les fichiers / The URI is enough: MLflow knows where the files are
loaded_model = mlflow.sklearn.load_model(f"runs:/{best_run.info.run_id}/model")
predictions = loaded_model.predict(X_test[:5])

print(predictions)
