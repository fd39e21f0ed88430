import { defineWrongAnswers } from '../../src/law/wrong-answer.ts';

/** No check here looks at the forest itself: a small one gives the same verdict sooner. */
const small = ['nEstimators: 100', 'nEstimators: 3'] as const;

const LOG_FIGURE = `await mlflow.logFigure(plots.confusionMatrix(cm), 'matrice_confusion.png');`;

/** A real PNG of three by three pixels. */
const ICON =
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAADCAIAAADZSiLoAAAAGUlEQVQImWP4//8/A0MDmGRoABEMDQxwMQDfWg70iFKPVwAAAABJRU5ErkJggg==';

export default defineWrongAnswers([
  {
    name: 'wrong-run-name',
    fails: ['run'],
    edits: [small, ['avec-graphiques', 'avec-graphique']],
  },
  {
    name: 'wrong-key-acc',
    fails: ['metric-accuracy'],
    edits: [small, ['{ accuracy: ', '{ acc: ']],
  },
  {
    name: 'no-figure',
    fails: ['figure'],
    edits: [small, [LOG_FIGURE, '']],
  },
  {
    name: 'figure-under-another-name',
    fails: ['figure'],
    edits: [small, ['matrice_confusion.png', 'confusion_matrix.png']],
  },
  {
    name: 'numbers-instead-of-a-figure',
    fails: ['figure'],
    edits: [small, [LOG_FIGURE, `await mlflow.logDict({ cm }, 'matrice_confusion.json');`]],
  },
  {
    name: 'text-file-named-png',
    fails: ['figure'],
    edits: [
      small,
      [LOG_FIGURE, `await mlflow.logText(JSON.stringify(cm), 'matrice_confusion.png');`],
    ],
  },
  {
    name: 'icon-instead-of-a-figure',
    fails: ['figure'],
    edits: [
      small,
      [
        'plots.confusionMatrix(cm)',
        `{ ...plots.confusionMatrix(cm), toPng: () => Buffer.from('${ICON}', 'base64') }`,
      ],
    ],
  },
  {
    name: 'figure-in-another-run',
    fails: ['figure'],
    edits: [
      small,
      [
        LOG_FIGURE,
        `await mlflow.startRun({ runName: 'figure', nested: true }, async () => {
      ${LOG_FIGURE}
    });`,
      ],
    ],
  },
]);
