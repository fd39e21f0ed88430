import { compareRunsChecks } from '../src/judge/checks/compare-runs.ts';
import { defineGrader } from '../src/judge/grader.ts';
import { comparesRuns } from '../src/judge/holds.ts';
import { fiveBestRuns } from '../src/judge/python-values.ts';

export default defineGrader({
  name: '06-compare-runs',
  title: { fr: 'Comparer les runs', en: 'Compare runs' },
  hints: [
    {
      fr: 'Ne comparez rien vous-même : MLflow a déjà tous les chiffres et sait trier.',
      en: 'Compare nothing yourself: MLflow has all the figures already and knows how to sort.',
    },
    {
      fr: 'mlflow.searchRuns prend experimentNames, orderBy et maxResults, et donne une liste que vous rendez.',
      en: 'mlflow.searchRuns takes experimentNames, orderBy and maxResults, and gives a list that you return.',
      python: {
        fr: 'MlflowClient().search_runs prend experiment_ids, order_by et max_results, et donne une liste que vous gardez dans best_runs.',
        en: 'MlflowClient().search_runs takes experiment_ids, order_by and max_results, and gives a list that you keep in best_runs.',
      },
    },
    {
      fr: 'Par exemple : orderBy: ["metrics.recall ASC"] mettrait le plus petit rappel en tête ; DESC fait l’inverse.',
      en: 'For example: orderBy: ["metrics.recall ASC"] would put the least recall first; DESC does the opposite.',
      python: {
        fr: 'Par exemple : order_by=["metrics.recall ASC"] mettrait le plus petit rappel en tête ; DESC fait l’inverse.',
        en: 'For example: order_by=["metrics.recall ASC"] would put the least recall first; DESC does the opposite.',
      },
    },
  ],
  arrange: 'competitor-runs',
  isIn: comparesRuns,
  fromPython: fiveBestRuns,
  checks: compareRunsChecks,
});
