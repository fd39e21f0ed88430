import { createHash, randomInt } from 'node:crypto';
import type { SavedScaler } from '../judge/scaler.ts';
import type { ModelFact, Scores } from '../judge/snapshot.ts';
import type { LoggedModel, Mlflow, OpenModel } from '../mlflow/index.ts';
import { isTroubleOfMlflow } from './is-trouble.ts';
import type { ModelFile, PythonModels } from './python-models.ts';
import type { Answered, Ask, WorkshopData } from '../workshop/index.ts';
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

/** What is known of a model that was not asked to predict. */
export function unscored({ name, modelId, location }: ModelPlace): ModelFact {
  return {
    name,
    modelId,
    artifactRoot: location.replace(/^mlflow-artifacts:\/*/, ''),
    flavors: [],
    sha256: null,
    problem: null,
    trees: null,
    scores: null,
    scaledScores: null,
    firstPredictions: [],
    batch: { customerIds: [], probability: [], predicted: [] },
  };
}

const FIRST_ROWS = 5;
const BATCH = 100;
/** Test rows that are asked about again, in another order and among others. */
const ASKED_AGAIN = 200;
/** Of these, how many may get another label: sums of other batches may be rounded otherwise. */
const MAY_DIFFER = 2;
/** Thirty times what a forest of the workshop takes; an MLmodel takes 2 kB. */
const READ_LIMITS = { mlmodelBytes: 64 * 1024, fileBytes: 32 * 1024 * 1024 };
/** A model of Python's is a few files; a full-grown forest of the workshop takes 20 MB. */
const FOLDER_LIMITS = { files: 50, bytes: 64 * 1024 * 1024 };

/** Where models predict. */
export interface Scoring {
  readonly scorer: Scorer;
  /** Where those of Python's flavours do; they are not opened when absent. */
  readonly pythonModels?: PythonModels | undefined;
}

/**
 * Downloads a model and has it predict the workshop's rows. ONNX is data; what Python's flavours log is code, and
 * goes to where that may run. A model that does not load is a fact about it (`problem`), not an error.
 */
export async function scoreModel(
  mlflow: Mlflow,
  place: ModelPlace,
  data: WorkshopData,
  scaler: SavedScaler | null,
  { scorer, pythonModels }: Scoring = { scorer: scoreHere },
): Promise<ModelFact> {
  let fact = unscored(place);
  const failed = (error: unknown) => ({
    ...fact,
    problem: error instanceof Error ? error.message : String(error),
  });
  let ask: (asks: readonly Ask[]) => Promise<Answered>;
  try {
    const folder = await mlflow.readModel(place.location, READ_LIMITS);
    fact = { ...fact, flavors: Object.keys(folder.mlmodel.flavors) };
    const file = folder.mlmodel.flavors['onnx']?.['data'];
    if (typeof file === 'string') {
      const onnx = await folder.read(file);
      fact = { ...fact, sha256: sha256(onnx) };
      ask = async (asks) => await scorer.score(onnx, asks);
    } else {
      if (pythonModels === undefined) return failed('no ONNX flavor in its MLmodel');
      const files = await readFolder(folder);
      fact = { ...fact, sha256: sha256(mainFile(files)) };
      ask = async (asks) => await pythonModels.score(files, asks);
    }
  } catch (error) {
    if (isTroubleOfMlflow(error)) throw error;
    return failed(error);
  }
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
  const answered = await ask(asks);
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
    trees: answered.trees,
    scores: scoresOf(data.yTest, labels),
    scaledScores:
      scaledLabels === undefined
        ? null
        : scoresOf(data.yTest, answered.scales === true ? labels : scaledLabels),
    firstPredictions: labels.slice(0, FIRST_ROWS),
    batch: { customerIds: [...customers.customerIds], probability, predicted },
  };
}

/** Every file of a model's folder, within limits. */
async function readFolder(folder: OpenModel): Promise<ModelFile[]> {
  const found = await folder.list();
  const bytes = found.reduce((sum, { fileSize }) => sum + (fileSize ?? 0), 0);
  if (found.length > FOLDER_LIMITS.files || bytes > FOLDER_LIMITS.bytes)
    throw new Error(`it has ${found.length} files of ${bytes} bytes, more than are looked into`);
  return await Promise.all(
    found.map(async ({ path }) => ({ path, content: await folder.read(path) })),
  );
}

/** The one that predicts is the largest. */
function mainFile(files: readonly ModelFile[]): Uint8Array {
  const [largest] = files.toSorted((a, b) => b.content.byteLength - a.content.byteLength);
  return largest?.content ?? new Uint8Array();
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

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
