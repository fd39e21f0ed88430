"""07 — Logger un Gradient Boosting (partie 3 : 3.1)

À vous : l’entraînement est là, rien n’est encore loggé.

Demandé : le run « exercice-gradient-boosting »,

- paramètres n_estimators = 100, learning_rate = 0.1, max_depth = 5 ;
- métriques accuracy, precision, recall et f1 sur les lignes de test ;
- le modèle entraîné avec ces paramètres, loggé sous le nom « model ».

Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 07 -- --python`.

---

07 — Log a gradient boosting (part 3: 3.1)

Your turn: the training is there, nothing is logged yet.

Asked for: the run "exercice-gradient-boosting",

- parameters n_estimators = 100, learning_rate = 0.1, max_depth = 5;
- metrics accuracy, precision, recall and f1 on the test rows;
- the model trained with these parameters, logged under the name "model".

Help: docs/mlflow_cheatsheet.md, or `npm run hint 07 -- --python`.
"""

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

    # TODO : logger les trois paramètres / log the three parameters

    model = GradientBoostingClassifier(
        n_estimators=n_estimators,
        learning_rate=learning_rate,
        max_depth=max_depth,
        random_state=42,
    )
    model.fit(X_train, y_train)
    y_pred = model.predict(X_test)

    # TODO : calculer et logger les quatre métriques / compute and log the four metrics

    # TODO : logger le modèle / log the model
