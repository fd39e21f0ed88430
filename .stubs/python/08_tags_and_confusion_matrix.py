"""08 — Ajouter des tags et une matrice de confusion (partie 3 : 3.2)

Demandé : le run « exercice-avec-tags-et-graphique »,

- tags author (votre nom) et model_type (le type du modèle) ;
- métrique accuracy ;
- une image de la matrice de confusion, sous le nom de votre choix.

Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 08 -- --python`.

---

08 — Add tags and a confusion matrix (part 3: 3.2)

Asked for: the run "exercice-avec-tags-et-graphique",

- tags author (your name) and model_type (the type of the model);
- metric accuracy;
- an image of the confusion matrix, under a name of your choice.

Help: docs/mlflow_cheatsheet.md, or `npm run hint 08 -- --python`.
"""

import os

import matplotlib.pyplot as plt
import mlflow
import pandas as pd
import seaborn as sns
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, confusion_matrix
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
with mlflow.start_run(run_name="exercice-avec-tags-et-graphique"):
    # TODO : poser les tags author et model_type / set the tags author and model_type

    model = RandomForestClassifier(n_estimators=100, random_state=42)
    model.fit(X_train, y_train)
    y_pred = model.predict(X_test)

    mlflow.log_metric("accuracy", accuracy_score(y_test, y_pred))

    # TODO : créer et logger la matrice de confusion / make and log the confusion matrix
