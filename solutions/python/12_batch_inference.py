"""4.4 — Prédire cent clients d’un coup / Predict a hundred customers at once."""

import os

import mlflow
import pandas as pd

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

mlflow.set_tracking_uri(os.environ.get("MLFLOW_TRACKING_URI", "http://localhost:5000"))
mlflow.set_experiment("workshop-churn-learning")

# %% Le batch / The batch
customers = df.head(100)
batch_model = mlflow.sklearn.load_model("models:/churn-predictor/latest")

with mlflow.start_run(run_name="inference-batch"):
    X = customers[FEATURE_COLS]
    results = pd.DataFrame(
        {
            "customer_id": customers["customer_id"],
            "churn_probability": batch_model.predict_proba(X)[:, 1],
            "churn_predicted": batch_model.predict(X),
        }
    )
    mlflow.log_table(results, "predictions.json")

print(results.head(10))
