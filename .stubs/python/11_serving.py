"""11 — Servir le modèle comme API REST (partie 4 : 4.3)

`mlflow models serve` fait d’un modèle du registre une API, sans une ligne de FastAPI. D’habitude on
lance cette commande dans un terminal ; ici l’évaluateur joue le terminal. Demandez-lui un serveur
par POST à /workshop/serving, sous l’adresse de MLflow : il lance la commande et répond le chemin
(« path ») du serveur sous cette même adresse. « churn-predictor » est déjà dans le registre.

Demandé :

1. servir models:/churn-predictor/latest ;
2. envoyer les trois premières lignes de test à /invocations, au format dataframe_split ;
3. garder la liste des prédictions que le serveur a répondues, sans y toucher :
   `served_predictions`.

Sans l’évaluateur, par exemple dans Jupyter avec votre MLflow : lancez
`mlflow models serve -m models:/churn-predictor/latest -p 5001 --env-manager local` dans un terminal
et donnez "http://localhost:5001" à `serving_url`.

Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 11 -- --python`.

---

11 — Serve the model as a REST API (part 4: 4.3)

`mlflow models serve` makes an API of a registered model, without a line of FastAPI. Usually you run
that command in a terminal; here the grader plays the terminal. Ask it for a server by a POST to
/workshop/serving, below MLflow's address: it runs the command and answers the "path" of the server
below that same address. "churn-predictor" is in the registry already.

Asked for:

1. serve models:/churn-predictor/latest;
2. send the first three test rows to /invocations, as dataframe_split;
3. keep the list of predictions that the server answered, as it is: `served_predictions`.

Without the grader, for example in Jupyter with your own MLflow: run
`mlflow models serve -m models:/churn-predictor/latest -p 5001 --env-manager local` in a terminal
and give "http://localhost:5001" to `serving_url`.

Help: docs/mlflow_cheatsheet.md, or `npm run hint 11 -- --python`.
"""

import os

import mlflow
import pandas as pd
import requests
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

# %% Servir et demander / Serve and ask
rows = X_test.head(3)
tracking_uri = mlflow.get_tracking_uri()

# TODO : demander le serveur de modèle / ask for the model server
# server = requests.post(f"{tracking_uri}/workshop/serving", json={"model_uri": "______"})
# server.raise_for_status()
# serving_url = tracking_uri + server.json()["path"]

# TODO : envoyer les lignes / send the rows
# response = requests.post(
#     f"{serving_url}/invocations", json={"______": rows.to_dict(orient="split")}
# )

# TODO : garder la liste que le serveur a répondue / keep the list that the server answered
served_predictions = []

print(served_predictions)
