import { honestParams } from '../src/judge/checks/honest-params.ts';
import { honestMetric, loggedModel } from '../src/judge/checks/model.ts';
import { runFinished } from '../src/judge/checks/run.ts';
import { metric, param } from '../src/judge/checks/values.ts';
import { defineGrader } from '../src/judge/grader.ts';
import { calling } from '../src/judge/holds.ts';

const RUN = 'exercice-gradient-boosting';

export default defineGrader({
  name: '07-gradient-boosting',
  title: { fr: 'Logger un Gradient Boosting', en: 'Log a gradient boosting' },
  hints: [
    {
      fr: 'Trois choses vont dans le run : ce qui entre dans le modèle, ce qui en sort, et le modèle lui-même.',
      en: 'Three things go into the run: what the model is given, what it reaches, and the model itself.',
    },
    {
      fr: 'logParams pour les trois hyperparamètres, logMetrics pour les quatre scores calculés sur data.yTest, mlflow.onnx.logModel pour le modèle.',
      en: 'logParams for the three hyperparameters, logMetrics for the four scores computed on data.yTest, mlflow.onnx.logModel for the model.',
      python: {
        fr: 'log_params pour les trois hyperparamètres, log_metrics pour les quatre scores calculés sur y_test, mlflow.sklearn.log_model pour le modèle.',
        en: 'log_params for the three hyperparameters, log_metrics for the four scores computed on y_test, mlflow.sklearn.log_model for the model.',
      },
    },
    {
      fr: 'Par exemple : await mlflow.logMetrics({ accuracy: metrics.accuracyScore(data.yTest, yPred) }); puis await mlflow.onnx.logModel(model, { name: "model" });',
      en: 'For example: await mlflow.logMetrics({ accuracy: metrics.accuracyScore(data.yTest, yPred) }); then await mlflow.onnx.logModel(model, { name: "model" });',
      python: {
        fr: 'Par exemple : mlflow.log_metrics({"accuracy": accuracy_score(y_test, y_pred)}), puis mlflow.sklearn.log_model(model, name="model").',
        en: 'For example: mlflow.log_metrics({"accuracy": accuracy_score(y_test, y_pred)}), then mlflow.sklearn.log_model(model, name="model").',
      },
    },
  ],
  isIn: calling('GradientBoostingClassifier('),
  checks: [
    runFinished(RUN),
    param(RUN, 'n_estimators', 100),
    param(RUN, 'learning_rate', 0.1),
    param(RUN, 'max_depth', 5),
    metric(RUN, 'accuracy'),
    metric(RUN, 'precision'),
    metric(RUN, 'recall'),
    metric(RUN, 'f1'),
    loggedModel(RUN),
    honestMetric(RUN, 'accuracy'),
    honestMetric(RUN, 'precision'),
    honestMetric(RUN, 'recall'),
    honestMetric(RUN, 'f1'),
    ...honestParams(RUN),
  ],
});
