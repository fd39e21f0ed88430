"""01 — Votre premier run (partie 1, guidée : 1.2 à 1.4)

Un run est une exécution de votre code d’entraînement, gardée par MLflow avec ce qui est entré
(paramètres) et ce qui est sorti (métriques). Une expérience est le dossier qui réunit les runs.

1. Ce code est complet : exécutez-le sans rien changer.
2. Ouvrez l’adresse de MLflow et trouvez paramètres et métriques de votre run.
3. Une valeur n’est pas celle demandée. Corrigez la ligne TODO et exécutez à nouveau.

Demandé : le run « mon-premier-run-mlflow » dans l’expérience « workshop-churn-learning »,
paramètres model_type = RandomForest, n_estimators = 100, max_depth = 10,
métriques accuracy et f1.

Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 01 -- --python`.

---

01 — Your first run (part 1, guided: 1.2 to 1.4)

A run is one execution of your training code, kept by MLflow with what went in (parameters) and
what came out (metrics). An experiment is the folder that holds runs together.

1. This code is complete: run it without changing anything.
2. Open MLflow's address and find the parameters and metrics of your run.
3. One value is not the one asked for. Mend the TODO line and run again.

Asked for: the run "mon-premier-run-mlflow" in the experiment "workshop-churn-learning",
parameters model_type = RandomForest, n_estimators = 100, max_depth = 10,
metrics accuracy and f1.

Help: docs/mlflow_cheatsheet.md, or `npm run hint 01 -- --python`.
"""

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
MAX_DEPTH = 3  # TODO : la profondeur demandée / the depth asked for

# Le run commence ici et se termine avec le bloc / The run starts here and ends with the block
with mlflow.start_run(run_name="mon-premier-run-mlflow"):
    # 1. Les paramètres : ce qui entre / The parameters: what goes in
    mlflow.log_param("model_type", "RandomForest")
    mlflow.log_param("n_estimators", 100)
    mlflow.log_param("max_depth", MAX_DEPTH)

    # 2. L’entraînement, comme d’habitude / The training, as usual
    model = RandomForestClassifier(n_estimators=100, max_depth=MAX_DEPTH, random_state=42)
    model.fit(X_train, y_train)

    # 3. Les prédictions sur des lignes jamais vues / The predictions on rows never seen
    y_pred = model.predict(X_test)

    # 4. Les métriques : ce qui sort / The metrics: what comes out
    accuracy = accuracy_score(y_test, y_pred)
    f1 = f1_score(y_test, y_pred)
    mlflow.log_metric("accuracy", accuracy)
    mlflow.log_metric("f1", f1)

    print(f"accuracy = {accuracy:.4f}, f1 = {f1:.4f}")
