import { setTimeout } from 'node:timers/promises';
import { startGateway } from './gateway/gateway.ts';
import type { GatewayLimits } from './gateway/limits.ts';
import { mlflowFailure } from './gateway/mlflow-failure.ts';
import { readImagesHere, type ImageReader } from './images/image-reader.ts';
import type { Grader } from './judge/grader.ts';
import { judge, type Verdict } from './judge/judge.ts';
import type { Arranged, Snapshot } from './judge/snapshot.ts';
import { createMlflow, type Mlflow } from './mlflow/index.ts';
import { takeBaseline } from './observe/baseline.ts';
import { observe } from './observe/observe.ts';
import { scoreHere, type Scorer } from './observe/score-here.ts';
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
 * arrange → run → observe → judge, for one submission.
 *
 * @param file absolute path of the submission
 * @throws LostServerError | MlflowFailedError when MLflow went away or broke; nothing is marked then
 */
export async function grade(grader: Grader, file: string, setting: Setting): Promise<Graded> {
  const { trackingUri, workspace, userName, scorer = scoreHere, images = readImagesHere } = setting;
  // Installing it takes minutes, which are not the submission's.
  if (grader.serves) await setting.python();
  using child = setting.startChild();
  const client = createMlflow({
    trackingUri,
    userName,
    ...(workspace !== undefined && { workspace }),
  });
  setting.onStage?.('arrange');
  const arranged = await arrange(grader, client, setting);
  const baseline = await takeBaseline(client);

  setting.onStage?.('run');
  // Without MLflow the run is worth nothing: it need not go on trying.
  const lost = new AbortController();
  await using serving = createServingRoute(async () => ({
    python: await setting.python(),
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
  const { timeoutMs = grader.timeoutMs } = setting;
  const signal = AbortSignal.any([lost.signal, ...(setting.signal ? [setting.signal] : [])]);
  const running = child.run(job, { timeoutMs, signal });
  // Its requests wait while we load what judges it: not those at its start, and it trains soon.
  await Promise.race([running, setTimeout(START_MS, undefined, { ref: false })]);
  scorer.warm();
  const data = await setting.data();
  const { execution, returned, memoryBytes } = await running;
  // What it serves may be code of its own, with a way to MLflow.
  await serving[Symbol.asyncDispose]();
  if (gateway.lostServer) throw new LostServerError(trackingUri);
  if (serving.trouble !== null) throw serving.trouble;
  const broken = await mlflowFailure(gateway.failures, trackingUri, workspace);
  if (broken !== null) throw new MlflowFailedError(broken);

  setting.onStage?.('observe');
  const { requests } = gateway;
  const exercise = grader.name;
  const snapshot = await observe({
    exercise,
    askedRuns: grader.checks.flatMap(({ runName }) => runName ?? []),
    mlflow: client,
    data,
    scorer,
    images,
    baseline,
    arranged,
    execution,
    returned,
    requests,
  });
  return { snapshot, verdict: judge(grader, snapshot), memoryBytes };
}

/** Loads what arranges, and the data, only where something is arranged. */
async function arrange(grader: Grader, client: Mlflow, { data }: Setting): Promise<Arranged> {
  if (grader.arrange === 'nothing') return { runs: [], version: null, bestModel: null };
  const arranging = await import('./arrange/arrange.ts');
  return await arranging.arrange(grader.arrange, client, await data());
}
