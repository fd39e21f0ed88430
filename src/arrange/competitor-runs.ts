import { randomInt } from 'node:crypto';
import { EXPERIMENT } from '../judge/found-run.ts';
import type { Arranged, ArrangedRun, ModelFact } from '../judge/snapshot.ts';
import type { WorkshopMlflow } from '../workshop/index.ts';
import { logArranged } from './log-arranged.ts';
import type { ModelMaker } from './model-maker.ts';

/**
 * Runs that compete for the best accuracy. Each kind is there to catch one wrong way of searching:
 * the later, the better by f1, the deleted, the FAILED, the one without accuracy, the one elsewhere.
 */
const COMPETITORS: readonly Kind[] = [
  { kind: 'third', rank: 3, for: 'comparing' },
  { kind: 'deleted', rank: null, for: 'both' },
  { kind: 'best', rank: 1, for: 'both' },
  { kind: 'fifth', rank: 5, for: 'comparing' },
  // Comparing runs asks for no status: a FAILED one that outranks all would be a trap there.
  { kind: 'failed', rank: null, for: 'loading' },
  { kind: 'second', rank: 2, for: 'both' },
  { kind: 'sixth', rank: 6, for: 'comparing' },
  { kind: 'no-accuracy', rank: null, for: 'both' },
  { kind: 'fourth', rank: 4, for: 'comparing' },
  { kind: 'worst', rank: 7, for: 'both' },
  { kind: 'elsewhere', rank: null, for: 'both' },
];

interface Kind {
  readonly kind: string;
  readonly rank: number | null;
  /** Comparing the best five, or loading the model of the best one: each model takes MLflow a tenth of a second. */
  readonly for: 'comparing' | 'loading' | 'both';
}

const NAMES = ['foret', 'boosting', 'logistique', 'grid-search', 'essai', 'reference', 'ensemble'];

export interface Competition {
  /** Whether the best five are compared. */
  readonly comparing: boolean;
  /** Makes the models, where the best one's is loaded; null where none is. */
  readonly loading: ModelMaker | null;
  /** Whether a FAILED run outranks them all, where a search has to leave it out. */
  readonly failed?: boolean;
}

/** Logs them with fresh numbers above what an honest model reaches, so that they outrank the student's own. */
export async function arrangeCompetitors(
  mlflow: WorkshopMlflow,
  { comparing, loading, failed = false }: Competition,
): Promise<Arranged> {
  const experiment = await mlflow.setExperiment(EXPERIMENT);
  const elsewhere = await otherExperiment(mlflow);
  const accuracyOf = drawAccuracies(await bestSoFar(mlflow, experiment.experimentId));
  const runs: ArrangedRun[] = [];
  let bestModel: ModelFact | null = null;
  const competitors = COMPETITORS.filter(
    (one) =>
      one.for === 'both' ||
      (one.for === 'comparing' && comparing) ||
      (one.for === 'loading' && loading !== null && failed),
  );
  for (const [i, { kind, rank, for: task }] of competitors.entries()) {
    const name = `${NAMES[randomInt(NAMES.length)]}-${randomInt(1000, 10_000)}`;
    const accuracy = kind === 'no-accuracy' ? null : accuracyOf(rank);
    const experimentId = kind === 'elsewhere' ? elsewhere : experiment.experimentId;
    const status = kind === 'failed' ? 'FAILED' : 'FINISHED';
    const made = task === 'comparing' ? null : (loading?.() ?? null);
    const f1 = kind === 'best' ? 0.5 : 0.6 + i / 100;
    const { run, logged } = await logArranged(mlflow, {
      experimentId,
      name,
      model: made?.parts ?? null,
      metrics: accuracy === null ? { f1 } : { accuracy, f1 },
      status,
    });
    const { runId: id } = run.info;
    if (kind === 'deleted') await mlflow.client.deleteRun(id);
    if (kind === 'best' && made !== null && logged !== null)
      bestModel = await made.fact(mlflow, logged);
    runs.push({ id, experimentId, name, status, deleted: kind === 'deleted', accuracy, rank });
  }
  return { runs, version: null, bestModel };
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
