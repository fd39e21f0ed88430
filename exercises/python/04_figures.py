"""04 — Sauvegarder un graphique (partie 2 : 2.2)

Le problème : la matrice de confusion s’affichait dans le notebook, puis disparaissait avec lui.

La question : de quoi auriez-vous besoin pour retrouver la figure à côté de l’accuracy, sans
fichier local ? Réfléchissez-y, puis complétez les blancs.

Demandé : le run « avec-graphiques », la métrique accuracy, et l’artefact « matrice_confusion.png »,
une vraie image de la matrice de confusion sur les lignes de test.

Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 04 -- --python`.

---

04 — Save a figure (part 2: 2.2)

The problem: the confusion matrix was shown in the notebook, then vanished with it.

The question: what would you need to find the figure again next to the accuracy, with no local
file? Think about it, then fill in the blanks.

Asked for: the run "avec-graphiques", the metric accuracy, and the artifact
"matrice_confusion.png", a real image of the confusion matrix on the test rows.

Help: docs/mlflow_cheatsheet.md, or `npm run hint 04 -- --python`.
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
with mlflow.start_run(run_name="avec-graphiques"):
    model = RandomForestClassifier(n_estimators=100, random_state=42)
    model.fit(X_train, y_train)
    y_pred = model.predict(X_test)

    mlflow.log_metric("accuracy", accuracy_score(y_test, y_pred))

    # TODO : compter, dessiner, attacher / count, draw, attach
    # cm = ______(______, ______)
    # fig, ax = plt.subplots()
    # sns.heatmap(______, annot=True, fmt="d", cmap="Blues", ax=ax)
    # ax.set(xlabel="Prédit / Predicted", ylabel="Réel / Actual")
    # mlflow.______(fig, "______")
    # plt.close(fig)
