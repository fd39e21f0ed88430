import type { Context } from './context.ts';
import { logModel, type LogModelOptions, type ModelInfo } from './log-model.ts';
import { downloadModel, readModel, type OpenModel, type ReadLimits } from './read-model.ts';
import { registerModel } from './register-model.ts';
import type { ModelVersion, Tags } from './types.ts';

export type ModelVerbs = ReturnType<typeof modelVerbs>;

export function modelVerbs(context: Context) {
  const { client, runs, sourceTags } = context;
  return {
    /** Logs a model into the active run; without one, into the experiment alone, as Python does. */
    async logModel(options: LogModelOptions): Promise<ModelInfo> {
      const run = runs.current();
      const experimentId = run?.info.experimentId ?? context.experimentId;
      const runId = run?.info.runId ?? null;
      const info = await logModel(client, { experimentId, runId, sourceTags }, options);
      if (runId !== null) {
        runs.noteOutput(runId, { modelId: info.modelId, step: options.step ?? 0 });
      }
      return info;
    },

    /**
     * Registers the model at `runs:/ID/name` or `models:/m-ID` as a new version.
     *
     * @returns the version once READY
     * @throws MlflowError RESOURCE_DOES_NOT_EXIST or NOT_FOUND when there is no such model
     */
    async registerModel(
      modelUri: string,
      name: string,
      options: { readonly tags?: Tags } = {},
    ): Promise<ModelVersion> {
      return await registerModel(client, modelUri, name, options);
    },

    /**
     * Finds the model at `runs:/ID/name`, `models:/name/3`, `models:/name/latest`,
     * `models:/name@alias` or `models:/m-ID` and reads its MLmodel; its files are read when asked for.
     *
     * @throws MlflowError RESOURCE_DOES_NOT_EXIST
     */
    async readModel(modelUri: string, limits?: ReadLimits): Promise<OpenModel> {
      return await readModel(client, modelUri, limits);
    },

    /** Streams the model's files into `destination`. @returns the folder with MLmodel in it */
    async downloadModel(modelUri: string, destination: string): Promise<string> {
      return await downloadModel(client, modelUri, destination);
    },
  };
}
