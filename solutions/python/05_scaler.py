"""2.3 — Le scaler avec le modèle / The scaler with the model."""

import os
import tempfile

import joblib
import mlflow
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

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

# %% Le run / The run
with mlflow.start_run(run_name="logistique-avec-scaler"):
    # fit sur l’entraînement seulement : le test ne doit rien apprendre au scaler.
    # fit on the training rows only: the test rows must teach the scaler nothing.
    scaler = StandardScaler()
    X_train_scaled = scaler.fit_transform(X_train)
    X_test_scaled = scaler.transform(X_test)

    # Le dossier disparaît, le run garde le fichier / The folder vanishes, the run keeps the file
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "scaler.pkl")
        joblib.dump(scaler, path)
        mlflow.log_artifact(path, artifact_path="preprocessing")

    model = LogisticRegression(max_iter=1000, random_state=42)
    model.fit(X_train_scaled, y_train)
    y_pred = model.predict(X_test_scaled)

    mlflow.log_metric("accuracy", accuracy_score(y_test, y_pred))

    mlflow.sklearn.log_model(model, name="model")

    # Pour qui rechargera ce modèle / For whoever loads this model
    mlflow.set_tag("requires_scaling", "true")
