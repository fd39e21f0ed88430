import { figure } from '../src/judge/checks/figure.ts';
import { runFinished } from '../src/judge/checks/run.ts';
import { metric } from '../src/judge/checks/values.ts';
import { defineGrader } from '../src/judge/grader.ts';
import { timesIn } from '../src/judge/holds.ts';

const RUN = 'avec-graphiques';
/** The run of exercise 08, whose figure is no sign of this one. */
const OTHER_RUN = 'exercice-avec-tags-et-graphique';

export default defineGrader({
  name: '04-figures',
  title: { fr: 'Sauvegarder un graphique', en: 'Save a figure' },
  hints: [
    {
      fr: 'Il faut trois choses : compter les erreurs, les dessiner, attacher le dessin au run.',
      en: 'Three things are needed: count the errors, draw them, attach the drawing to the run.',
    },
    {
      fr: 'metrics.confusionMatrix compte, plots.confusionMatrix dessine, mlflow.logFigure attache.',
      en: 'metrics.confusionMatrix counts, plots.confusionMatrix draws, mlflow.logFigure attaches.',
      python: {
        fr: 'sklearn.metrics.confusion_matrix compte, sns.heatmap dessine, mlflow.log_figure attache.',
        en: 'sklearn.metrics.confusion_matrix counts, sns.heatmap draws, mlflow.log_figure attaches.',
      },
    },
    {
      fr: 'Par exemple : await mlflow.logFigure(figure, "dessin.png"); attache la figure sous le nom dessin.png.',
      en: 'For example: await mlflow.logFigure(figure, "dessin.png"); attaches the figure under the name dessin.png.',
      python: {
        fr: 'Par exemple : mlflow.log_figure(figure, "dessin.png") attache la figure sous le nom dessin.png.',
        en: 'For example: mlflow.log_figure(figure, "dessin.png") attaches the figure under the name dessin.png.',
      },
    },
  ],
  isIn: (program) => timesIn(program, 'log_figure') > timesIn(program, OTHER_RUN),
  checks: [runFinished(RUN), metric(RUN, 'accuracy'), figure(RUN, 'matrice_confusion.png')],
});
