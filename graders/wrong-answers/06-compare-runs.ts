import { defineWrongAnswers } from '../../src/law/wrong-answer.ts';

export default defineWrongAnswers([
  {
    name: 'typed-in-ids',
    fails: ['search', 'best-runs'],
    edits: [
      [
        'const runs = await mlflow.searchRuns({',
        `return ['1', '2', '3', '4', '5'].map((digit) => digit.repeat(32));
  const runs = await mlflow.searchRuns({`,
      ],
    ],
  },
  {
    name: 'printed-but-not-returned',
    fails: ['five-runs', 'best-runs'],
    edits: [['  return runs;\n', '']],
  },
  {
    name: 'three-runs',
    fails: ['five-runs'],
    edits: [['maxResults: 5', 'maxResults: 3']],
  },
  {
    name: 'all-runs',
    fails: ['five-runs', 'best-runs'],
    edits: [['    maxResults: 5,\n', '']],
  },
  {
    name: 'ascending-order',
    fails: ['best-runs'],
    edits: [['accuracy DESC', 'accuracy ASC']],
  },
  {
    name: 'best-by-f1',
    fails: ['best-runs'],
    edits: [['metrics.accuracy DESC', 'metrics.f1 DESC']],
  },
  {
    name: 'latest-runs',
    fails: ['best-runs'],
    edits: [['metrics.accuracy DESC', 'attributes.start_time DESC']],
  },
  {
    name: 'deleted-runs-included',
    fails: ['best-runs'],
    edits: [['maxResults: 5', `maxResults: 5,\n    runViewType: 'ALL'`]],
  },
  {
    name: 'another-experiment-included',
    fails: ['best-runs'],
    edits: [[`['workshop-churn-learning']`, `['workshop-churn-learning', 'brouillon']`]],
  },
  {
    name: 'worst-of-the-five-first',
    fails: ['best-first'],
    edits: [['return runs;', 'return runs.toReversed();']],
  },
]);
