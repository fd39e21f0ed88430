/** Sentences of fr.ts as those who write Python read them: `KEY.python` stands for `KEY`. The English twin is python-en.ts. */
export const PYTHON_FR = {
  'run.hint.python':
    'Ouvrez le run par un bloc with mlflow.start_run(run_name="{{name}}"): et loggez dedans.',
  'run.unfinished.hint.python':
    'with mlflow.start_run(…): termine le run tout seul ; sinon appelez mlflow.end_run().',
  'run.elsewhere.hint.python': 'Appelez mlflow.set_experiment("{{expected}}") avant start_run.',
  'key.elsewhere.hint.python': 'Loggez {{key}} dans le bloc with mlflow.start_run(…): de ce run.',
  'key.twin.hint.python':
    'Chaque start_run crée un nouveau run : ouvrez « {{name}} » une seule fois et loggez tout dedans.',
  'param.hint.python': 'mlflow.log_param("{{key}}", …) dans le bloc with du run.',
  'param.wrong-kind.hint.python':
    'Une entrée du modèle est un paramètre (log_params), un résultat une métrique (log_metrics).',
  'metric.hint.python': 'mlflow.log_metric("{{key}}", …) dans le bloc with du run.',
  'metric.range.hint.python':
    'Un score est une part : 0.85 et non 85. Loggez {{key}} tel que sklearn.metrics le calcule.',
  'metric.wrong-kind.hint.python':
    'Un résultat est une métrique (log_metrics) : lui seul se compare et se trie entre runs.',
  'tag.hint.python': 'mlflow.set_tag("{{key}}", "…") dans le bloc with du run.',
  'tag.wrong-kind.hint.python': 'Une métadonnée se pose avec mlflow.set_tag("{{key}}", "…").',

  'model.hint.python': 'mlflow.sklearn.log_model(model, name="{{name}}") dans le bloc with du run.',
  'model.near.hint.python': 'Le nom doit être exactement : log_model(model, name="{{name}}").',
  'model.elsewhere.hint.python':
    'Appelez log_model dans le bloc with mlflow.start_run(…): de ce run.',
  'honest.hint.python':
    'Calculez {{key}} sur y_test et les prédictions du modèle que vous loggez, sans l’arrondir ni la saisir.',
  'honest.above.hint.python':
    'Est-ce celle des lignes d’entraînement ? Calculez {{key}} sur y_test et les prédictions du modèle que vous loggez, sans l’arrondir ni la saisir.',
  'honest.param.hint.python':
    'Donnez au modèle et à log_params la même valeur, par exemple par une constante, puis loggez ce modèle-là.',

  'figure.hint.python': 'mlflow.log_figure(fig, "{{path}}"), où fig est la figure de matplotlib.',
  'figure.not-an-image.hint.python':
    'Le nom ne fait pas l’image : utilisez mlflow.log_figure avec une figure de matplotlib.',

  'scaler.hint.python':
    'joblib.dump(scaler, chemin), puis mlflow.log_artifact(chemin, artifact_path="preprocessing").',
  'scaler.unreadable.python':
    '{{path}} ne contient pas de scaler : un StandardScaler entraîné sur 13 colonnes, écrit par joblib.',

  'runs.count.sentence.python': 'Cinq runs sont trouvés',
  'runs.count.hint.python': 'max_results=5, et gardez la liste dans best_runs.',
  'runs.count.wrong.python_one': '{{count}} run trouvé ; attendu : 5.',
  'runs.count.wrong.python_other': '{{count}} runs trouvés ; attendu : 5.',
  'runs.not-a-list.python': 'Aucune liste de runs n’a été trouvée : gardez-la dans best_runs.',
  'runs.best.hint.python': 'order_by=["metrics.accuracy DESC"], dans l’expérience de l’atelier.',
  'runs.best.twice.python': 'Le run {{id}} est plus d’une fois dans la liste.',
  'runs.order.wrong.python': 'Ordre trouvé : {{seen}} ; le meilleur doit venir en premier.',
  'search.hint.python':
    'mlflow.search_runs(experiment_names=["…"], order_by=["…"], max_results=…).',

  'best.run.sentence.python': 'Le run trouvé est le meilleur run actif et FINISHED par accuracy',
  'best.run.hint.python':
    'filter_string="attributes.status = \'FINISHED\'" et order_by=["metrics.accuracy DESC"].',
  'best.run.shape.python':
    'Aucun run n’a été trouvé : gardez-le dans best_run, et chargez son modèle.',
  'best.loaded.hint.python': 'mlflow.sklearn.load_model(f"runs:/{best_run.info.run_id}/model").',
  'best.five.hint.python': 'predictions = loaded_model.predict(X_test[:5]).',
  'best.five.wrong.python_one': '{{count}} prédiction trouvée ; attendu : 5.',
  'best.five.wrong.python_other': '{{count}} prédictions trouvées ; attendu : 5.',
  'best.predictions.hint.python': 'Prédisez X_test[:5] avec le modèle chargé.',
  'best.predictions.wrong.python': 'Prédictions trouvées : {{seen}} ; le modèle donne autre chose.',

  'registered.hint.python': 'mlflow.register_model(f"runs:/{run.info.run_id}/model", "{{name}}").',
  'registered.empty.hint.python':
    'Au lieu de create_model_version, mlflow.register_model(f"runs:/{run.info.run_id}/model", "{{name}}") : il trouve le modèle loggé.',
  'reloaded.latest.hint.python': 'mlflow.sklearn.load_model("models:/{{name}}/latest").',
  'reloaded.number.hint.python':
    'mlflow.sklearn.load_model(f"models:/{{name}}/{model_version.version}").',
  'reloaded.predictions.hint.python':
    'Gardez cinq prédictions de chaque dans predictions_latest et predictions_by_number.',
  'reloaded.predictions.shape.python':
    'Il faut cinq prédictions dans predictions_latest, et cinq dans predictions_by_number.',
  'reloaded.which.latest.python': 'predictions_latest',
  'reloaded.which.byNumber.python': 'predictions_by_number',

  'served.hint.python':
    'requests.post(f"{tracking_uri}/workshop/serving", json={"model_uri": "models:/churn-predictor/latest"}).',
  'invoked.hint.python':
    'requests.post(f"{serving_url}/invocations", json={"dataframe_split": rows.to_dict(orient="split")}).',
  'answered.sentence.python':
    'La réponse gardée est celle du serveur, égale aux prédictions du modèle',
  'answered.hint.python': 'served_predictions = response.json()["predictions"].',
  'answered.wrong.python': 'Trouvé : {{seen}} ; le serveur avait répondu autre chose.',

  'batch.model.hint.python': 'mlflow.sklearn.load_model("models:/churn-predictor/latest").',
  'batch.table.hint.python': 'mlflow.log_table(results, "predictions.json").',
  'batch.rows.hint.python': 'df.head(100).',
  'batch.rows.order.hint.python': 'Gardez l’ordre de df.head(100).',
  'batch.values.hint.python':
    'predict_proba(X)[:, 1] pour churn_probability, predict(X) pour churn_predicted.',

  'execution.exited.python':
    'Votre programme a quitté le processus (code {{code}}) avant de finir : retirez os._exit().',
} as const;
