import type { PYTHON_FR } from './python-fr.ts';

/** The English twin of python-fr.ts, key for key. */
export const PYTHON_EN: Readonly<Record<keyof typeof PYTHON_FR, string>> = {
  'run.hint.python':
    'Open the run by a block with mlflow.start_run(run_name="{{name}}"): and log inside it.',
  'run.unfinished.hint.python':
    'with mlflow.start_run(…): ends the run by itself; otherwise call mlflow.end_run().',
  'run.elsewhere.hint.python': 'Call mlflow.set_experiment("{{expected}}") before start_run.',
  'key.elsewhere.hint.python':
    'Log {{key}} inside the block with mlflow.start_run(…): of that run.',
  'key.twin.hint.python':
    'Each start_run makes a new run: open "{{name}}" once and log everything inside it.',
  'param.hint.python': 'mlflow.log_param("{{key}}", …) inside the with block of the run.',
  'param.wrong-kind.hint.python':
    'What goes into the model is a parameter (log_params), what comes out is a metric (log_metrics).',
  'metric.hint.python': 'mlflow.log_metric("{{key}}", …) inside the with block of the run.',
  'metric.range.hint.python':
    'A score is a share: 0.85, not 85. Log {{key}} as sklearn.metrics computes it.',
  'metric.wrong-kind.hint.python':
    'A result is a metric (log_metrics): only metrics can be compared and sorted between runs.',
  'tag.hint.python': 'mlflow.set_tag("{{key}}", "…") inside the with block of the run.',
  'tag.wrong-kind.hint.python': 'Metadata is set with mlflow.set_tag("{{key}}", "…").',

  'model.hint.python':
    'mlflow.sklearn.log_model(model, name="{{name}}") inside the with block of the run.',
  'model.near.hint.python': 'The name must be exactly: log_model(model, name="{{name}}").',
  'model.elsewhere.hint.python':
    'Call log_model inside the block with mlflow.start_run(…): of that run.',
  'honest.hint.python':
    'Compute {{key}} from y_test and the predictions of the model that you log; neither round it nor type it in.',
  'honest.above.hint.python':
    'Is it that of the training rows? Compute {{key}} from y_test and the predictions of the model that you log; neither round it nor type it in.',
  'honest.param.hint.python':
    'Give the model and log_params the same value, for example through a constant, and log that very model.',

  'figure.hint.python':
    'mlflow.log_figure(fig, "{{path}}"), where fig is the figure of matplotlib.',
  'figure.not-an-image.hint.python':
    'A name makes no image: use mlflow.log_figure with a figure of matplotlib.',

  'scaler.hint.python':
    'joblib.dump(scaler, path), then mlflow.log_artifact(path, artifact_path="preprocessing").',
  'scaler.unreadable.python':
    '{{path}} holds no scaler: a StandardScaler fitted on 13 columns, written by joblib.',

  'runs.count.sentence.python': 'Five runs are found',
  'runs.count.hint.python': 'max_results=5, and keep the list in best_runs.',
  'runs.count.wrong.python_one': '{{count}} run found; expected: 5.',
  'runs.count.wrong.python_other': '{{count}} runs found; expected: 5.',
  'runs.not-a-list.python': 'No list of runs was found: keep it in best_runs.',
  'runs.best.hint.python': 'order_by=["metrics.accuracy DESC"], in the workshop\'s experiment.',
  'runs.best.twice.python': 'The run {{id}} is more than once in the list.',
  'runs.order.wrong.python': 'Order found: {{seen}}; the best must come first.',
  'search.hint.python':
    'mlflow.search_runs(experiment_names=["…"], order_by=["…"], max_results=…).',

  'best.run.sentence.python': 'The run found is the best active, FINISHED run by accuracy',
  'best.run.hint.python':
    'filter_string="attributes.status = \'FINISHED\'" and order_by=["metrics.accuracy DESC"].',
  'best.run.shape.python': 'No run was found: keep it in best_run, and load its model.',
  'best.loaded.hint.python': 'mlflow.sklearn.load_model(f"runs:/{best_run.info.run_id}/model").',
  'best.five.hint.python': 'predictions = loaded_model.predict(X_test[:5]).',
  'best.five.wrong.python_one': '{{count}} prediction found; expected: 5.',
  'best.five.wrong.python_other': '{{count}} predictions found; expected: 5.',
  'best.predictions.hint.python': 'Predict X_test[:5] with the loaded model.',
  'best.predictions.wrong.python': 'Predictions found: {{seen}}; the model gives something else.',

  'registered.hint.python': 'mlflow.register_model(f"runs:/{run.info.run_id}/model", "{{name}}").',
  'registered.empty.hint.python':
    'Instead of create_model_version, mlflow.register_model(f"runs:/{run.info.run_id}/model", "{{name}}"): it finds the logged model.',
  'reloaded.latest.hint.python': 'mlflow.sklearn.load_model("models:/{{name}}/latest").',
  'reloaded.number.hint.python':
    'mlflow.sklearn.load_model(f"models:/{{name}}/{model_version.version}").',
  'reloaded.predictions.hint.python':
    'Keep five predictions of each in predictions_latest and predictions_by_number.',
  'reloaded.predictions.shape.python':
    'Five predictions are needed in predictions_latest, and five in predictions_by_number.',
  'reloaded.which.latest.python': 'predictions_latest',
  'reloaded.which.byNumber.python': 'predictions_by_number',

  'served.hint.python':
    'requests.post(f"{tracking_uri}/workshop/serving", json={"model_uri": "models:/churn-predictor/latest"}).',
  'invoked.hint.python':
    'requests.post(f"{serving_url}/invocations", json={"dataframe_split": rows.to_dict(orient="split")}).',
  'answered.sentence.python': "The answer kept is the server's, equal to the model's predictions",
  'answered.hint.python': 'served_predictions = response.json()["predictions"].',
  'answered.wrong.python': 'Found: {{seen}}; the server had answered something else.',

  'batch.model.hint.python': 'mlflow.sklearn.load_model("models:/churn-predictor/latest").',
  'batch.table.hint.python': 'mlflow.log_table(results, "predictions.json").',
  'batch.rows.hint.python': 'df.head(100).',
  'batch.rows.order.hint.python': 'Keep the order of df.head(100).',
  'batch.values.hint.python':
    'predict_proba(X)[:, 1] for churn_probability, predict(X) for churn_predicted.',

  'execution.exited.python':
    'Your program left the process (code {{code}}) before it was done: remove os._exit().',
};
