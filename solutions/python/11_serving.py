"""4.3 — Le modèle comme API REST / The model as a REST API."""

import os

import mlflow
import pandas as pd
import requests
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

# %% Servir et demander / Serve and ask
rows = X_test.head(3)
tracking_uri = mlflow.get_tracking_uri()

# L’évaluateur lance `mlflow models serve`, comme on le ferait dans un terminal.
# The grader runs `mlflow models serve`, as one would in a terminal.
server = requests.post(
    f"{tracking_uri}/workshop/serving", json={"model_uri": "models:/churn-predictor/latest"}
)
server.raise_for_status()
serving_url = tracking_uri + server.json()["path"]

response = requests.post(
    f"{serving_url}/invocations", json={"dataframe_split": rows.to_dict(orient="split")}
)
response.raise_for_status()
served_predictions = response.json()["predictions"]

print(served_predictions)
