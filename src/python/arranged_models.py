"""Makes the scikit-learn models that the grader arranges for Python submissions.

    arranged_models.py CUSTOMER_DATA.csv OUTPUT.json

One for each way of answering the first five test rows but the two that say the same of all. Written as
`{"flavors", "requirements", "models": [{"files": {name: base64}, "first", "predicted", "probability"}]}`: the flavours
as mlflow.sklearn writes them, the files they name, and what each model predicts for the first five test rows and for
the first hundred customers.
"""

import base64
import json
import os
import sys
import tempfile

import mlflow.sklearn
import numpy
import pandas
import yaml
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import train_test_split

FIRST, BATCH = 5, 100

FEATURES = [
    *("recency_days", "frequency", "monetary_value", "avg_order_value", "days_since_signup", "total_orders"),
    *("support_tickets", "age", "recency_frequency_ratio", "monetary_per_order", "order_frequency"),
    *("support_per_order", "rfm_score"),
]


def features(customers):
    """The 13 features of the workshop guide."""
    made = customers.copy()
    made["recency_frequency_ratio"] = made.recency_days / (made.frequency + 1)
    made["monetary_per_order"] = made.monetary_value / (made.total_orders + 1)
    made["order_frequency"] = made.total_orders / (made.days_since_signup + 1)
    made["support_per_order"] = made.support_tickets / (made.total_orders + 1)
    scores = [
        pandas.qcut(made.recency_days, q=5, labels=[5, 4, 3, 2, 1]),
        pandas.qcut(made.frequency.rank(method="first"), q=5, labels=[1, 2, 3, 4, 5]),
        pandas.qcut(made.monetary_value.rank(method="first"), q=5, labels=[1, 2, 3, 4, 5]),
    ]
    made["rfm_score"] = sum(score.astype(int) for score in scores)
    return made[FEATURES]


def saved(model):
    """The files that MLflow's flavours name, and the MLmodel that names them."""
    with tempfile.TemporaryDirectory() as parent:
        folder = os.path.join(parent, "model")
        mlflow.sklearn.save_model(model, folder)
        with open(os.path.join(folder, "MLmodel"), encoding="utf-8") as file:
            flavors = yaml.safe_load(file)["flavors"]
        with open(os.path.join(folder, "requirements.txt"), encoding="utf-8") as file:
            requirements = [line for line in file.read().split("\n") if line and not line.startswith("mlflow")]
        name = flavors["sklearn"]["pickled_model"]
        with open(os.path.join(folder, name), "rb") as file:
            return flavors, requirements, {name: base64.b64encode(file.read()).decode()}


def main():
    csv, output = sys.argv[1:]
    customers = pandas.read_csv(csv)
    rows = features(customers)
    _, test = train_test_split(rows, test_size=0.2, random_state=42, stratify=customers.churned)
    first = test.head(FIRST)
    batch = rows.head(BATCH)
    models = []
    for pattern in range(1, 2**FIRST - 1):
        labels = [(pattern >> row) & 1 for row in range(FIRST)]
        model = GradientBoostingClassifier(
            n_estimators=4, learning_rate=0.9, max_depth=3, random_state=pattern
        )
        model.fit(pandas.concat([first] * 20), numpy.tile(labels, 20))
        assert model.predict(first).tolist() == labels
        flavors, requirements, files = saved(model)
        predicted = model.predict(batch).tolist()
        probability = model.predict_proba(batch)[:, 1].tolist()
        models.append({"files": files, "first": labels, "predicted": predicted, "probability": probability})
    made = {"flavors": flavors, "requirements": requirements, "models": models}
    with open(f"{output}.{os.getpid()}", "w", encoding="utf-8") as file:
        json.dump(made, file)
    os.replace(f"{output}.{os.getpid()}", output)


if __name__ == "__main__":
    main()
