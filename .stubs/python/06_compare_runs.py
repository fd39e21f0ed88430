"""06 — Comparer les runs (partie 2 : 2.4)

Le problème : « c’était lequel, le meilleur ? » Vingt runs plus tard, personne ne sait.

La question : de quoi auriez-vous besoin pour que MLflow réponde à votre place ? Réfléchissez-y,
puis complétez les blancs. Avant votre code, l’évaluateur ajoute à l’expérience des runs avec des
chiffres tirés au hasard : la réponse change à chaque fois.

Demandé : dans `best_runs`, les cinq meilleurs runs de l’expérience « workshop-churn-learning » par
accuracy, le meilleur d’abord. Un run supprimé ne compte pas.

Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 06 -- --python`.

---

06 — Compare runs (part 2: 2.4)

The problem: "which one was the best again?" Twenty runs later nobody knows.

The question: what would you need for MLflow to answer in your place? Think about it, then fill in
the blanks. Before your code, the grader adds runs with figures drawn at random to the experiment:
the answer is another one each time.

Asked for: in `best_runs`, the five best runs of the experiment "workshop-churn-learning" by
accuracy, the best first. A deleted run does not count.

Help: docs/mlflow_cheatsheet.md, or `npm run hint 06 -- --python`.
"""

import os

import mlflow
from mlflow import MlflowClient

mlflow.set_tracking_uri(os.environ.get("MLFLOW_TRACKING_URI", "http://localhost:5000"))
mlflow.set_experiment("workshop-churn-learning")

# %% La recherche / The search
client = MlflowClient()
experiment = client.get_experiment_by_name("workshop-churn-learning")

# TODO : chercher, trier, couper à cinq / search, sort, cut to five
best_runs = []
# best_runs = client.search_runs(
#     experiment_ids=[experiment.______],
#     order_by=["metrics.______ ______"],
#     max_results=______,
# )

for run in best_runs:
    print(run.info.run_name, run.data.metrics.get("accuracy"))
