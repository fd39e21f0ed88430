"""02 — Plusieurs métriques à la fois (partie 1, guidée : 1.5)

`log_params` et `log_metrics` prennent un dictionnaire : un appel au lieu de quatre.

1. Exécutez sans rien changer et comparez ce run à celui du 01 dans l’interface.
2. Le nombre d’arbres n’est pas celui demandé. Corrigez la ligne TODO et exécutez à nouveau.

Demandé : le run « exemple-metriques-multiples », paramètres model_type = RandomForest,
n_estimators = 150, max_depth = 12, métriques accuracy, precision, recall et f1.

Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 02 -- --python`.

---

02 — Several metrics at once (part 1, guided: 1.5)

`log_params` and `log_metrics` take a dictionary: one call instead of four.

1. Run without changing anything and compare this run with that of 01 in the UI.
2. The number of trees is not the one asked for. Mend the TODO line and run again.

Asked for: the run "exemple-metriques-multiples", parameters model_type = RandomForest,
n_estimators = 150, max_depth = 12, metrics accuracy, precision, recall and f1.

Help: docs/mlflow_cheatsheet.md, or `npm run hint 02 -- --python`.
"""

import os

import mlflow
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
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
N_ESTIMATORS = 20  # TODO : le nombre d’arbres demandé / the number of trees asked for

with mlflow.start_run(run_name="exemple-metriques-multiples"):
    # Un seul appel, une seule requête / One call, one request
    mlflow.log_params({"model_type": "RandomForest", "n_estimators": N_ESTIMATORS, "max_depth": 12})

    model = RandomForestClassifier(n_estimators=N_ESTIMATORS, max_depth=12, random_state=42)
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
