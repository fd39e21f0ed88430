import type { Context } from './context.ts';
import { MlflowError } from './errors.ts';
import type { ExperimentSearch } from './experiments.ts';
import type { LoggedModelSearch } from './logged-models.ts';
import { allPages } from './pages.ts';
import type { RegistrySearch } from './registry-room.ts';
import type { Experiment, LoggedModel, ModelVersion, RegisteredModel, Run } from './types.ts';
import type { Tags, ViewType } from './types.ts';

export interface SearchRunsOptions {
  readonly experimentIds?: readonly string[];
  readonly experimentNames?: readonly string[];
  /** For example `metrics.accuracy > 0.8 and tags.author = 'me'`. */
  readonly filterString?: string;
  readonly runViewType?: ViewType;
  /** 100000 unless given. */
  readonly maxResults?: number;
  /** For example `['metrics.accuracy DESC']`; newest first unless given. */
  readonly orderBy?: readonly string[];
  readonly searchAllExperiments?: boolean;
}

const RUNS_PER_PAGE = 10_000;

export type SearchVerbs = ReturnType<typeof searchVerbs>;

/** Experiments, and searches whose pages are followed to the end. */
export function searchVerbs(context: Context) {
  const { client } = context;

  const searchExperiments = async (search: Omit<ExperimentSearch, 'pageToken'> = {}) =>
    await allPages<Experiment>(
      async (maxResults, pageToken) =>
        await client.searchExperiments({ ...search, maxResults, pageToken }),
      1000,
      search.maxResults,
    );

  return {
    /**
     * Makes the experiment of that name active, creating it where absent.
     *
     * @throws MlflowError INVALID_PARAMETER_VALUE when it was deleted
     */
    async setExperiment(name: string): Promise<Experiment> {
      const experiment = await getOrCreate(context, name);
      if (experiment.lifecycleStage === 'deleted') {
        const message = `Cannot set a deleted experiment '${name}' as the active experiment.`;
        throw new MlflowError('INVALID_PARAMETER_VALUE', message);
      }
      context.experimentId = experiment.experimentId;
      return experiment;
    },

    /** @returns its id */
    async createExperiment(name: string, options: { readonly tags?: Tags } = {}): Promise<string> {
      return await client.createExperiment(name, options);
    },
    getExperiment: async (experimentId: string) => await client.getExperiment(experimentId),
    getExperimentByName: async (name: string) => await client.getExperimentByName(name),
    async deleteExperiment(experimentId: string): Promise<void> {
      await client.deleteExperiment(experimentId);
    },
    async restoreExperiment(experimentId: string): Promise<void> {
      await client.restoreExperiment(experimentId);
    },
    searchExperiments,

    /** Runs of the given experiments, else of the active one. */
    async searchRuns(search: SearchRunsOptions = {}): Promise<Run[]> {
      const experimentIds = await experimentsOf(context, search, searchExperiments);
      if (experimentIds.length === 0) return [];
      const { filterString = '', runViewType = 'ACTIVE_ONLY', orderBy = [] } = search;
      return await allPages<Run>(
        async (maxResults, pageToken) =>
          await client.searchRuns({
            experimentIds,
            filterString,
            runViewType,
            orderBy,
            maxResults,
            pageToken,
          }),
        RUNS_PER_PAGE,
        search.maxResults ?? 100_000,
      );
    },

    async searchLoggedModels(search: Partial<LoggedModelSearch> = {}): Promise<LoggedModel[]> {
      const experimentIds = search.experimentIds ?? [context.experimentId];
      return await allPages(
        async (maxResults, pageToken) =>
          await client.searchLoggedModels({ ...search, experimentIds, maxResults, pageToken }),
        50,
        search.maxResults,
      );
    },

    async searchRegisteredModels(search: RegistrySearch = {}): Promise<RegisteredModel[]> {
      return await allPages(
        async (maxResults, pageToken) =>
          await client.searchRegisteredModels({ ...search, maxResults, pageToken }),
        100,
        search.maxResults,
      );
    },

    async searchModelVersions(search: RegistrySearch = {}): Promise<ModelVersion[]> {
      return await allPages(
        async (maxResults, pageToken) =>
          await client.searchModelVersions({ ...search, maxResults, pageToken }),
        10_000,
        search.maxResults,
      );
    },
  };
}

async function getOrCreate({ client }: Context, name: string): Promise<Experiment> {
  const found = await client.getExperimentByName(name);
  if (found !== null) return found;
  try {
    return await client.getExperiment(await client.createExperiment(name));
  } catch (error) {
    // Another process may have created it in between.
    const createdElsewhere =
      error instanceof MlflowError && error.code === 'RESOURCE_ALREADY_EXISTS'
        ? await client.getExperimentByName(name)
        : null;
    if (createdElsewhere === null) throw error;
    return createdElsewhere;
  }
}

async function experimentsOf(
  { client, experimentId }: Context,
  { experimentIds = [], experimentNames = [], searchAllExperiments = false }: SearchRunsOptions,
  searchExperiments: () => Promise<Experiment[]>,
): Promise<readonly string[]> {
  if (experimentIds.length > 0 && experimentNames.length > 0) {
    const message = 'Only experimentIds or experimentNames can be used, but not both';
    throw new MlflowError('INVALID_PARAMETER_VALUE', message);
  }
  if (experimentIds.length > 0) return experimentIds;
  if (experimentNames.length > 0) {
    const found = await Promise.all(
      experimentNames.map(async (name) => await client.getExperimentByName(name)),
    );
    return found.filter((experiment) => experiment !== null).map((found) => found.experimentId);
  }
  if (!searchAllExperiments) return [experimentId];
  return (await searchExperiments()).map((experiment) => experiment.experimentId);
}
