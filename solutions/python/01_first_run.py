"""1.2 à 1.4 — Le premier run / The first run."""

import os

import mlflow
import pandas as pd
import requests
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, f1_score
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

# %% Se connecter / Connect
# L’adresse de MLflow, et la preuve qu’il répond / MLflow's address, and the proof that it answers
tracking_uri = os.environ.get("MLFLOW_TRACKING_URI", "http://localhost:5000")
mlflow.set_tracking_uri(tracking_uri)
requests.get(f"{tracking_uri}/health", timeout=10).raise_for_status()
print(f"MLflow {mlflow.__version__}: {tracking_uri}")

# %% Choisir l’expérience / Choose the experiment
# Elle est créée si elle n’existe pas encore / It is created when it is not there yet
experiment = mlflow.set_experiment("workshop-churn-learning")
print(f"{tracking_uri}/#/experiments/{experiment.experiment_id}")

# %% Le run / The run
MAX_DEPTH = 10

with mlflow.start_run(run_name="mon-premier-run-mlflow"):
    # Ce qui entre dans le modèle / What goes into the model
    mlflow.log_param("model_type", "RandomForest")
    mlflow.log_param("n_estimators", 100)
    mlflow.log_param("max_depth", MAX_DEPTH)

    model = RandomForestClassifier(n_estimators=100, max_depth=MAX_DEPTH, random_state=42)
    model.fit(X_train, y_train)
    y_pred = model.predict(X_test)

    # Ce qui en sort / What comes out of it
    accuracy = accuracy_score(y_test, y_pred)
    f1 = f1_score(y_test, y_pred)
    mlflow.log_metric("accuracy", accuracy)
    mlflow.log_metric("f1", f1)

    print(f"accuracy = {accuracy:.4f}, f1 = {f1:.4f}")
