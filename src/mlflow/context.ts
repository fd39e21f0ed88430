import { ActiveRuns } from './active-runs.ts';
import type { MlflowClient } from './client.ts';
import { MlflowError } from './errors.ts';
import type { Run, Tags } from './types.ts';

/** The experiment of a server that nobody chose one on; a new workspace has none. */
const DEFAULT_EXPERIMENT = '0';

/** What the verbs of one `createMlflow` share. */
export interface Context {
  readonly client: MlflowClient;
  readonly runs: ActiveRuns;
  readonly userName: string;
  readonly sourceTags: Tags;
  experimentId: string;
}

export function createContext(client: MlflowClient, userName: string, sourceName: string): Context {
  return {
    client,
    runs: new ActiveRuns(),
    userName,
    sourceTags: {
      'mlflow.user': userName,
      'mlflow.source.name': sourceName,
      'mlflow.source.type': 'LOCAL',
    },
    experimentId: DEFAULT_EXPERIMENT,
  };
}

export interface StartRunOptions {
  readonly runName?: string;
  readonly experimentId?: string;
  readonly tags?: Readonly<Record<string, unknown>>;
  /** Shown on the run's page. */
  readonly description?: string;
  /** Needed to start a run while another is active. */
  readonly nested?: boolean;
  /** Resumes this run: it is RUNNING again. */
  readonly runId?: string;
  /** Parent of the run; the active run unless given. */
  readonly parentRunId?: string;
}

/** Creates or resumes a run, without making it active. */
export async function openRun(context: Context, options: StartRunOptions): Promise<Run> {
  const active = context.runs.current();
  if (active !== null && options.nested !== true) {
    throw new MlflowError(
      'INVALID_STATE',
      `Run with UUID ${active.info.runId} is already active. To start a new run, first end the ` +
        'current run with endRun(). To start a nested run, call startRun with nested: true',
    );
  }
  const tags: Record<string, string> = {};
  for (const [key, value] of Object.entries(options.tags ?? {})) tags[key] = String(value);
  if (options.description !== undefined) tags['mlflow.note.content'] = options.description;
  if (options.runId !== undefined) return await resume(context, options.runId, options, tags);
  const parent = options.parentRunId ?? active?.info.runId;
  if (parent !== undefined) tags['mlflow.parentRunId'] = parent;
  return await context.client.createRun(options.experimentId ?? context.experimentId, {
    userId: context.userName,
    tags: { ...context.sourceTags, ...tags },
    ...(options.runName === undefined ? {} : { runName: options.runName }),
  });
}

async function resume(
  { client }: Context,
  runId: string,
  { runName }: StartRunOptions,
  tags: Tags,
): Promise<Run> {
  const { info } = await client.getRun(runId);
  if (info.lifecycleStage === 'deleted') {
    const message = `Cannot start run with ID ${runId} because it is in the deleted state.`;
    throw new MlflowError('INVALID_STATE', message);
  }
  await client.updateRun(runId, {
    status: 'RUNNING',
    ...(info.endTime === null ? {} : { endTime: info.endTime }),
    ...(runName === undefined ? {} : { runName }),
  });
  await client.logBatch(runId, { tags });
  return await client.getRun(runId);
}
