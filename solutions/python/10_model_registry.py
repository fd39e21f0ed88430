"""4.1 et 4.2 — Enregistrer, puis recharger / Register, then load back."""

import os

import mlflow
import pandas as pd
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

mlflow.set_tracking_uri(os.environ.get("MLFLOW_TRACKING_URI", "http://localhost:5000"))
mlflow.set_experiment("workshop-churn-learning")

# %% Entraîner et logger / Train and log
with mlflow.start_run(run_name="modele-pour-registry") as run:
    mlflow.log_params({"n_estimators": 200, "max_depth": 12})

    model = RandomForestClassifier(n_estimators=200, max_depth=12, random_state=42)
    model.fit(X_train, y_train)
    y_pred = model.predict(X_test)

    mlflow.log_metrics(
        {"accuracy": accuracy_score(y_test, y_pred), "f1": f1_score(y_test, y_pred)}
    )
    mlflow.sklearn.log_model(model, name="model")

    model_uri = f"runs:/{run.info.run_id}/model"

# %% Enregistrer / Register
model_version = mlflow.register_model(model_uri, "churn-predictor")

# %% Recharger / Load back
# `latest` suit les nouvelles versions, le numéro fige celle-ci.
# `latest` follows new versions, the number pins this one.
newest = mlflow.sklearn.load_model("models:/churn-predictor/latest")
pinned = mlflow.sklearn.load_model(f"models:/churn-predictor/{model_version.version}")

predictions_latest = newest.predict(X_test[:5])
predictions_by_number = pinned.predict(X_test[:5])

print(predictions_latest, predictions_by_number)
