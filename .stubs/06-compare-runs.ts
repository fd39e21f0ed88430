/**
 * 06 — Comparer les runs (partie 2 : 2.4)
 *
 * Le problème : « c’était lequel, le meilleur ? » Vingt runs plus tard, personne ne sait.
 *
 * La question : de quoi auriez-vous besoin pour que MLflow réponde à votre place ? Réfléchissez-y,
 * puis complétez les blancs. Avant votre code, l’évaluateur ajoute à l’expérience des runs avec des
 * chiffres tirés au hasard : la réponse change à chaque fois.
 *
 * Demandé : rendre (return) les cinq meilleurs runs de l’expérience « workshop-churn-learning » par
 * accuracy, le meilleur d’abord. Un run supprimé ne compte pas.
 *
 * Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 06`.
 *
 * ---
 *
 * 06 — Compare runs (part 2: 2.4)
 *
 * The problem: "which one was the best again?" Twenty runs later nobody knows.
 *
 * The question: what would you need for MLflow to answer in your place? Think about it, then fill in
 * the blanks. Before your code, the grader adds runs with figures drawn at random to the experiment:
 * the answer is another one each time.
 *
 * Asked for: return the five best runs of the experiment "workshop-churn-learning" by accuracy, the
 * best first. A deleted run does not count.
 *
 * Help: docs/mlflow_cheatsheet.md, or `npm run hint 06`.
 */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  // TODO : chercher, trier, couper à cinq / search, sort, cut to five
  // const runs = await mlflow.searchRuns({
  //   experimentNames: ['______'],
  //   orderBy: ['metrics.______ ______'],
  //   maxResults: ______,
  // });
  // for (const run of runs) console.log(run.info.runName, run.data.metrics.accuracy);
  // return runs;
}
