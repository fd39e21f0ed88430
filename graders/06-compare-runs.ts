import { compareRunsChecks } from '../src/judge/checks/compare-runs.ts';
import { defineGrader } from '../src/judge/grader.ts';
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
    },
    {
      fr: 'Par exemple : orderBy: ["metrics.recall ASC"] mettrait le plus petit rappel en tête ; DESC fait l’inverse.',
      en: 'For example: orderBy: ["metrics.recall ASC"] would put the least recall first; DESC does the opposite.',
    },
  ],
  arrange: 'competitor-runs',
  calls: ['search_runs'],
  fromPython: fiveBestRuns,
  checks: compareRunsChecks,
});
