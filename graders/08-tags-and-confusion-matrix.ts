import { figure } from '../src/judge/checks/figure.ts';
import { runFinished } from '../src/judge/checks/run.ts';
import { filledTag, metric } from '../src/judge/checks/values.ts';
import { defineGrader } from '../src/judge/grader.ts';
import { calling } from '../src/judge/holds.ts';

const RUN = 'exercice-avec-tags-et-graphique';

export default defineGrader({
  name: '08-tags-and-confusion-matrix',
  title: {
    fr: 'Ajouter des tags et une matrice de confusion',
    en: 'Add tags and a confusion matrix',
  },
  hints: [
    {
      fr: 'Qui a fait ce run, avec quel type de modèle ? Ce n’est ni une entrée ni un résultat : c’est une étiquette.',
      en: 'Who made this run, with what kind of model? That is neither an input nor a result: it is a label.',
    },
    {
      fr: 'mlflow.setTag pour author et model_type ; pour la figure, relisez votre exercice 04.',
      en: 'mlflow.setTag for author and model_type; for the figure, read your exercise 04 again.',
      python: {
        fr: 'mlflow.set_tag pour author et model_type ; pour la figure, relisez votre exercice 04.',
        en: 'mlflow.set_tag for author and model_type; for the figure, read your exercise 04 again.',
      },
    },
    {
      fr: 'Par exemple : await mlflow.setTag("equipe", "Marketing"); pose le tag equipe.',
      en: 'For example: await mlflow.setTag("equipe", "Marketing"); sets the tag equipe.',
      python: {
        fr: 'Par exemple : mlflow.set_tag("equipe", "Marketing") pose le tag equipe.',
        en: 'For example: mlflow.set_tag("equipe", "Marketing") sets the tag equipe.',
      },
    },
  ],
  isIn: calling('set_tag', 'author', 'confusion_matrix'),
  checks: [
    runFinished(RUN),
    filledTag(RUN, 'author'),
    filledTag(RUN, 'model_type'),
    metric(RUN, 'accuracy'),
    figure(RUN, null),
  ],
});
