import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { startGateway } from './gateway/gateway.ts';
import type { GatewayLimits } from './gateway/limits.ts';
import { mlflowFailure } from './gateway/mlflow-failure.ts';
import { readImagesHere, type ImageReader } from './images/image-reader.ts';
import type { Grader } from './judge/grader.ts';
import { judge, type Verdict } from './judge/judge.ts';
import { toPythonValues } from './judge/python-values.ts';
import { ranPart } from './judge/ran-part.ts';
import type { Arranged, Snapshot } from './judge/snapshot.ts';
import { createMlflow, type Mlflow } from './mlflow/index.ts';
import { readCells, type Cell } from './notebooks/read-cells.ts';
import { takeBaseline } from './observe/baseline.ts';
import { observe } from './observe/observe.ts';
import { ownVersion } from './observe/own-version.ts';
import type { PythonModels } from './observe/python-models.ts';
import { scoreHere, type Scorer } from './observe/score-here.ts';
import type { ArrangedModels } from './python/arranged-models.ts';
import type { WaitingChild } from './run/run-submission.ts';
import { startHere, type StartPythonServer } from './serving/python-server.ts';
import { createServingRoute } from './serving/serving-route.ts';
import type { WorkshopData } from './workshop/index.ts';

/** Where and with what submissions are graded. */
export interface Setting {
  /** MLflow's own address. */
  readonly trackingUri: string;
  /** The workspace that is this submission's MLflow; undefined for the server's own. */
  readonly workspace?: string | undefined;
  /** The workshop's rows; the same at each call. */
  readonly data: () => Promise<WorkshopData>;
  readonly userName: string;
  /** The environment of the submission's process; nothing else of ours reaches it. */
  readonly env: Readonly<Record<string, string>>;
  /** Gives the process in which this submission runs. */
  readonly startChild: () => WaitingChild;
  /** What Python submissions are graded with, made ready when the first one comes; none can come when absent. */
  readonly pythonSide?: (() => Promise<PythonSide>) | undefined;
  /** Where logged models predict; this process when absent, which is no place for a stranger's. */
  readonly scorer?: Scorer | undefined;
  /** Where logged images are decoded; this process when absent, likewise. */
  readonly images?: ImageReader | undefined;
  /** Wall-clock limit of the submission, in milliseconds; the grader's own when absent. */
  readonly timeoutMs?: number | undefined;
  /**
   * The Python that runs `mlflow models serve`, installed when it is not there yet. Called before a submission
   * runs where its exercise asks for it, and when one serves a model.
   */
  readonly python: () => Promise<string>;
  /** Starts it; on this machine when absent, which is no place for a stranger's model. */
  readonly startServer?: StartPythonServer | undefined;
  /** What the submission may take of MLflow; the gateway's own limits where it says nothing. */
  readonly mlflowLimits?: Partial<GatewayLimits> | undefined;
  readonly onStage?: (stage: Stage) => void;
  readonly signal?: AbortSignal;
}

/** What it takes to grade Python. */
export interface PythonSide {
  /** Absolute path of the interpreter that has what submissions import. */
  readonly python: string;
  /** Gives the process in which this submission runs. */
  readonly startChild: () => WaitingChild;
  /** Where the models that it logged are opened. */
  readonly models: PythonModels;
  /** What is arranged for it. */
  readonly arranged: () => Promise<ArrangedModels>;
}

/** A file, and the exercises that it holds. */
export interface Work {
  /** Absolute path. */
  readonly file: string;
  readonly language: Snapshot['language'];
  /** In their order; several for a Python file that holds several. */
  readonly graders: readonly Grader[];
  /** Whether it holds other exercises than one, those included that are not graded. */
  readonly part: boolean;
}

export type Stage = 'arrange' | 'run' | 'observe';

export interface Graded {
  readonly snapshot: Snapshot;
  readonly verdict: Verdict;
  /** The most memory that the submission was seen to use; null where nobody looked. */
  readonly memoryBytes: number | null;
}

/** The first requests of a submission come within this time, in milliseconds. */
const START_MS = 250;

/** MLflow answers, but could not do its part: a full disk, a broken database. */
export class MlflowFailedError extends Error {
  override readonly name = 'MlflowFailedError';
  readonly code = 'MLFLOW_FAILED';
}

/** MLflow went away while a submission was graded: what was seen is worth nothing. */
export class LostServerError extends Error {
  override readonly name = 'LostServerError';
  readonly code = 'LOST_SERVER';
  constructor(trackingUri: string) {
    super(`MLflow at ${trackingUri} went away while grading`);
  }
}

/**
 * arrange → run → observe → judge, for one TypeScript file.
 *
 * @param file absolute path of the submission
 * @throws LostServerError | MlflowFailedError when MLflow went away or broke; nothing is marked then
 */
export async function grade(grader: Grader, file: string, setting: Setting): Promise<Graded> {
  const work = { file, language: 'typescript', graders: [grader], part: false } as const;
  const [graded] = await gradeWork(work, setting);
  if (graded === undefined) throw new Error('nothing was graded');
  return graded;
}

/**
 * arrange → run → observe → judge, for one file: it runs once, and is judged for each exercise that it holds.
 *
 * @returns one for each grader. @throws LostServerError | MlflowFailedError when MLflow went away or broke
 */
export async function gradeWork(work: Work, setting: Setting): Promise<readonly Graded[]> {
  const { file, graders } = work;
  const { trackingUri, workspace, userName, scorer = scoreHere, images = readImagesHere } = setting;
  const side = work.language === 'python' ? await pythonSideOf(setting) : null;
  const serverPython = side === null ? setting.python : async () => side.python;
  // Installing it takes minutes, which are not the submission's.
  if (graders.some(({ serves }) => serves)) await serverPython();
  using child = (side ?? setting).startChild();
  const client = createMlflow({
    trackingUri,
    userName,
    ...(workspace !== undefined && { workspace }),
  });
  setting.onStage?.('arrange');
  const arranged = await arrangeFor(work, client, setting, side);
  const baseline = await takeBaseline(client);

  setting.onStage?.('run');
  // Without MLflow the run is worth nothing: it need not go on trying.
  const lost = new AbortController();
  await using serving = createServingRoute(async () => ({
    python: await serverPython(),
    trackingUri: child.gateway?.uri ?? gateway.uri,
    gatewaySocket: child.gateway?.socketPath,
    start: setting.startServer ?? startHere,
    timeoutMs: 90_000,
    env: setting.env,
  }));
  await using gateway = await startGateway({
    target: trackingUri,
    workspace,
    socketPath: child.gateway?.socketPath,
    route: serving.route,
    limits: setting.mlflowLimits,
    onLost: () => lost.abort(),
  });
  const job = { file, trackingUri: child.gateway?.uri ?? gateway.uri, userName };
  const timeoutMs = timeLimit(graders, setting.timeoutMs);
  const signal = AbortSignal.any([lost.signal, ...(setting.signal ? [setting.signal] : [])]);
  const running = child.run(job, { timeoutMs, signal });
  if (side === null) {
    // Its requests wait while we load what judges it: not those at its start, and it trains soon.
    await Promise.race([running, setTimeout(START_MS, undefined, { ref: false })]);
    scorer.warm();
  }
  const data = await setting.data();
  const { execution, returned, memoryBytes } = await running;
  // What it serves may be code of its own, with a way to MLflow.
  await serving[Symbol.asyncDispose]();
  if (gateway.lostServer) throw new LostServerError(trackingUri);
  if (serving.trouble !== null) throw serving.trouble;
  const broken = await mlflowFailure(gateway.failures, trackingUri, workspace);
  if (broken !== null) throw new MlflowFailedError(broken);

  setting.onStage?.('observe');
  const snapshot = await observe({
    exercise: graders[0]?.name ?? '',
    language: work.language,
    part: work.part,
    askedRuns: graders.flatMap(({ checks }) => checks.flatMap(({ runName }) => runName ?? [])),
    mlflow: client,
    data,
    scorer,
    pythonModels: side?.models,
    images,
    baseline,
    arranged,
    execution,
    returned,
    requests: gateway.requests,
  });
  const parts = side === null ? [] : ranPart(graders, await cellsOf(file), snapshot);
  return graders.map((grader, index) => {
    const part = parts[index];
    const own = part === undefined ? snapshot : forExercise(grader, part, work);
    return { snapshot: own, verdict: judge(grader, own), memoryBytes };
  });
}

/** None of a script. */
async function cellsOf(file: string): Promise<readonly Cell[]> {
  return file.endsWith('.ipynb') ? readCells(await readFile(file, 'utf8')) : [];
}

async function pythonSideOf({ pythonSide }: Setting): Promise<PythonSide> {
  if (pythonSide === undefined) throw new Error('no Python was asked for');
  return await pythonSide();
}

/** The part of what a Python file left that belongs to one exercise. */
function forExercise(grader: Grader, snapshot: Snapshot, { graders }: Work): Snapshot {
  const { arranged, returned } = snapshot;
  const isWhole = graders.length > 1;
  const ofThis = {
    ...snapshot,
    exercise: grader.name,
    arranged: isWhole ? { ...arranged, version: ownVersion(snapshot) } : arranged,
  };
  return { ...ofThis, returned: grader.fromPython?.(toPythonValues(returned), ofThis) ?? null };
}

/** A file of several exercises gets the time of three. */
function timeLimit(graders: readonly Grader[], each: number | undefined): number {
  const longest = Math.max(...graders.map(({ timeoutMs }) => each ?? timeoutMs));
  return longest * Math.min(graders.length, 3);
}

/** Loads what arranges, and the data, only where something is arranged. */
async function arrangeFor(
  { graders }: Work,
  client: Mlflow,
  { data }: Setting,
  side: PythonSide | null,
): Promise<Arranged> {
  const asked = new Set(graders.flatMap(({ arrange }) => (arrange === 'nothing' ? [] : [arrange])));
  // One exercise of the file registers the model that the others load.
  if (graders.some(({ registers }) => registers)) asked.delete('registered-model');
  if (asked.size === 0) return { runs: [], version: null, bestModel: null };
  const arranging = await import('./arrange/arrange.ts');
  return await arranging.arrange(
    asked,
    client,
    await data(),
    side === null ? null : await side.arranged(),
  );
}
