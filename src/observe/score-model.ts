import type { SavedScaler } from '../judge/scaler.ts';
import type { ModelFact, Scores } from '../judge/snapshot.ts';
import type { LoggedModel, Mlflow } from '../mlflow/index.ts';
import { loadOnnxModel, metrics, type WorkshopData } from '../workshop/index.ts';

/** Where a model is. */
export interface ModelPlace {
  readonly name: string;
  readonly modelId: string | null;
  /** A URI that the client resolves. */
  readonly uri: string;
  /** Its folder as MLflow says it, such as `mlflow-artifacts:/1/models/m-…/artifacts`. */
  readonly location: string;
}

/** The place of a LoggedModel. */
export function placeOf(model: LoggedModel): ModelPlace {
  const { name, modelId, artifactLocation: location } = model;
  return { name, modelId, uri: `models:/${modelId}`, location };
}

/** Loads what scoring needs while there is something to wait for anyway; 0.3 s of CPU. */
export function warmScoring(): void {
  // When it cannot be loaded, scoring itself says so.
  void import('onnxruntime-node').catch(() => undefined);
}

const FIRST_ROWS = 5;
const BATCH = 100;

/**
 * Downloads a model and has it predict the workshop's rows. Only ONNX is read here: it is data, not code.
 * A model that does not load is a fact about it (`problem`), not an error.
 */
export async function scoreModel(
  mlflow: Mlflow,
  place: ModelPlace,
  data: WorkshopData,
  scaler: SavedScaler | null,
): Promise<ModelFact> {
  const fact = {
    name: place.name,
    modelId: place.modelId,
    artifactRoot: place.location.replace(/^mlflow-artifacts:\/*/, ''),
    flavors: [] as string[],
    scores: null,
    scaledScores: null,
    firstPredictions: [],
    batch: { customerIds: [], probability: [], predicted: [] },
  };
  try {
    const folder = await mlflow.readModel(place.uri);
    fact.flavors = Object.keys(folder.mlmodel.flavors);
    const file = folder.mlmodel.flavors['onnx']?.['data'];
    if (typeof file !== 'string') return { ...fact, problem: 'no ONNX flavor in its MLmodel' };
    const model = await loadOnnxModel(await folder.read(file));
    const customers = data.customers(BATCH);
    const scale = (rows: readonly (readonly number[])[]) =>
      scaler === null
        ? null
        : rows.map((row) =>
            row.map((x, j) => (x - (scaler.mean[j] ?? 0)) / (scaler.scale[j] ?? 1)),
          );
    const scaled = scale(data.XTest);
    const predictions = await model.predict(data.XTest);
    const batch = [...customers.X];
    return {
      ...fact,
      problem: null,
      scores: scoresOf(data.yTest, predictions),
      scaledScores: scaled === null ? null : scoresOf(data.yTest, await model.predict(scaled)),
      firstPredictions: predictions.slice(0, FIRST_ROWS),
      batch: {
        customerIds: [...customers.customerIds],
        probability: await model.predictProba(batch),
        predicted: await model.predict(batch),
      },
    };
  } catch (error) {
    return { ...fact, problem: error instanceof Error ? error.message : String(error) };
  }
}

function scoresOf(expected: readonly number[], predicted: readonly number[]): Scores {
  return {
    accuracy: metrics.accuracyScore(expected, predicted),
    precision: metrics.precisionScore(expected, predicted),
    recall: metrics.recallScore(expected, predicted),
    f1: metrics.f1Score(expected, predicted),
  };
}
