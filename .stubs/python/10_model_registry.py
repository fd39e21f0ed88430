"""10 — Enregistrer un modèle dans le Model Registry (partie 4 : 4.1 et 4.2)

Le registre donne un nom et des numéros de version aux modèles : fini model_v2_final.pkl.

Demandé :

1. le run « modele-pour-registry », paramètres n_estimators = 200, max_depth = 12, métriques
   accuracy et f1, modèle loggé « model » ;
2. ce modèle enregistré sous le nom « churn-predictor » ;
3. le modèle rechargé deux fois : par models:/churn-predictor/latest et par son numéro de version ;
4. les prédictions de chacun pour les cinq premières lignes de test : `predictions_latest` et
   `predictions_by_number`.

Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 10 -- --python`.

---

10 — Register a model in the Model Registry (part 4: 4.1 and 4.2)

The registry gives models a name and version numbers: no more model_v2_final.pkl.

Asked for:

1. the run "modele-pour-registry", parameters n_estimators = 200, max_depth = 12, metrics
   accuracy and f1, logged model "model";
2. that model registered under the name "churn-predictor";
3. the model loaded back twice: by models:/churn-predictor/latest and by its version number;
4. the predictions of each for the first five test rows: `predictions_latest` and
   `predictions_by_number`.

Help: docs/mlflow_cheatsheet.md, or `npm run hint 10 -- --python`.
"""

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
    # TODO : entraîner la forêt, logger paramètres, métriques et modèle
    #        train the forest, log parameters, metrics and model

    model_uri = f"runs:/{run.info.run_id}/model"

# %% Enregistrer / Register
# TODO : enregistrer le modèle de ce run / register the model of this run
print(model_uri)

# %% Recharger / Load back
# TODO : le recharger, par latest puis par numéro / load it back, by latest and then by number

# TODO : cinq prédictions de chacun / five predictions of each
predictions_latest = []
predictions_by_number = []

print(predictions_latest, predictions_by_number)
