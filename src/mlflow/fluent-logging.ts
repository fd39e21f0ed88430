import { extname } from 'node:path';
import { openRun, type Context } from './context.ts';
import { MlflowError } from './errors.ts';
import { logTable, readTable, type Row, type TableData } from './tables.ts';
import type { ParamValue, Run } from './types.ts';

/** Anything that can draw itself. */
export interface Figure {
  toPng(): Uint8Array;
  toSvg?(): string;
}

export interface MetricOptions {
  readonly step?: number;
  /** Milliseconds since the epoch; now unless given. */
  readonly timestamp?: number;
  readonly modelId?: string;
}

export type LoggingVerbs = ReturnType<typeof loggingVerbs>;

/** Verbs that log into the active run, starting one where there is none, as Python does. */
export function loggingVerbs(context: Context) {
  const { client, runs } = context;

  const activeRun = async (): Promise<Run> =>
    await runs.currentOr(async () => {
      const run = await openRun(context, {});
      runs.push(run);
      return run;
    });
  const activeId = async (): Promise<string> => (await activeRun()).info.runId;

  /** A metric belongs to the models that its run logged at the same step. */
  const modelIds = (run: Run, { modelId, step = 0 }: MetricOptions): (string | null)[] => {
    if (modelId !== undefined) return [modelId];
    const ids = runs.modelIdsAt(run, step);
    return ids.length > 0 ? ids : [null];
  };

  const logContent = async (content: string | Uint8Array, artifactFile: string) => {
    await client.logContent(await activeId(), content, artifactFile);
  };

  return {
    /** @throws MlflowError INVALID_PARAMETER_VALUE when the key already has another value */
    async logParam(key: string, value: ParamValue): Promise<void> {
      await client.logParam(await activeId(), key, value);
    },

    async logParams(params: Readonly<Record<string, ParamValue>>): Promise<void> {
      await client.logBatch(await activeId(), { params });
    },

    async logMetric(key: string, value: number, options: MetricOptions = {}): Promise<void> {
      const run = await activeRun();
      const [modelId = null] = modelIds(run, options);
      await client.logMetric(run.info.runId, key, value, {
        ...options,
        ...(modelId === null ? {} : { modelId }),
      });
    },

    async logMetrics(
      metrics: Readonly<Record<string, number>>,
      options: MetricOptions = {},
    ): Promise<void> {
      const run = await activeRun();
      const ids = modelIds(run, options);
      const points = Object.entries(metrics).flatMap(([key, value]) =>
        ids.map((modelId) => ({
          ...options,
          key,
          value,
          ...(modelId === null ? {} : { modelId }),
        })),
      );
      await client.logBatch(run.info.runId, { metrics: points });
    },

    async setTag(key: string, value: unknown): Promise<void> {
      await client.setTag(await activeId(), key, value);
    },

    async setTags(tags: Readonly<Record<string, unknown>>): Promise<void> {
      const entries = Object.entries(tags).map(([key, value]) => [key, String(value)]);
      await client.logBatch(await activeId(), { tags: Object.fromEntries(entries) });
    },

    async deleteTag(key: string): Promise<void> {
      await client.deleteTag(await activeId(), key);
    },

    /** Streams a local file, or a folder under its own name, into the folder `artifactPath`. */
    async logArtifact(localPath: string, artifactPath?: string): Promise<void> {
      await client.logArtifact(await activeId(), localPath, artifactPath);
    },

    /** Streams every file of a local folder into the folder `artifactPath`. */
    async logArtifacts(localDir: string, artifactPath?: string): Promise<void> {
      await client.logArtifacts(await activeId(), localDir, artifactPath);
    },

    async logText(text: string, artifactFile: string): Promise<void> {
      await logContent(text, artifactFile);
    },

    /** YAML for `.yaml` and `.yml`, JSON for every other name. */
    async logDict(dictionary: object, artifactFile: string): Promise<void> {
      if (!['.yaml', '.yml'].includes(extname(artifactFile))) {
        await logContent(JSON.stringify(dictionary, null, 2), artifactFile);
        return;
      }
      const { stringify } = await import('yaml');
      await logContent(stringify(dictionary, { version: '1.1' }), artifactFile);
    },

    /** `.png`, or `.svg` where the figure can. */
    async logFigure(figure: Figure, artifactFile: string): Promise<void> {
      const kind = extname(artifactFile).toLowerCase();
      if (kind === '.png') await logContent(figure.toPng(), artifactFile);
      else if (kind === '.svg' && figure.toSvg !== undefined) {
        await logContent(figure.toSvg(), artifactFile);
      } else {
        const message = `A figure cannot be saved as '${artifactFile}': use a name that ends in .png`;
        throw new MlflowError('INVALID_PARAMETER_VALUE', message);
      }
    },

    /** An image file's bytes. */
    async logImage(image: Uint8Array, artifactFile: string): Promise<void> {
      await logContent(image, artifactFile);
    },

    /** Rows or columns, as a `.json` table that MLflow's UI shows; added to a table already there. */
    async logTable(data: TableData, artifactFile: string): Promise<void> {
      await logTable(client, await activeId(), data, artifactFile);
    },

    /**
     * Rows of the tables of that name, of the given runs or of all active runs of the experiment.
     *
     * @throws MlflowError RESOURCE_DOES_NOT_EXIST when no run has one
     */
    async loadTable(artifactFile: string, runIds?: readonly string[]): Promise<Row[]> {
      const ids = runIds ?? (await idsOfRunsWithTable(context, artifactFile));
      if (ids.length === 0) {
        const message = 'No runs found with the corresponding table artifact.';
        throw new MlflowError('RESOURCE_DOES_NOT_EXIST', message);
      }
      const tables = await Promise.all(
        ids.map(async (runId) => await readTable(client, runId, artifactFile)),
      );
      return tables.flat();
    },
  };
}

async function idsOfRunsWithTable(context: Context, artifactFile: string): Promise<string[]> {
  const named = `"path"%:%"${artifactFile}",%"type"%:%"table"`;
  const { items } = await context.client.searchRuns({
    experimentIds: [context.experimentId],
    filterString: `tags.mlflow.loggedArtifacts LIKE '%${named}%'`,
  });
  return items.map((run) => run.info.runId);
}
