import type { fr } from './fr.ts';
import { HELP_EN } from './help.ts';
import { HTML_EN } from './html-en.ts';
import { PYTHON_EN } from './python-en.ts';

/** The English twin of fr.ts, key for key. */
export const en: Readonly<Record<keyof typeof fr, string>> = {
  'run.sentence': 'The run "{{name}}" exists and is FINISHED',
  'run.hint': 'Open the run with mlflow.startRun({ runName: "{{name}}" }, async () => { … }).',
  'run.failed': 'The run "{{name}}" is FAILED: an error happened during the run.',
  'run.failed-because': 'The run "{{name}}" is FAILED: {{error}}',
  'run.failed.hint': 'Read the error above, mend it, run again.',
  'run.unfinished': 'The run "{{name}}" was left {{status}}: nothing ended it.',
  'run.unfinished.hint':
    'startRun with a function ends the run by itself; otherwise call mlflow.endRun(). Check that no await is missing, too.',
  'run.deleted': 'The run "{{name}}" was deleted: it no longer counts.',
  'run.deleted.hint': 'Do not delete the run that the exercise asks for.',
  'run.elsewhere':
    'The run "{{name}}" is in the experiment "{{experiment}}"; expected: "{{expected}}".',
  'run.elsewhere.hint': 'Call mlflow.setExperiment("{{expected}}") before startRun.',
  'run.near': 'No run "{{name}}"; you created "{{found}}".',
  'run.near.hint': 'The name must be exactly "{{name}}".',
  'run.others': 'No run "{{name}}"; runs found: {{found}}.',
  'run.only-earlier':
    'A run "{{name}}" exists from an earlier time, but this execution created none.',
  'run.none': 'No run was created; expected: "{{name}}".',

  'origin.cell': 'Cell {{cell}}, line {{line}}',
  'origin.line': 'Line {{line}}',
  'origin.run': '{{place}} opened the run "{{name}}".',
  'origin.run-name': '{{place}} gave the run the name "{{name}}".',
  'origin.run-deleted': '{{place}} deleted the run "{{name}}".',
  'origin.serving': '{{place}} asked for the model server.',
  'origin.loaded': '{{place}} loaded a model.',
  'origin.param': '{{place}} logged {{key}} as a parameter.',
  'origin.metric': '{{place}} logged {{key}} as a metric.',
  'origin.tag': '{{place}} set the tag {{key}}.',
  'origin.model': '{{place}} logged the model "{{name}}".',
  'origin.artifact': '{{place}} logged {{path}}.',
  'origin.version': '{{place}} registered the version of "{{name}}".',

  'key.near.hint': 'The name must be exactly {{key}}.',
  'key.elsewhere.hint': 'Log {{key}} between startRun and the end of that run.',
  'key.twin.hint':
    'Each startRun makes a new run: open "{{name}}" once and log everything inside it.',
  'param.sentence': 'The parameter {{key}} is {{expected}}',
  'param.hint': 'mlflow.logParams({ {{key}}: … }) inside the run.',
  'param.wrong': 'Expected {{key}} = {{expected}}, the run has {{key}} = {{seen}}.',
  'param.wrong.hint': 'The model and the logged parameter must have the same value: {{expected}}.',
  'param.near': 'Parameter {{key}} missing: you logged "{{found}}".',
  'param.missing': 'Parameter {{key}} missing; parameters found: {{found}}.',
  'param.elsewhere': '{{key}} was logged in the run "{{found}}", not in "{{name}}".',
  'param.twin': '{{key}} was logged in another run of the same name, "{{name}}".',
  'param.none': 'Parameter {{key}} missing: the run has no parameters.',
  'param.wrong-kind.metric': '{{key}} was logged as a metric; it is a parameter.',
  'param.wrong-kind.tag': '{{key}} was set as a tag; it is a parameter.',
  'param.wrong-kind.hint':
    'What goes into the model is a parameter (logParams), what comes out is a metric (logMetrics).',

  'metric.sentence': 'The metric {{key}} is logged',
  'metric.hint': 'mlflow.logMetrics({ {{key}}: … }) inside the run.',
  'metric.range': 'The metric {{key}} is {{seen}}; it must be from 0 to 1.',
  'metric.range.hint': 'A score is a share: 0.85, not 85. Log {{key}} as metrics computes it.',
  'metric.near': 'Metric {{key}} missing: you logged "{{found}}".',
  'metric.missing': 'Metric {{key}} missing; metrics found: {{found}}.',
  'metric.elsewhere': '{{key}} was logged in the run "{{found}}", not in "{{name}}".',
  'metric.twin': '{{key}} was logged in another run of the same name, "{{name}}".',
  'metric.none': 'Metric {{key}} missing: the run has no metrics.',
  'metric.wrong-kind.param': '{{key}} was logged as a parameter; it is a metric.',
  'metric.wrong-kind.tag': '{{key}} was set as a tag; it is a metric.',
  'metric.wrong-kind.hint':
    'A result is a metric (logMetrics): only metrics can be compared and sorted between runs.',

  'tag.sentence': 'The tag {{key}} is {{expected}}',
  'tag.filled.sentence': 'The tag {{key}} is filled in',
  'tag.hint': 'mlflow.setTag("{{key}}", "…") inside the run.',
  'tag.wrong': 'Expected the tag {{key}} = {{expected}}, the run has {{key}} = {{seen}}.',
  'tag.blank': 'The tag {{key}} is blank.',
  'tag.placeholder': 'The tag {{key}} still holds the text to replace: "{{seen}}".',
  'tag.near': 'Tag {{key}} missing: you set "{{found}}".',
  'tag.missing': 'Tag {{key}} missing; tags found: {{found}}.',
  'tag.elsewhere': 'The tag {{key}} was set on the run "{{found}}", not on "{{name}}".',
  'tag.twin': 'The tag {{key}} was set on another run of the same name, "{{name}}".',
  'tag.none': 'Tag {{key}} missing: the run has no tags of yours.',
  'tag.wrong-kind.param': '{{key}} was logged as a parameter; it is a tag.',
  'tag.wrong-kind.metric': '{{key}} was logged as a metric; it is a tag.',
  'tag.wrong-kind.hint': 'Metadata is set with mlflow.setTag("{{key}}", "…").',

  'model.sentence': 'The model "{{name}}" is logged with the run and loads',
  'model.hint': 'await mlflow.onnx.logModel(model, { name: "{{name}}" }) inside the run.',
  'model.none': 'The run "{{run}}" has no model "{{name}}".',
  'model.near': 'The model is called "{{found}}"; expected: "{{name}}".',
  'model.near.hint': 'The name must be exactly: logModel(model, { name: "{{name}}" }).',
  'model.elsewhere': 'The model "{{name}}" is in the run "{{run}}"; it belongs in "{{expected}}".',
  'model.elsewhere.hint': 'Call logModel inside the function given to startRun.',
  'model.only-file':
    'The file "{{file}}" is no MLflow model: without an MLmodel nothing can load it.',
  'model.unusable': 'The model "{{name}}" cannot be used: {{problem}}',
  'honest.sentence': 'The metric {{key}} is the one that the logged model reaches',
  'honest.hint':
    'Compute {{key}} from data.yTest and the predictions of the model that you log; neither round it nor type it in.',
  'honest.scaled.sentence': 'Scaler and model together give the logged {{key}}',
  'honest.scaled.hint':
    'The saved scaler must be the one of the training, and the model the one that you evaluated.',
  'honest.wrong':
    'The logged metric is {{key}} = {{logged}}; the logged model reaches {{seen}} on the test rows.',
  'honest.swapped.hint':
    '{{logged}} is the {{other}} of this model: log each score under its own name.',
  'honest.elsewhere.hint':
    '{{logged}} is the {{key}} of the model in the run "{{run}}": log in one run the model and the scores of that same model.',
  'honest.above.hint':
    'Is it that of the training rows? Compute {{key}} from data.yTest and the predictions of the model that you log; neither round it nor type it in.',
  'honest.trees.sentence': 'The logged model has as many trees as n_estimators',
  'honest.trees.wrong':
    'The logged parameter is n_estimators = {{logged}}; the logged model has {{seen}} trees.',
  'honest.depth.sentence': 'No tree of the logged model is deeper than max_depth',
  'honest.depth.wrong':
    'The logged parameter is max_depth = {{logged}}; a tree of the logged model is {{seen}} deep.',
  'honest.param.hint':
    'Give the model and logParams the same value, for example through a constant, and log that very model.',
  'honest.unscored': 'The logged model could not be evaluated for {{key}}.',

  'figure.sentence': 'The artifact {{path}} is a real image',
  'figure.any.sentence': 'An image of a confusion matrix is logged',
  'figure.hint': 'await mlflow.logFigure(plots.confusionMatrix(cm), "{{path}}").',
  'figure.none': 'The run has no artifacts.',
  'figure.missing': 'Artifact {{path}} missing; artifacts found: {{found}}.',
  'figure.missing.hint': 'A PNG, SVG or JPEG image, in a folder of your choice, called "{{name}}".',
  'figure.no-image': 'No image among the artifacts: {{found}}.',
  'figure.not-an-image': '{{path}} is not an image: the file does not decode.',
  'figure.not-an-image.hint': 'A name makes no image: use logFigure with a figure.',
  'figure.blank': '{{path}} is an image of one colour: there is nothing to see.',
  'figure.plain':
    '{{path}} has neither lines nor letters: a confusion matrix is drawn with its numbers.',
  'figure.small': '{{path}} is {{width}} × {{height}} pixels: unreadable.',

  'scaler.sentence': 'The scaler is saved under preprocessing/',
  'scaler.hint': 'await mlflow.logDict(scaler.toJSON(), "preprocessing/scaler.json").',
  'scaler.missing': 'Nothing under preprocessing/; artifacts found: {{found}}.',
  'scaler.unreadable': '{{path}} holds no scaler (mean and scale of 13 columns).',
  'scaler.elsewhere': 'The scaler is at "{{path}}"; expected under preprocessing/.',

  'runs.count.sentence': 'Five runs are returned',
  'runs.count.hint': 'maxResults: 5, and return the list.',
  'runs.count.wrong_one': '{{count}} run returned; expected: 5.',
  'runs.count.wrong_other': '{{count}} runs returned; expected: 5.',
  'runs.not-a-list': 'The function must return a list of runs; it returned {{seen}}.',
  'runs.best.sentence': 'They are the five best by accuracy',
  'runs.best.hint': 'orderBy: ["metrics.accuracy DESC"], in the workshop\'s experiment.',
  'runs.best.deleted': 'The run "{{name}}" is deleted: it does not count.',
  'runs.best.unknown': '"{{id}}" is no run of the experiment.',
  'runs.best.twice': 'The run {{id}} is returned more than once.',
  'runs.best.wrong': '"{{name}}" is not among the five best by accuracy.',
  'runs.best.no-accuracy': '"{{name}}" has no accuracy.',
  'runs.order.sentence': 'The best comes first',
  'runs.order.hint': 'DESC sorts from the greatest to the least.',
  'runs.order.wrong': 'Order returned: {{seen}}; the best must come first.',
  'search.sentence': 'The runs were searched for in MLflow',
  'search.hint': 'mlflow.searchRuns({ experimentNames: […], orderBy: […], maxResults: … }).',
  'search.none': 'No search for runs reached MLflow.',

  'best.run.sentence': 'The run returned is the best active, FINISHED run by accuracy',
  'best.run.hint':
    'filterString: "attributes.status = \'FINISHED\'" and orderBy: ["metrics.accuracy DESC"].',
  'best.run.shape': 'The function must return { runId, predictions }; it returned {{seen}}.',
  'best.run.worst': '"{{name}}" is the worst run: the order is upside down.',
  'best.run.deleted': '"{{name}}" is deleted: it does not count.',
  'best.run.unfinished': '"{{name}}" is {{status}}: only a FINISHED run counts.',
  'best.run.other': '"{{name}}" (accuracy {{seen}}) is not the best run.',
  'best.run.no-accuracy': '"{{name}}" has no accuracy.',
  'best.run.unknown': '"{{id}}" is no run of the experiment.',
  'best.loaded.sentence': 'Its model was loaded from MLflow',
  'best.loaded.hint': 'await mlflow.onnx.loadModel(`runs:/${runId}/model`).',
  'best.loaded.none': 'The model of the best run was not downloaded from MLflow.',
  'best.loaded.other': 'The model of another run was downloaded, not that of the best.',
  'best.five.sentence': 'Five test rows are predicted',
  'best.five.hint': 'data.XTest.slice(0, 5).',
  'best.five.wrong_one': '{{count}} prediction returned; expected: 5.',
  'best.five.wrong_other': '{{count}} predictions returned; expected: 5.',
  'best.predictions.sentence': 'The predictions are those of that model',
  'best.predictions.hint': 'Predict data.XTest.slice(0, 5) with the loaded model.',
  'best.predictions.wrong': 'Predictions returned: {{seen}}; the model gives something else.',

  'registered.sentence': 'A new version of "{{name}}" is READY',
  'registered.hint': 'await mlflow.registerModel(`runs:/${runId}/model`, "{{name}}").',
  'registered.none': 'No new version of "{{name}}" in the registry.',
  'registered.near': 'You registered "{{found}}"; expected: "{{name}}".',
  'registered.near.hint': 'The name in the registry must be exactly "{{name}}".',
  'registered.status': 'Version {{version}} is {{status}}; expected: READY.',
  'registered.run.sentence': 'The version comes from the run "{{run}}"',
  'registered.run.hint': 'The URI must be runs:/ID/model with the ID of that run.',
  'registered.run.other': 'Version {{version}} comes from the run "{{seen}}"; expected: "{{run}}".',
  'registered.run.nothing': 'Version {{version}} is linked to no run.',
  'registered.empty':
    'Version {{version}} points at the run’s artifact "{{path}}", where MLflow 3 does not keep the model: it cannot be loaded.',
  'registered.empty.hint':
    'Instead of createModelVersion, await mlflow.registerModel(`runs:/${runId}/model`, "{{name}}"): it finds the logged model.',
  'reloaded.latest.sentence': 'The model is loaded back by models:/{{name}}/latest',
  'reloaded.latest.hint': 'await mlflow.onnx.loadModel("models:/{{name}}/latest").',
  'reloaded.latest.none': 'The latest version was not asked for by models:/{{name}}/latest.',
  'reloaded.number.sentence': 'The model is loaded back by its version number',
  'reloaded.number.hint': 'await mlflow.onnx.loadModel(`models:/{{name}}/${version}`).',
  'reloaded.number.none': 'Version {{version}} was not asked for by its number.',
  'reloaded.predictions.sentence': 'Both of them predict as the logged model does',
  'reloaded.predictions.hint': 'Return { latest, byNumber }: five predictions of each.',
  'reloaded.predictions.shape':
    'The function must return { latest, byNumber }, five predictions each; it returned {{seen}}.',
  'reloaded.which.latest': 'latest',
  'reloaded.which.byNumber': 'byNumber',
  'reloaded.predictions.wrong': '{{which}}: {{seen}}; the logged model gives something else.',

  'served.sentence': 'The registered model is served by mlflow models serve',
  'served.hint': 'await serving.serve("models:/churn-predictor/latest").',
  'served.none': 'No model server was started.',
  'served.other': 'The model served is "{{seen}}"; expected: models:/churn-predictor/latest.',
  'served.failed': 'The model server did not start for "{{seen}}".',
  'invoked.sentence': 'Three rows are posted to /invocations as dataframe_split',
  'invoked.hint': 'POST { dataframe_split: { columns: data.featureCols, data: rows } }.',
  'invoked.none': 'Nothing was posted to /invocations.',
  'invoked.format': 'The body posted is no dataframe_split; keys found: {{found}}.',
  'invoked.rows_one': '{{count}} row posted; expected: 3.',
  'invoked.rows_other': '{{count}} rows posted; expected: 3.',
  'invoked.refused': 'The model server answered {{status}}: {{seen}}',
  'answered.sentence': "The answer returned is the server's, equal to the model's predictions",
  'answered.hint': 'Return response.predictions as the server gave it.',
  'answered.wrong': 'Returned: {{seen}}; the server had answered something else.',
  'answered.rows': 'The rows posted are not the first three test rows.',

  'batch.model.sentence': 'The model comes from the registry',
  'batch.model.hint': 'await mlflow.onnx.loadModel("models:/churn-predictor/latest").',
  'batch.model.none': 'The registered model was not downloaded from MLflow.',
  'batch.table.sentence': 'A table is logged with the run',
  'batch.table.hint': 'await mlflow.logTable(results, "predictions.json").',
  'batch.table.none': 'No artifact of this run is a table; artifacts found: {{found}}.',
  'batch.columns.sentence': 'The table has customer_id, churn_probability and churn_predicted',
  'batch.columns.hint': 'The three columns have exactly these names.',
  'batch.columns.missing_one': 'Column missing: {{missing}}; columns found: {{found}}.',
  'batch.columns.missing_other': 'Columns missing: {{missing}}; columns found: {{found}}.',
  'batch.rows.sentence': 'The table has 100 customers, the first of the file',
  'batch.rows.hint': 'data.customers(100).',
  'batch.rows.count_one': '{{count}} row; expected: 100.',
  'batch.rows.count_other': '{{count}} rows; expected: 100.',
  'batch.rows.order':
    'The customers are the right ones in another order: row {{row}}, found {{seen}}, expected {{expected}}.',
  'batch.rows.order.hint': 'Keep the order of data.customers(100).',
  'batch.rows.ids': 'The customers are not the first 100: found {{seen}}, expected {{expected}}.',
  'batch.values.sentence': 'The values are those of the registered model',
  'batch.values.hint': 'predictProba for churn_probability, predict for churn_predicted.',
  'batch.values.wrong':
    '{{column}} of customer {{id}}: {{seen}}; the registered model gives {{expected}}.',

  'note.several-runs': '{{count}} runs are called "{{name}}": the latest FINISHED one counts.',
  'note.many-runs':
    '{{created}} runs were created; {{seen}} of them were looked into, those that the exercise asks for first.',
  'note.refused.not-offered':
    'Call refused: {{calls}}. A submission has access to experiments, runs, models, artifacts and the registry of MLflow only.',
  'note.refused.artifact-path':
    'Call refused: {{calls}}. This artifact path leads out of what is yours.',
  'note.refused.model-source':
    'Model version refused: its source must be a model of your own runs (runs:/… or models:/…).',
  'note.refused.artifact-location':
    'Experiment refused: it cannot keep its files elsewhere; leave artifact_location out.',
  'note.refused.malformed': 'Request refused: {{calls}}. No MLflow client sends such a request.',
  'note.refused.slow': 'Request given up: it took too long to arrive.',
  'note.refused.connections': 'Too many connections at once: some were closed.',
  'note.refused.rate': 'Too many requests at once: some had to be repeated.',
  'note.limit.body-size': 'Limit reached: one request holds at most {{limit}} MB ({{calls}}).',
  'note.limit.upload-size': 'Limit reached: one file has at most {{limit}} MB ({{calls}}).',
  'note.limit.total-size': 'Limit reached: a submission sends at most {{limit}} MB in all.',
  'note.limit.requests': 'Limit reached: a submission sends at most {{limit}} requests.',
  'note.limit.runs': 'Limit reached: a submission makes at most {{limit}} runs.',
  'note.limit.experiments': 'Limit reached: a submission makes at most {{limit}} experiments.',
  'note.limit.logged-models': 'Limit reached: a submission logs at most {{limit}} models.',
  'note.limit.registered-models':
    'Limit reached: a submission makes at most {{limit}} registered models.',
  'note.limit.model-versions':
    'Limit reached: a submission makes at most {{limit}} model versions.',
  'note.limit.model-servers': 'Limit reached: a submission starts at most {{limit}} model servers.',
  'execution.threw': 'Your file threw an error: {{error}}',
  'execution.threw-at': 'Your file threw an error, {{place}}: {{error}}',
  'execution.syntax-error': 'Your file has a syntax error: {{error}}',
  'execution.syntax-error-at': 'Your file has a syntax error, {{place}}: {{error}}',
  'execution.elsewhere':
    'Your file leads MLflow to "{{uri}}", where nobody looks: write mlflow.set_tracking_uri("http://localhost:5000"), or os.environ["MLFLOW_TRACKING_URI"].',
  'execution.elsewhere-at':
    'Your file leads MLflow to "{{uri}}", {{place}}, where nobody looks: write mlflow.set_tracking_uri("http://localhost:5000"), or os.environ["MLFLOW_TRACKING_URI"].',
  'execution.not-run': 'Not run: the file stopped before its first line.',
  'execution.not-run-after': 'Not run: the notebook stopped at cell {{cell}}.',
  'place.line': 'line {{line}}',
  'place.cell': 'line {{line}} of cell {{cell}}',
  'execution.no-default-export':
    'Your file exports no default function: keep "export default async function …".',
  'execution.exited':
    'Your file left the process (code {{code}}) before it was done: remove process.exit().',
  'execution.unsettled':
    'Your file waits for a promise that nothing ever settles: look at your await and new Promise.',
  'execution.cpu-time': 'Stopped: more CPU time than allowed was used: is there an endless loop?',
  'execution.timed-out': 'Stopped after {{seconds}} s: is there an endless loop?',
  'execution.timed-out-in':
    'Stopped after {{seconds}} s, in cell {{cell}}: is there an endless loop?',
  'execution.out-of-memory': 'Stopped: more than the memory allowed ({{megabytes}} MB) was used.',
  'execution.unreadable-return':
    'What your function returned cannot be read as JSON ({{error}}): return only what the exercise asks for.',
  'execution.RETURNED_TOO_LARGE':
    'What your function returned is too large to be read (more than 1 MB): return only what the exercise asks for.',
  'execution.DEFAULT_IS_CLASS':
    'Your file exports a class by default, the exercise wants a function: keep "export default async function …".',
  'execution.IMPORT_NOT_FOUND':
    'Your file imports "{{name}}", which cannot be found: exercises import only types (import type …), use what the function is handed.',
  'execution.IMPORT_NOT_A_VALUE':
    'Your file imports "{{name}}", which is no value: exercises import only types, write import type { … }.',
  'execution.MODULE_NOT_FOUND':
    'Your file imports "{{name}}", which is not installed here: the workshop needs only mlflow, scikit-learn, pandas, numpy, matplotlib, seaborn and requests.',
  'execution.DATA_NOT_FOUND':
    'Your file reads "{{path}}", {{place}}, which is not there where it is graded: write "../data/customer_data.csv", or os.environ["WORKSHOP_DATA"].',
  'execution.FILE_NOT_FOUND':
    'Your file needs "{{path}}", {{place}}, which does not exist: is it written before, by this same file, under that very name?',
  'execution.NAME_NOT_DEFINED':
    'Your file uses the name "{{name}}", {{place}}, which nothing defines before: is it misspelt, or made further down? All runs once, from top to bottom.',
  'execution.PARAM_CHANGED':
    'Your file logs the parameter {{name}} a second time in the same run with another value, {{place}}: log it once, or open a new run with mlflow.start_run() for the other value.',
  'execution.METRIC_NOT_A_NUMBER':
    'Your file logs as a metric what is no number, {{place}} ({{error}}): log_metric and log_metrics take numbers; a text is a parameter or a tag.',
  'execution.RUN_ACTIVE':
    'Your file opens a run while another is still open, {{place}}: write with mlflow.start_run(…):, which ends it, or call mlflow.end_run() before.',
  'execution.WINDOWS_PATH':
    'Your file has a path with \\ as on Windows, {{place}}, which is no Python string: write "../data/customer_data.csv", or os.environ["WORKSHOP_DATA"].',
  'execution.NO_INPUT':
    'Your file asks for an answer at the keyboard, {{place}}, and nobody can answer here: remove input().',
  'execution.NOTEBOOK_NOT_JSON':
    'Your notebook cannot be read ({{said}}): save it again from Jupyter, without editing it by hand.',
  'execution.NOTEBOOK_VERSION':
    'Your file is no notebook that we can read (nbformat: {{version}}): save it as a Jupyter notebook (nbformat 4).',
  'execution.NOTEBOOK_DAMAGED': 'Your notebook is damaged ({{said}}): save it again from Jupyter.',
  'execution.NOTEBOOK_LANGUAGE':
    'Your notebook is written for {{language}}: choose a Python kernel.',
  'execution.SNAKE_CASE':
    'Your file calls {{name}}, {{place}}, which does not exist: names are written in camelCase here, {{camel}}.',
  'execution.NOT_TAKEN':
    'Your file uses {{name}}, {{place}}, without having it: take it from what the function is handed, as in function ({ {{name}} }).',
  'execution.NOT_AN_ERROR':
    'Your file threw something that is no error: {{error}}. Write throw new Error("…"), which tells the line too.',

  'kit.X_EMPTY': 'X has no rows.',
  'kit.X_NO_COLUMNS': 'X has no columns.',
  'kit.X_NOT_ROWS': 'X must be a list of rows of numbers (is an await missing?).',
  'kit.X_WIDTH': 'Columns of X in row {{row}}: {{found}}; expected: {{expected}}.',
  'kit.X_NOT_A_NUMBER': 'X[{{row}}][{{column}}] is {{value}}, which is no number.',
  'kit.X_Y_LENGTHS':
    'X and y differ in length ({{rows}} and {{labels}}): each row needs one label.',
  'kit.Y_NOT_A_LABEL': 'y[{{row}}] is {{value}}; expected: 0 or 1.',
  'kit.Y_ONE_LABEL': 'All labels are {{value}}: there is nothing to learn.',
  'kit.OPTION_NOT_WHOLE': '{{option}} must be a whole number of at least {{least}}, not {{value}}.',
  'kit.OPTION_NOT_POSITIVE': '{{option}} must be a number above 0, not {{value}}.',
  'kit.NOT_FITTED': 'This {{model}} is not fitted yet: call fit(X, y) first.',
  'kit.SCALER_JSON':
    'This is no StandardScaler: what scaler.toJSON() gives is needed, with mean and scale.',
  'kit.MATRIX_LABELS': 'Labels: {{labels}}; the matrix needs one for each row: {{rows}}.',
  'kit.MATRIX_NOT_SQUARE': 'A confusion matrix has as many columns as rows.',
  'kit.MATRIX_NOT_COUNTS': 'A confusion matrix counts rows: {{value}} is no count.',
  'kit.LABELS_NOT_LISTS': 'yTrue and yPred must be lists of labels (is an await missing?).',
  'kit.LABELS_LENGTHS':
    'yTrue and yPred differ in length ({{yTrue}} and {{yPred}}): each row needs one label.',
  'kit.LABELS_EMPTY': 'There are no labels to compare.',
  'kit.NOT_A_LABEL': '{{value}} is not a label.',
  'kit.ONNX_UNREADABLE': 'The file is no ONNX model that opens.',
  'kit.ONNX_FAILED': 'The model failed on these rows.',
  'kit.ONNX_NO_PROBABILITIES': 'This model gives no probabilities.',
  'kit.ONNX_NO_MODEL': 'mlflow.onnx.logModel takes the fitted model itself, not {{found}}.',
  'kit.ONNX_NO_FLAVOR': '{{uri}} is not in the ONNX format (formats: {{found}}).',
  'kit.ONNX_UNFIT': 'This model does not classify rows of numbers: {{problem}}',
  'kit.NOT_SERVED': 'The model server of "{{uri}}" did not start: {{said}}',

  'report.passed': 'passed',
  'report.failed': 'not yet',
  'report.to-do': 'to do',
  'report.broken': 'grader error',
  'report.points': '{{points}}/{{max}}',
  'report.try': 'try: {{hint}}',
  'report.only-its-end':
    'Everything asked for is in MLflow: the exercise is passed once the file runs to its end.',
  'report.skipped_one': '{{count}} check waits for the one before',
  'report.skipped_other': '{{count}} checks wait for the one before',
  'report.broken-check': 'Check broken (not your fault): {{error}}',
  'report.look': 'See the run: {{url}}',
  'report.printed': 'Your file printed:',
  'report.summary_one':
    '{{count}} passed, {{failed}} not yet, {{todo}} to do — {{points}}/{{max}} points',
  'report.summary_other':
    '{{count}} passed, {{failed}} not yet, {{todo}} to do — {{points}}/{{max}} points',
  'report.next': 'Next: open {{path}}, then npm test {{command}}',
  'report.next-in': 'Next: {{name}} in {{path}}, then npm test {{path}}',
  'report.next-none': 'That was the last one to begin. Where do you stand in all? {{command}}',
  'report.hint-command': 'Need a hint? npm run {{command}}',
  'report.all-done': 'All exercises passed. Well done!',
  'export.execution': 'The file runs to its end',
  'export.missing': 'No file was handed in for this exercise.',
  'export.to-do': 'The file is as it was handed out.',
  'export.blocked': 'First needed: {{sentence}}',
  'export.no-mark': 'No mark: {{problem}}',
  'export.no-mark-broken': 'No mark: a check of the grader broke.',
  'export.student': 'Student',
  'export.points': 'Points',
  'export.outcome': 'State',
  'export.exercise': 'Exercise',
  'export.class': 'Results of the class',
  'export.legend':
    '✓ passed, ◐ in part or stopped before its end, ✗ no point, · no file, or as it was handed out',
  'export.numbers': 'Marks: {{marked}} of {{total}}; mean {{mean}}, median {{median}} of {{max}}',
  'export.no-numbers': 'Marks: none of {{total}}',
  'export.more': 'and {{count}} more, in the full results',

  'progress.another-grades': 'Another command is grading: waiting…',
  'progress.run': '{{name}}: running…',
  'progress.arrange': '{{name}}: preparing…',
  'progress.observe': '{{name}}: reading MLflow…',

  'cli.unknown-exercise-near': 'Unknown exercise: "{{name}}". Did you mean {{near}}?',
  'cli.unknown-exercise': 'Unknown exercise: "{{name}}". Exercises: {{names}}.',
  'cli.unknown-command-near':
    'Unknown command: "{{name}}". Did you mean {{near}}? All of them: npm test -- --help',
  'cli.unknown-command': 'Unknown command: "{{name}}". Commands: {{names}}.',
  'cli.needs-value': '--{{name}} needs a value: --{{name}}=…',
  'cli.swallowed': 'npm kept {{options}} for itself: options come after "--". Type: {{command}}',
  'cli.unknown-option': 'Unknown option: --{{name}}. Options of this command: {{options}}.',
  'cli.unknown-language': 'No texts for {{asked}}: choose fr or en.',
  'cli.bad-timeout': '--timeout={{seconds}} is no number of seconds: for example --timeout=300.',
  'cli.missing-file':
    'The file {{file}} does not exist. Check the path, or give a number: npm test 07',
  'cli.no-program':
    '{{file}} is neither a TypeScript file (.ts), nor a Python script (.py), nor a notebook (.ipynb).',
  'cli.missing-exercise': '{{file}} does not exist. Bring it back: npm run reset {{command}}',
  'cli.no-snapshot':
    'No file "{{file}}". Name a snapshot, for example: npm run replay .mlflow/snapshots/07-gradient-boosting.json',
  'cli.bad-snapshot': '{{file}} is no snapshot of this grader: {{error}}',
  'cli.csv-missing': 'data/customer_data.csv is missing. Bring it back: npm run reset data',
  'cli.csv-altered':
    "data/customer_data.csv is not the workshop's: it was changed. Bring it back: npm run reset data",
  'cli.disk-full': 'The disk is full: free some space and run again. Nothing was marked.',
  'cli.mlflow-failed':
    'MLflow could not do its part ({{error}}). Nothing was marked; its log says why (.mlflow/server.log for the embedded one).',
  'cli.unexpected': 'An error of the grader, not yours: {{error}}',
  'cli.lost-server':
    'MLflow stopped while grading and could not be started again: {{error}}. Nothing was marked; run the command again.',
  'cli.restarting': 'MLflow stopped: it is started again, then {{name}} is taken up anew.',
  'cli.help': HELP_EN,
  'cli.server': 'MLflow {{version}}: {{uri}} ({{provider}})',
  'cli.reset': '{{file}} is as it was handed out; your version: {{backup}}',
  'cli.reset-data': 'data/customer_data.csv is as it was handed out; the one before: {{backup}}',
  'cli.reset-data-same': 'data/customer_data.csv is as it was handed out already.',
  'cli.reset-same': '{{file}} is as it was handed out already.',
  'cli.one-exercise': 'Name one exercise, for example: npm run {{command}} 07',
  'cli.hint-more': 'Hint {{shown}}/3. One more: npm run {{command}}',
  'cli.hint-last': 'Hint 3/3, the last. The solution: npm run {{command}}',
  'cli.watching': 'Waiting for you to save exercises/… (Ctrl+C to stop)',
  'cli.mlflow.running': 'MLflow {{version}} answers at {{uri}} ({{provider}}).',
  'cli.mlflow.status': 'MLflow answers at {{uri}} ({{provider}}).',
  'cli.mlflow.not-running': 'No MLflow of this project is running. Start it: npm run mlflow',
  'cli.mlflow.stopped': 'MLflow is stopped. Its data stays in {{folder}}.',
  'cli.mlflow.action': 'Unknown action: "{{action}}". Choose start, status or stop.',
  'cli.doctor.chosen': 'MLflow will come from: {{provider}}',
  'cli.doctor.because': 'Why: {{because}}',
  'cli.doctor.choose': 'To choose another:',
  'cli.doctor.choose.uri':
    '  an existing server     MLFLOW_TRACKING_URI=http://localhost:5000 npm test',
  'cli.doctor.choose.container': '  a Docker container     WORKSHOP_MLFLOW=container npm test',
  'cli.doctor.choose.embedded': '  the embedded MLflow    WORKSHOP_MLFLOW=embedded npm test',
  'cli.doctor.installed': 'Embedded MLflow: installed',
  'cli.doctor.not-installed':
    'Embedded MLflow: not installed yet; npm test will install it once, with Python {{version}}',
  'cli.doctor.node': 'Node {{version}}',
  'cli.doctor.class': 'MLflow of a class (npm run grade): {{provider}}',
  'cli.doctor.sandbox': 'Sandbox for the submissions of a class (npm run grade): {{sandbox}}',
  'cli.doctor.sandbox-bubblewrap':
    'Why: it works here, and starts sooner than a container (--sandbox=container asks for one)',
  'cli.doctor.sandbox-container': 'Why: a Docker engine answers; {{reason}}',
  'cli.doctor.sandbox-none':
    'Sandbox for the submissions of a class (npm run grade): none works here ({{reason}}; no Docker engine answers, {{engine}})',
  'cli.doctor.sandbox-get':
    '  To get one: on Linux, apt-get install bubblewrap; elsewhere, or where bubblewrap is not allowed, start a Docker engine',
  'cli.doctor.data': 'data/customer_data.csv: intact',
  'because.forced-by-WORKSHOP_MLFLOW': 'the variable WORKSHOP_MLFLOW asks for it',
  'because.MLFLOW_TRACKING_URI-is-set': 'the variable MLFLOW_TRACKING_URI is set',
  'because.docker-engine-answers': 'a Docker engine answers',
  'because.no-docker-engine': 'no Docker engine answers',
  'progress.waiting-for-another-command': 'Another command is preparing MLflow: waiting… {{more}}',
  'progress.creating-python': 'Creating the Python environment… {{more}}',
  'progress.collecting-packages': 'Downloading MLflow (once; 0.5 GB on disk)… {{more}}',
  'progress.installing-packages': 'Installing MLflow (once)… {{more}}',
  'progress.libraries.waiting-for-another-command':
    'Another command is installing the libraries for Python: waiting… {{more}}',
  'progress.libraries.collecting-packages':
    'Downloading the libraries for Python, scikit-learn and others (once; 0.9 GB on disk)… {{more}}',
  'progress.libraries.installing-packages': 'Installing the libraries for Python (once)… {{more}}',
  'progress.preparing-database': 'Preparing the database… {{more}}',
  'progress.pulling-image': 'Downloading the Docker image… {{more}}',
  'progress.starting-server': 'Starting MLflow… {{more}}',
  'server.NO_PYTHON':
    'Python 3.10 to 3.14 is needed, and no Python was found. Install it, or start Docker.',
  'server.PYTHON_NOT_FOUND':
    'Python 3.10 to 3.14 is needed (found: {{found}}). Install it, or start Docker.',
  'server.PYTHON_VENV_MISSING':
    '{{python}} cannot make environments. On Debian and Ubuntu: {{fix}}',
  'server.NO_NETWORK':
    'No network to install Python packages. Connect and run again; details in {{log}}.',
  'server.DISK_FULL': 'The disk is full: free about 1 GB for {{folder}} and run again.',
  'server.INSTALL_FAILED':
    'Python packages could not be installed: {{lastLines}} Details in {{log}}.',
  'server.PORT_TAKEN':
    'Port {{port}} is used by another program: stop it, or run again for another port.',
  'server.START_FAILED': 'MLflow did not start: {{lastLines}} Details in {{log}}.',
  'server.UNREACHABLE':
    'No MLflow answers at MLFLOW_TRACKING_URI={{uri}}: start that server, or unset the variable.',
  'server.NOT_MLFLOW': 'What answers at MLFLOW_TRACKING_URI={{uri}} is not MLflow: {{answer}}',
  'server.OTHER_MAJOR_VERSION':
    'The MLflow at MLFLOW_TRACKING_URI={{uri}} is {{found}}; this workshop needs {{wanted}}.',
  'server.BAD_SETTING': '{{name}}={{value}} is not understood: use {{allowed}}.',
  'server.NO_DOCKER_ENGINE':
    'No Docker engine answers ({{reason}}). Start it, or unset WORKSHOP_MLFLOW.',
  'server.WORKSPACE': 'MLflow refused the workspace "{{name}}" ({{status}}): {{answer}}',
  'server.CONTAINER_FAILED':
    'The container of {{image}} did not start: {{said}}. Try WORKSHOP_MLFLOW=embedded.',

  'submission.empty': 'Nothing was handed in: neither a file nor an archive.',
  'submission.no-exercise':
    'No exercise file; found: {{found}}. Expected a name such as {{example}}.',
  'submission.which-exercise':
    '"{{file}}": which exercise is this? Rename it, for example to {{example}}.ts.',
  'submission.not-asked': '"{{file}}" is for {{exercise}}, which is not graded this time.',
  'submission.damaged-notebook':
    '"{{file}}" is no whole notebook (no valid JSON): save it again in Jupyter.',
  'submission.holds-none': '"{{file}}": it has nothing to do with the exercises that are graded.',
  'submission.other-candidate': '"{{file}}" is not used: for {{exercise}}, "{{used}}" counts.',
  'submission.earlier': '"{{file}}" is not used: "{{used}}" was handed in later.',
  'submission.other-file': '"{{file}}" is no exercise.',
  'submission.junk': '"{{file}}" is never read.',
  'submission.workshop-folder':
    '"{{file}}" is the workshop’s own; what is handed in lies in exercises/.',
  'submission.empty-file': '"{{file}}" is empty.',
  'submission.too-large': '"{{file}}" is larger than {{limit}} kB: that is no exercise.',
  'submission.notebook-too-large':
    '"{{file}}" is larger than {{limit}} MB: clear its outputs in Jupyter and save it again.',
  'submission.not-text': '"{{file}}" is no text: its content is binary.',
  'submission.utf-16': '"{{file}}" is saved as UTF-16: save it again as UTF-8.',
  'submission.link': '"{{file}}" is a link: links are not followed.',
  'submission.hard-link':
    '"{{file}}" is a hard link and may come from elsewhere: copy the folder and grade the copy.',
  'submission.special': '"{{file}}" is neither a file nor a folder.',
  'submission.unreadable': '"{{file}}" cannot be read ({{reason}}).',
  'submission.unsafe-path':
    '"{{file}}" names a place outside of its archive: nothing is extracted.',
  'submission.same-name-twice': '"{{file}}" is in the archive twice: the last counts.',
  'submission.too-deep': '"{{file}}": more than {{limit}} folders inside each other.',
  'submission.too-many-entries':
    '"{{file}}" holds more than {{limit}} files: hand in the exercises only.',
  'submission.too-many-archives': '"{{file}}": more than {{limit}} archives in one submission.',
  'submission.nested-archives': '"{{file}}": more than {{limit}} archives inside each other.',
  'submission.archive-too-large':
    '"{{file}}" is larger than {{limit}} MB when extracted: hand in the exercises only.',
  'submission.overlapping':
    '"{{file}}" is an archive made to do harm: its files share their bytes.',
  'submission.broken-zip': '"{{file}}" is no complete ZIP: ask for it again.',
  'submission.encrypted': '"{{file}}" is encrypted: ask for a ZIP without a password.',
  'submission.compression': '"{{file}}" is compressed in a rare way: ask for an ordinary ZIP.',
  'submission.other-archive':
    '"{{file}}" is a {{format}} archive: unpack it into a folder of the same name, or ask for a ZIP.',
  'submission.more-ignored': 'And {{count}} more.',
  'submission.no-class': '"{{file}}" is neither a folder, nor a ZIP, nor an exercise.',

  'cli.mlflow.not-a-class':
    '{{folder}} holds no MLflow of a class: name the out folder of npm run grade.',
  'grade.bad-worksheet':
    '{{file}} is not a grading worksheet of Moodle ({{why}}). Download it from the assignment: Download grading worksheet.',
  'worksheet.empty': 'it is empty',
  'worksheet.no-utf8': 'it is not in UTF-8, as Moodle writes it',
  'worksheet.no-csv': 'it is not CSV',
  'worksheet.no-columns':
    'its columns must be called Identifier and Grade, or Identifiant and Note; they are: {{header}}',
  'grade.moodle_one': '{{count}} row of the Moodle worksheet was filled: exports/moodle.csv',
  'grade.moodle_other': '{{count}} rows of the Moodle worksheet were filled: exports/moodle.csv',
  'grade.moodle-unmatched': 'No row of the worksheet is surely theirs: {{names}}',
  'grade.canvas-hidden': 'Not in exports/canvas.csv, as Canvas hides who they are: {{names}}',
  'grade.other-exercises':
    'This folder has the marks of other exercises ({{names}}): ask for the same with --exercises, or choose another folder with --out.',
  'grade.empty-list': '--{{name}}= names nothing.',
  'grade.disk-full':
    'The disk is full: free some space and run the same command again. What was graded is kept.',
  'grade.disk-full-at':
    '{{folder}} is full: free some space and run the same command again. What was graded is kept.',
  'grade.unusable-out':
    'The results cannot be written to {{folder}} ({{code}}): choose another folder with --out.',
  'grade.usage': 'Name the folder or ZIP of submissions: npm run grade -- FOLDER',
  'grade.bad-number': '--{{name}}={{text}} must be a whole number from {{min}} to {{max}}.',
  'grade.bad-sandbox': '--sandbox={{text}} is unknown; choose one of: {{names}}.',
  'grade.no-folder': 'There is no {{folder}}: check the path.',
  'grade.nothing':
    'No submission in {{folder}}. docs/grading.md shows what a class folder may look like.',
  'grade.busy':
    'Another command grades into {{folder}}: wait for it, or choose another folder with --out.',
  'grade.no-workspaces':
    'The MLflow at {{uri}} has no workspaces, so submissions would see each other: start it with --enable-workspaces, or unset MLFLOW_TRACKING_URI.',
  'grade.sandbox-failed':
    'No sandbox works here ({{reasons}}). Install bubblewrap or start a Docker engine; --sandbox=none runs strangers’ code unprotected.',
  'grade.other-user':
    'WARNING: --sandbox=user. The submission runs as another user, with limits on memory, processes, CPU time and file size. Given up: the network is open to it, MLflow included, it sees the other processes, and the grader itself reads the ONNX files and the images that it logs.',
  'grade.user-failed': '--sandbox=user does not work here: {{reason}}.',
  'grade.user-reads-class':
    '--sandbox=user: other users of this machine can read {{folder}}, and so could each submission. Close it first: chmod go-rwx FOLDER.',
  'package.usage': 'Usage: npm run package gradescope [-- --exercises=07,08] [--out=FILE.zip]',
  'package.written':
    '{{file}}: {{count}} files, {{kilobytes}} kB, exercises {{exercises}}. Upload it to Gradescope under "Configure Autograder" (docs/grading.md).',
  'package.large':
    'WARNING: exercises 10 and 11 do not fit into Gradescope’s 768 MB, nor does a notebook of all exercises. Choose at least 1.5 GB there.',
  'gradescope.sandbox': 'Sandbox of this submission: {{name}}.',
  'gradescope.no-bubblewrap':
    'bubblewrap does not work in this container ({{reason}}): at best, another user.',
  'gradescope.no-verdict':
    'The grader could not mark this submission, through no fault of the submission: neither points nor a zero. Run it again. {{reason}}',
  'gradescope.too-long': 'Grading took more than {{seconds}} s.',
  'grade.no-sandbox':
    'WARNING: --sandbox=none. Submissions run as you: they can read and change your files, use the network, and see each other.',
  'grade.unknown-name': 'No submission of "{{name}}".',
  'grade.unknown-name-near': 'No submission of "{{name}}". Did you mean "{{near}}"?',
  'grade.reading': 'Reading the submissions…',
  'grade.passed-over': 'Nobody’s work: {{why}}',
  'grade.copies':
    'Read as students of their own, though called like copies: {{names}}. Put what is one student’s into one folder.',
  'grade.kept_one':
    '{{count}} submission was graded before and is kept (--regrade grades it again).',
  'grade.kept_other':
    '{{count}} submissions were graded before and are kept (--regrade grades them again).',
  'grade.outdated_one': '{{count}} of them was graded by other graders or limits than today’s.',
  'grade.outdated_other': '{{count}} of them were graded by other graders or limits than today’s.',
  'grade.begin_one':
    'Grading {{count}} submission, {{jobs}} at a time, sandbox {{sandbox}}, MLflow {{version}} at {{uri}}',
  'grade.begin_other':
    'Grading {{count}} submissions, {{jobs}} at a time, sandbox {{sandbox}}, MLflow {{version}} at {{uri}}',
  'grade.progress': '{{done}}/{{total}}  {{name}}',
  'grade.progress-left': '{{done}}/{{total}}, {{rate}} a minute, {{left}} left  {{name}}',
  'grade.done-one': '{{done}}/{{total}}  {{points}}  {{name}}',
  'grade.still-running': 'Still running: {{names}}',
  'grade.lost-server': 'MLflow was lost while grading ({{error}}).',
  'grade.retry': '{{name}}: {{why}} Trying again…',
  'grade.diff': '{{gain}} gain, {{lose}} lose, {{same}} unchanged.',
  'grade.not-lowered': 'No mark was lowered: --allow-decrease takes the lower ones.',
  'grade.stopped-reading':
    'Stopped while the submissions were read: nothing was graded. The same command starts again.',
  'grade.stopped_one':
    'Stopped: {{count}} of {{total}} submissions has a verdict. The same command goes on from there.',
  'grade.stopped_other':
    'Stopped: {{count}} of {{total}} submissions have a verdict. The same command goes on from there.',
  'grade.stopped-regrade_one':
    'Stopped: {{count}} of {{total}} submissions was graded again, the others keep their marks. The same command grades all of them again.',
  'grade.stopped-regrade_other':
    'Stopped: {{count}} of {{total}} submissions were graded again, the others keep their marks. The same command grades all of them again.',
  'grade.finished': '{{done}} of {{total}} submissions have a verdict. Results: {{folder}}',

  ...HTML_EN,
  ...PYTHON_EN,
};
