import { defineWrongAnswers } from '../../src/law/wrong-answer.ts';

/** No check here looks at the forest itself: a small one gives the same verdict sooner. */
const small = ['nEstimators: 100', 'nEstimators: 3'] as const;

const AUTHOR = `await mlflow.setTag('author', 'Ada Lovelace');`;
const LOG_FIGURE = `await mlflow.logFigure(plots.confusionMatrix(cm), 'matrice_confusion.png');`;

export default defineWrongAnswers([
  {
    name: 'wrong-run-name',
    fails: ['run'],
    edits: [small, ['exercice-avec-tags-et-graphique', 'exercice-tags']],
  },
  {
    name: 'no-author',
    fails: ['tag-author'],
    edits: [small, [AUTHOR, '']],
  },
  {
    name: 'blank-author',
    fails: ['tag-author'],
    edits: [small, ['Ada Lovelace', '  ']],
  },
  {
    name: 'placeholder-author',
    fails: ['tag-author'],
    edits: [small, ['Ada Lovelace', '<votre nom>']],
  },
  {
    name: 'dots-for-author',
    fails: ['tag-author'],
    edits: [small, ['Ada Lovelace', '...']],
  },
  {
    name: 'author-as-param',
    fails: ['tag-author'],
    edits: [small, [AUTHOR, AUTHOR.replace('setTag', 'logParam')]],
  },
  {
    name: 'wrong-key-modele-type',
    fails: ['tag-model-type'],
    edits: [small, [`'model_type'`, `'modele_type'`]],
  },
  {
    name: 'todo-for-model-type',
    fails: ['tag-model-type'],
    edits: [small, [`'RandomForest'`, `'TODO'`]],
  },
  {
    name: 'accuracy-as-tag',
    fails: ['metric-accuracy'],
    edits: [small, [`logMetric('accuracy'`, `setTag('accuracy'`]],
  },
  {
    name: 'no-figure',
    fails: ['figure'],
    edits: [small, [LOG_FIGURE, '']],
  },
  {
    name: 'text-file-named-png',
    fails: ['figure'],
    edits: [small, [LOG_FIGURE, `await mlflow.logText(String(cm), 'matrice_confusion.png');`]],
  },
  {
    name: 'numbers-instead-of-a-figure',
    fails: ['figure'],
    edits: [small, [LOG_FIGURE, `await mlflow.logDict({ cm }, 'matrice_confusion.json');`]],
  },
]);
