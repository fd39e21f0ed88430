import { createHash, randomInt } from 'node:crypto';
import type { SavedScaler } from '../judge/scaler.ts';
import type { ModelFact, Scores } from '../judge/snapshot.ts';
import type { LoggedModel, Mlflow } from '../mlflow/index.ts';
import { isTroubleOfMlflow } from './is-trouble.ts';
import type { Ask, WorkshopData } from '../workshop/index.ts';
import * as metrics from '../workshop/metrics/index.ts';
import { scoreHere, type Scorer } from './score-here.ts';

/** Where a model is. */
export interface ModelPlace {
  readonly name: string;
  readonly modelId: string | null;
  /** Its folder as MLflow says it, such as `mlflow-artifacts:/1/models/m-…/artifacts`. */
  readonly location: string;
}

/** The place of a LoggedModel. */
export function placeOf(model: LoggedModel): ModelPlace {
  const { name, modelId, artifactLocation: location } = model;
  return { name, modelId, location };
}

const FIRST_ROWS = 5;
const BATCH = 100;
/** Test rows that are asked about again, in another order and among others. */
const ASKED_AGAIN = 200;
/** Of these, how many may get another label: sums of other batches may be rounded otherwise. */
const MAY_DIFFER = 2;
/** Thirty times what a forest of the workshop takes; an MLmodel takes 2 kB. */
const READ_LIMITS = { mlmodelBytes: 64 * 1024, fileBytes: 32 * 1024 * 1024 };

/**
 * Downloads a model and has it predict the workshop's rows. Only ONNX is read here: it is data, not code.
 * A model that does not load is a fact about it (`problem`), not an error.
 */
export async function scoreModel(
  mlflow: Mlflow,
  place: ModelPlace,
  data: WorkshopData,
  scaler: SavedScaler | null,
  scorer: Scorer = scoreHere,
): Promise<ModelFact> {
  const fact = {
    name: place.name,
    modelId: place.modelId,
    artifactRoot: place.location.replace(/^mlflow-artifacts:\/*/, ''),
    flavors: [] as string[],
    sha256: null as string | null,
    trees: null,
    scores: null,
    scaledScores: null,
    firstPredictions: [],
    batch: { customerIds: [], probability: [], predicted: [] },
  };
  const failed = (error: unknown) => ({
    ...fact,
    problem: error instanceof Error ? error.message : String(error),
  });
  let onnx: Uint8Array;
  try {
    const folder = await mlflow.readModel(place.location, READ_LIMITS);
    fact.flavors = Object.keys(folder.mlmodel.flavors);
    const file = folder.mlmodel.flavors['onnx']?.['data'];
    if (typeof file !== 'string') return failed('no ONNX flavor in its MLmodel');
    onnx = await folder.read(file);
  } catch (error) {
    if (isTroubleOfMlflow(error)) throw error;
    return failed(error);
  }
  fact.sha256 = createHash('sha256').update(onnx).digest('hex');
  const customers = data.customers(BATCH);
  const batch = [...customers.X];
  const again = drawn(data.XTest.length, ASKED_AGAIN);
  const asks: Ask[] = [
    { give: 'label', rows: data.XTest },
    { give: 'label', rows: again.map((row) => data.XTest[row] ?? []) },
    { give: 'label', rows: batch },
    { give: 'probability', rows: batch },
  ];
  if (scaler !== null) asks.push({ give: 'label', rows: scaled(data.XTest, scaler) });
  const answered = await scorer.score(onnx, asks);
  if ('problem' in answered) return failed(answered.problem);
  const [labels = [], otherwise = [], predicted = [], probability = [], scaledLabels] =
    answered.answers;
  const differing = again.filter((row, i) => labels[row] !== otherwise[i]).length;
  // A graph can count the rows it is given and know a place by heart: that is no prediction.
  if (differing > MAY_DIFFER) {
    return failed('what it predicts for a customer depends on who else is asked about');
  }
  return {
    ...fact,
    problem: null,
    trees: answered.trees,
    scores: scoresOf(data.yTest, labels),
    scaledScores: scaledLabels === undefined ? null : scoresOf(data.yTest, scaledLabels),
    firstPredictions: labels.slice(0, FIRST_ROWS),
    batch: { customerIds: [...customers.customerIds], probability, predicted },
  };
}

/** Some of the numbers below `count`, in any order. */
function drawn(count: number, most: number): number[] {
  const left = Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: Math.min(most, count) }, () => {
    const [row = 0] = left.splice(randomInt(left.length), 1);
    return row;
  });
}

function scaled(rows: readonly (readonly number[])[], { mean, scale }: SavedScaler): number[][] {
  return rows.map((row) => row.map((x, j) => (x - (mean[j] ?? 0)) / (scale[j] ?? 1)));
}

function scoresOf(expected: readonly number[], predicted: readonly number[]): Scores {
  return {
    accuracy: metrics.accuracyScore(expected, predicted),
    precision: metrics.precisionScore(expected, predicted),
    recall: metrics.recallScore(expected, predicted),
    f1: metrics.f1Score(expected, predicted),
  };
}
