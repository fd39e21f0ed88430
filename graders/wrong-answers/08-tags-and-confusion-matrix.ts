import { defineWrongAnswers } from '../../src/law/wrong-answer.ts';

/** No check here looks at the forest itself: a small one gives the same verdict sooner. */
const small = ['nEstimators: 100', 'nEstimators: 3'] as const;

const AUTHOR = `await mlflow.setTag('author', 'Ada Lovelace');`;
const LOG_FIGURE = `await mlflow.logFigure(plots.confusionMatrix(cm), 'matrice_confusion.png');`;

const GRADIENT = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400">
  <linearGradient id="blues"><stop offset="0" stop-color="white"/><stop offset="1" stop-color="navy"/></linearGradient>
  <rect width="400" height="400" fill="url(#blues)"/>
</svg>`;

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
    name: 'first-and-last-name-to-replace',
    fails: ['tag-author'],
    edits: [small, ['Ada Lovelace', 'Prénom Nom']],
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
    name: 'gradient-without-numbers',
    fails: ['figure'],
    edits: [small, [LOG_FIGURE, `await mlflow.logText(\`${GRADIENT}\`, 'matrice.svg');`]],
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
