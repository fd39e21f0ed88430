import pMap from 'p-map';
import { parseJson } from '../judge/parse-json.ts';
import { readScaler, type SavedScaler } from '../judge/scaler.ts';
import type { ArtifactFact, Json, RunFact } from '../judge/snapshot.ts';
import type { ArtifactFolder, LoggedModel, Mlflow, Run } from '../mlflow/index.ts';
import { isRefusal } from './is-trouble.ts';
import type { WorkshopData } from '../workshop/index.ts';
import { hasImageName } from '../images/decode-image.ts';
import type { ImageReader } from '../images/image-reader.ts';
import type { Budget } from './budget.ts';
import { placeOf, scoreModel, type ModelPlace, type Scoring } from './score-model.ts';

/** JSON artifacts up to this size are read into the snapshot, in bytes. */
const JSON_LIMIT = 1024 * 1024;
/** Images up to this size are decoded, in bytes. */
const IMAGE_LIMIT = 20 * 1024 * 1024;
/** A scaler as Python's joblib, pickle and skops write it. */
const PICKLED_SCALER = /^preprocessing\/.*\.(pkl|pickle|joblib|skops)$/;
/** Such a file takes 1 kB. */
const PICKLE_LIMIT = 64 * 1024;
/** More files and folders than this in one run are left out. */
const MAX_FILES = 200;
const MAX_FOLDERS = 200;
/** More models than this of one run are left out. */
const MAX_MODELS = 20;
/** Models of one run that are asked for or predict at the same time. */
const MODELS_AT_ONCE = 2;

/** Where what a stranger logged is opened, and what that may still cost. */
export interface Looking extends Scoring {
  readonly images: Pick<ImageReader, 'look'>;
  readonly budget: Budget;
}

/** Everything about one run that checks may ask: values, files, and models with their scores. */
export async function observeRun(
  mlflow: Mlflow,
  run: Run,
  experimentName: string,
  data: WorkshopData,
  looking: Looking,
): Promise<RunFact> {
  const { info } = run;
  const deleted = info.lifecycleStage === 'deleted';
  const [artifacts, logged] = deleted
    ? [[], []]
    : await Promise.all([observeArtifacts(mlflow, run, looking), loggedModels(mlflow, run)]);
  const scaler = artifacts
    .filter((artifact) => artifact.path.startsWith('preprocessing/'))
    .map((artifact) => readScaler(artifact.json))
    .find((found) => found !== null);
  const places = modelPlaces(run, logged, artifacts);
  return {
    id: info.runId,
    name: info.runName,
    experimentId: info.experimentId,
    experimentName,
    status: info.status,
    deleted,
    startTime: info.startTime ?? 0,
    params: run.data.params,
    metrics: run.data.metrics,
    tags: Object.fromEntries(
      Object.entries(run.data.tags).filter(([key]) => !key.startsWith('mlflow.')),
    ),
    artifacts,
    models: await pMap(
      places,
      async (place) => await scoreModel(mlflow, place, data, scaler ?? null, looking),
      { concurrency: MODELS_AT_ONCE },
    ),
  };
}

/** The LoggedModels of the run; one that was deleted is none. */
async function loggedModels(mlflow: Mlflow, run: Run): Promise<LoggedModel[]> {
  const found = await pMap(
    run.outputs.modelOutputs.slice(0, MAX_MODELS),
    async ({ modelId }) =>
      await mlflow.client.getLoggedModel(modelId).catch((error: unknown) => {
        if (isRefusal(error)) return null;
        throw error;
      }),
    { concurrency: MODELS_AT_ONCE },
  );
  return found.filter((model) => model !== null);
}

/** Where its models are: LoggedModels, and what lies under its own artifacts as MLflow 2 had it. */
function modelPlaces(
  run: Run,
  logged: readonly LoggedModel[],
  artifacts: readonly ArtifactFact[],
): ModelPlace[] {
  const places = logged.map(placeOf);
  const known = new Set(places.map((place) => place.name));
  const inArtifacts = artifacts
    .flatMap(({ path }) => /^(.+)\/MLmodel$/.exec(path)?.[1] ?? [])
    .filter((folder) => !known.has(folder))
    .map((folder) => ({
      name: folder,
      modelId: null,
      location: `${run.info.artifactUri}/${folder}`,
    }));
  return [...places, ...inArtifacts].slice(0, MAX_MODELS);
}

async function observeArtifacts(
  mlflow: Mlflow,
  run: Run,
  looking: Looking,
): Promise<ArtifactFact[]> {
  const own = mlflow.client.folderAt(run.info.artifactUri);
  const found: ArtifactFact[] = [];
  const folders: (string | undefined)[] = [undefined];
  const { budget } = looking;
  for (const folder of folders) {
    if (!budget.take('folders')) break;
    for (const file of await own.list(folder)) {
      if (file.isDir) {
        if (folders.length < MAX_FOLDERS) folders.push(file.path);
      } else if (found.length < MAX_FILES && budget.take('files')) {
        found.push(await observeFile(own, file.path, file.fileSize ?? 0, looking));
      }
    }
  }
  return found;
}

async function observeFile(
  own: ArtifactFolder,
  path: string,
  sizeBytes: number,
  { images, budget, pythonModels }: Looking,
): Promise<ArtifactFact> {
  const read = () => own.read(path);
  const image =
    hasImageName(path) && sizeBytes <= IMAGE_LIMIT ? await images.look(await read()) : null;
  const isJson = path.endsWith('.json') && sizeBytes <= JSON_LIMIT;
  const isPickle = PICKLED_SCALER.test(path) && sizeBytes <= PICKLE_LIMIT;
  const json =
    isJson && budget.take('json', sizeBytes)
      ? parse(await read())
      : isPickle && pythonModels !== undefined
        ? toJson(await pythonModels.readScaler(await read()))
        : null;
  return { path, sizeBytes, image, json };
}

const toJson = (scaler: SavedScaler | null): Json => scaler && { ...scaler };

function parse(bytes: Uint8Array): Json {
  return parseJson(Buffer.from(bytes).toString('utf8')) ?? null;
}
