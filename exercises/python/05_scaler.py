"""05 — Sauvegarder le scaler avec le modèle (partie 2 : 2.3)

Le problème : la régression logistique apprend sur des colonnes centrées et réduites. Sans les
moyennes et les écarts de l’entraînement, le modèle rechargé prédit n’importe quoi, sans erreur.

La question : de quoi auriez-vous besoin, dans le run, pour prédire correctement dans six mois ?
Réfléchissez-y, puis complétez les blancs.

Demandé : le run « logistique-avec-scaler », la métrique accuracy, le modèle loggé « model », le
scaler de l’entraînement écrit par joblib sous preprocessing/ (par exemple
« preprocessing/scaler.pkl »), et le tag requires_scaling = true. Scaler et modèle ensemble doivent
redonner l’accuracy loggée.

Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 05 -- --python`.

---

05 — Save the scaler with the model (part 2: 2.3)

The problem: logistic regression learns on centred and scaled columns. Without the means and
deviations of the training, the model loaded back predicts nonsense, with no error.

The question: what would you need, in the run, to predict rightly in six months? Think about it,
then fill in the blanks.

Asked for: the run "logistique-avec-scaler", the metric accuracy, the logged model "model", the
scaler of the training as joblib writes it under preprocessing/ (for example
"preprocessing/scaler.pkl"), and the tag requires_scaling = true. Scaler and model together must give
the logged accuracy again.

Help: docs/mlflow_cheatsheet.md, or `npm run hint 05 -- --python`.
"""

import os
import tempfile

import joblib
import mlflow
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

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
with mlflow.start_run(run_name="logistique-avec-scaler"):
    scaler = StandardScaler()
    X_train_scaled = scaler.fit_transform(X_train)
    X_test_scaled = scaler.transform(X_test)

    # TODO : sauvegarder le scaler / save the scaler
    # with tempfile.TemporaryDirectory() as folder:
    #     path = os.path.join(folder, "scaler.pkl")
    #     joblib.______(______, path)
    #     mlflow.______(path, artifact_path="______")

    model = LogisticRegression(max_iter=1000, random_state=42)
    model.fit(X_train_scaled, y_train)
    y_pred = model.predict(X_test_scaled)

    mlflow.log_metric("accuracy", accuracy_score(y_test, y_pred))

    # TODO : logger le modèle, puis poser le tag / log the model, then set the tag
    # mlflow.sklearn.______(______, name="______")
    # mlflow.______("requires_scaling", "______")
