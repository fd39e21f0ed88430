import { randomInt } from 'node:crypto';
import { EXPERIMENT } from '../judge/found-run.ts';
import type { Arranged, ArrangedRun } from '../judge/snapshot.ts';
import type { Mlflow, Run } from '../mlflow/index.ts';
import { placeOf, scoreModel } from '../observe/score-model.ts';
import type { WorkshopData, WorkshopMlflow } from '../workshop/index.ts';
import { ARRANGED } from './arranged-tag.ts';
import { randomModel } from './random-model.ts';

/**
 * Runs that compete for the best accuracy. Each kind is there to catch one wrong way of searching:
 * the later, the better by f1, the deleted, the FAILED, the one without accuracy, the one elsewhere.
 */
const COMPETITORS: readonly { readonly kind: string; readonly rank: number | null }[] = [
  { kind: 'third', rank: 3 },
  { kind: 'deleted', rank: null },
  { kind: 'best', rank: 1 },
  { kind: 'fifth', rank: 5 },
  { kind: 'failed', rank: null },
  { kind: 'second', rank: 2 },
  { kind: 'sixth', rank: 6 },
  { kind: 'no-accuracy', rank: null },
  { kind: 'fourth', rank: 4 },
  { kind: 'worst', rank: 7 },
  { kind: 'elsewhere', rank: null },
];

const NAMES = ['foret', 'boosting', 'logistique', 'grid-search', 'essai', 'reference', 'ensemble'];

/**
 * Logs them with fresh numbers above what an honest model reaches, so that they outrank the student's own.
 *
 * @param data the rows that their models are made for; null leaves the models out
 */
export async function arrangeCompetitors(
  mlflow: WorkshopMlflow,
  data: WorkshopData | null,
): Promise<Arranged> {
  const experiment = await mlflow.setExperiment(EXPERIMENT);
  const elsewhere = await otherExperiment(mlflow);
  const accuracyOf = drawAccuracies(await bestSoFar(mlflow, experiment.experimentId));
  const taken = new Set<string>();
  const started = Date.now();
  const runs: ArrangedRun[] = [];
  let best: Run | null = null;
  // Comparing runs asks for no status: a FAILED one that outranks all would be a trap there.
  const competitors = COMPETITORS.filter(({ kind }) => data !== null || kind !== 'failed');
  for (const [i, { kind, rank }] of competitors.entries()) {
    const name = `${NAMES[randomInt(NAMES.length)]}-${randomInt(1000, 10_000)}`;
    const accuracy = kind === 'no-accuracy' ? null : accuracyOf(rank);
    const experimentId = kind === 'elsewhere' ? elsewhere : experiment.experimentId;
    const run = await logRun(mlflow, data, taken, {
      name,
      experimentId,
      accuracy,
      f1: kind === 'best' ? 0.5 : 0.6 + i / 100,
    });
    const status = kind === 'failed' ? 'FAILED' : 'FINISHED';
    await mlflow.client.setTerminated(run.info.runId, status, started + i);
    if (kind === 'deleted') await mlflow.client.deleteRun(run.info.runId);
    if (kind === 'best') best = run;
    const { runId: id } = run.info;
    runs.push({ id, experimentId, name, status, deleted: kind === 'deleted', accuracy, rank });
  }
  if (best === null) throw new Error('no best run among the competitors');
  const bestModel = data === null ? null : await scoreBest(mlflow, best, data);
  return { runs, version: null, bestModel };
}

async function scoreBest(mlflow: Mlflow, best: Run, data: WorkshopData) {
  const { modelOutputs } = (await mlflow.client.getRun(best.info.runId)).outputs;
  const model = await mlflow.client.getLoggedModel(modelOutputs[0]?.modelId ?? '');
  return await scoreModel(mlflow, placeOf(model), data, null);
}

interface Competitor {
  readonly name: string;
  readonly experimentId: string;
  readonly accuracy: number | null;
  readonly f1: number;
}

async function logRun(
  mlflow: WorkshopMlflow,
  data: WorkshopData | null,
  taken: Set<string>,
  { name, experimentId, accuracy, f1 }: Competitor,
): Promise<Run> {
  return await mlflow.startRun({ runName: name, experimentId, tags: ARRANGED }, async (run) => {
    await mlflow.logMetrics(accuracy === null ? { f1 } : { accuracy, f1 });
    if (data !== null) {
      await mlflow.onnx.logModel(randomModel(data, taken).model, { name: 'model' });
    }
    return run;
  });
}

async function otherExperiment(mlflow: WorkshopMlflow): Promise<string> {
  const name = 'brouillon';
  const found = await mlflow.client.getExperimentByName(name);
  return found?.experimentId ?? (await mlflow.client.createExperiment(name));
}

/** The best accuracy among the active runs that are there already, 0 when there is none. */
async function bestSoFar(mlflow: WorkshopMlflow, experimentId: string): Promise<number> {
  const [best] = await mlflow.searchRuns({
    experimentIds: [experimentId],
    orderBy: ['metrics.accuracy DESC'],
    maxResults: 1,
  });
  return best?.data.metrics['accuracy'] ?? 0;
}

/**
 * Ranked runs go down from about 0.96 in uneven steps; unranked ones (deleted, FAILED, elsewhere) stand
 * above them all. A student's run with a typed-in 0.99 moves everything up.
 */
function drawAccuracies(present: number): (rank: number | null) => number {
  const shift = Math.max(0, present - 0.9);
  let next = 0.955 + shift + randomInt(100) / 10_000;
  const ranked = Array.from({ length: 7 }, () => {
    next -= 0.002 + randomInt(30) / 10_000;
    return Number(next.toFixed(4));
  });
  return (rank) =>
    rank === null
      ? Number((0.97 + shift + randomInt(200) / 10_000).toFixed(4))
      : (ranked[rank - 1] ?? 0);
}
