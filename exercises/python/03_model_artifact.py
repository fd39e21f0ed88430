"""03 — Sauvegarder le modèle avec le run (partie 2 : 2.1)

Le problème : un fichier model.pkl traîne sur le disque. De quel run vient-il ? Quelle accuracy ?

La question : de quoi auriez-vous besoin pour qu’un modèle reste lié aux métriques qu’il a
obtenues ? Réfléchissez-y avant de lire la suite, puis complétez le blanc.

Demandé : le run « avec-artefact-modele », paramètres n_estimators = 100, max_depth = 10,
métriques accuracy et f1, et le modèle entraîné, loggé sous le nom « model ». Les métriques et les
paramètres doivent être ceux de ce modèle : les unes sont recalculées, les autres relus dedans.

Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 03 -- --python`.

---

03 — Save the model with the run (part 2: 2.1)

The problem: a file model.pkl lies about on the disk. Which run is it from? What accuracy?

The question: what would you need for a model to stay tied to the metrics that it reached? Think
about it before you read on, then fill in the blank.

Asked for: the run "avec-artefact-modele", parameters n_estimators = 100, max_depth = 10,
metrics accuracy and f1, and the trained model, logged under the name "model". Metrics and parameters
must be those of this model: the former are computed again, the latter read from it.

Help: docs/mlflow_cheatsheet.md, or `npm run hint 03 -- --python`.
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

# %% Le run / The run
with mlflow.start_run(run_name="avec-artefact-modele"):
    mlflow.log_params({"n_estimators": 100, "max_depth": 10})

    model = RandomForestClassifier(n_estimators=100, max_depth=10, random_state=42)
    model.fit(X_train, y_train)
    y_pred = model.predict(X_test)

    mlflow.log_metrics(
        {"accuracy": accuracy_score(y_test, y_pred), "f1": f1_score(y_test, y_pred)}
    )

    # TODO : logger le modèle dans ce run / log the model to this run
    # mlflow.sklearn.______(______, name="______")
