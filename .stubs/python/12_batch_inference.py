"""12 — Inférence batch (partie 4 : 4.4)

Ce que fera un orchestrateur chaque nuit : charger le modèle du registre, prédire, garder le
résultat. « churn-predictor » est déjà dans le registre.

Demandé : le run « inference-batch », qui logge une table (fichier JSON, par exemple
« predictions.json ») des 100 premiers clients, dans l’ordre du fichier :

- customer_id ;
- churn_probability : la probabilité de départ selon models:/churn-predictor/latest ;
- churn_predicted : 0 ou 1 selon le même modèle.

Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 12 -- --python`.

---

12 — Batch inference (part 4: 4.4)

What an orchestrator will do every night: load the registered model, predict, keep the result.
"churn-predictor" is in the registry already.

Asked for: the run "inference-batch", which logs a table (a JSON file, for example
"predictions.json") of the first 100 customers, in the file's order:

- customer_id;
- churn_probability: the probability to leave according to models:/churn-predictor/latest;
- churn_predicted: 0 or 1 according to the same model.

Help: docs/mlflow_cheatsheet.md, or `npm run hint 12 -- --python`.
"""

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

# TODO : charger le modèle du registre / load the registered model

with mlflow.start_run(run_name="inference-batch"):
    X = customers[FEATURE_COLS]

    # TODO : prédire les probabilités et les étiquettes / predict probabilities and labels

    # TODO : faire la table et la logger / make the table and log it
    # results = pd.DataFrame(
    #     {"customer_id": customers["customer_id"], "______": ______, "______": ______}
    # )
    # mlflow.______(results, "______")
