"""3.1 — Logger un modèle Gradient Boosting / Log a gradient boosting model."""

import os

import mlflow
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import accuracy_score, f1_score, precision_score, recall_score
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

# %% Le run / The run
with mlflow.start_run(run_name="exercice-gradient-boosting"):
    n_estimators = 100
    learning_rate = 0.1
    max_depth = 5

    mlflow.log_params(
        {"n_estimators": n_estimators, "learning_rate": learning_rate, "max_depth": max_depth}
    )

    model = GradientBoostingClassifier(
        n_estimators=n_estimators,
        learning_rate=learning_rate,
        max_depth=max_depth,
        random_state=42,
    )
    model.fit(X_train, y_train)
    y_pred = model.predict(X_test)

    mlflow.log_metrics(
        {
            "accuracy": accuracy_score(y_test, y_pred),
            "precision": precision_score(y_test, y_pred),
            "recall": recall_score(y_test, y_pred),
            "f1": f1_score(y_test, y_pred),
        }
    )

    mlflow.sklearn.log_model(model, name="model")
