"""09 — Trouver et charger le meilleur modèle (partie 3, défi : 3.3)

L’évaluateur a ajouté des runs à l’expérience « workshop-churn-learning » : des supprimés, un
FAILED, un sans accuracy. Chaque run a son modèle, et chaque modèle prédit autre chose.

Demandé :

1. trouver le run actif et FINISHED qui a la meilleure accuracy : `best_run` ;
2. charger le modèle de ce run depuis MLflow ;
3. prédire les cinq premières lignes de test : `predictions`, que vous affichez.

Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 09 -- --python`.

---

09 — Find and load the best model (part 3, challenge: 3.3)

The grader has added runs to the experiment "workshop-churn-learning": deleted ones, a FAILED one,
one without accuracy. Each run has its model, and each model predicts something else.

Asked for:

1. find the active, FINISHED run with the best accuracy: `best_run`;
2. load that run's model from MLflow;
3. predict the first five test rows: `predictions`, which you print.

Help: docs/mlflow_cheatsheet.md, or `npm run hint 09 -- --python`.
"""

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

# TODO : chercher le meilleur run / search for the best run
best_run = None

# TODO : charger son modèle / load its model

# TODO : prédire cinq lignes / predict five rows
predictions = []

print(predictions)
