import { stat } from 'node:fs/promises';
import { basename, posix } from 'node:path';
import { ArtifactFolder } from './artifact-folder.ts';
import { safePath, toArtifactRoot } from './artifact-path.ts';
import { MlflowError } from './errors.ts';
import type { Http } from './http.ts';
import type { LoggedModelCalls } from './logged-models.ts';
import type { RunCalls } from './runs.ts';
import type { FileInfo, LoggedModel } from './types.ts';

export type ArtifactCalls = ReturnType<typeof artifactCalls>;

/**
 * Files of runs. MLflow 3 keeps a logged model outside its run's folder; where a path begins with
 * the name of a model that the run logged, the model's files are found there too, as in Python.
 */
export function artifactCalls(http: Http, calls: RunCalls & LoggedModelCalls) {
  const known = new Map<string, { readonly experimentId: string; readonly uri: string }>();

  const folderAt = (artifactUri: string): ArtifactFolder =>
    new ArtifactFolder(http, toArtifactRoot(http.connection.baseUrl, artifactUri));

  const whereIs = async (runId: string) => {
    const found = known.get(runId);
    if (found !== undefined) return found;
    const { info } = await calls.getRun(runId);
    const place = { experimentId: info.experimentId, uri: info.artifactUri };
    known.set(runId, place);
    return place;
  };

  const runFolder = async (runId: string): Promise<ArtifactFolder> =>
    folderAt((await whereIs(runId)).uri);

  /** The models of that name that the run logged, newest first. */
  const findLoggedModels = async (runId: string, name: string): Promise<readonly LoggedModel[]> => {
    // The server refuses these characters in names, and a quote would end the filter's text.
    if (name === '' || /[/:.%"']/.test(name)) return [];
    const { experimentId } = await whereIs(runId);
    const filterString = `name = '${name}' AND source_run_id = '${runId}'`;
    const page = await calls.searchLoggedModels({ experimentIds: [experimentId], filterString });
    return page.items;
  };

  const modelFolder = async (runId: string, path: string) => {
    const [name = '', ...rest] = path.split('/');
    const [model] = await findLoggedModels(runId, name);
    if (model === undefined) return null;
    return { name, folder: folderAt(model.artifactLocation), path: rest.join('/') };
  };

  const logArtifacts = async (runId: string, localDir: string, artifactPath = '') => {
    await (await runFolder(runId)).uploadFolder(localDir, artifactPath);
  };

  return {
    folderAt,
    findLoggedModels,

    /** Files and folders directly below `path`; at the root, the run's own only, as in Python. */
    async listArtifacts(runId: string, path = ''): Promise<FileInfo[]> {
      const safe = safePath(path);
      const own = await (await runFolder(runId)).list(safe);
      const model = await modelFolder(runId, safe);
      if (model === null) return own;
      const files = await model.folder.list(model.path);
      return [...own, ...files.map((file) => ({ ...file, path: `${model.name}/${file.path}` }))];
    },

    /**
     * Streams a run's file or folder to below `dstPath`, which is created.
     *
     * @returns where it is now. @throws MlflowError RESOURCE_DOES_NOT_EXIST
     */
    async downloadArtifacts(runId: string, path: string, dstPath: string): Promise<string> {
      const safe = safePath(path);
      const folder = await runFolder(runId);
      const [own, model] = await Promise.all([
        nullIfAbsent(folder.download(safe, dstPath)),
        modelFolder(runId, safe),
      ]);
      if (model !== null) {
        const target = posix.join(dstPath, model.name);
        const download = model.folder.download(model.path, target);
        return own === null ? await download : ((await nullIfAbsent(download)) ?? own);
      }
      if (own !== null) return own;
      const message = `Failed to download artifacts from path '${path}', please ensure that the path is correct.`;
      throw new MlflowError('RESOURCE_DOES_NOT_EXIST', message);
    },

    /** A run's file in memory, for small ones. @throws MlflowError RESOURCE_DOES_NOT_EXIST */
    async readArtifact(runId: string, path: string): Promise<Uint8Array> {
      const model = await modelFolder(runId, safePath(path));
      const found =
        model === null || model.path === ''
          ? null
          : await nullIfAbsent(model.folder.read(model.path));
      return found ?? (await (await runFolder(runId)).read(path));
    },

    logArtifacts,

    /** Streams a file, or a folder under its own name, into the folder `artifactPath`. */
    async logArtifact(runId: string, localPath: string, artifactPath = ''): Promise<void> {
      const target = posix.join(artifactPath, basename(localPath));
      const isFolder = (await stat(localPath)).isDirectory();
      if (isFolder) await logArtifacts(runId, localPath, target);
      else await (await runFolder(runId)).upload(localPath, target);
    },

    /** Content that is in memory already, as the file `artifactFile`. */
    async logContent(runId: string, content: string | Uint8Array, artifactFile: string) {
      await (await runFolder(runId)).write(artifactFile, content);
    },

    /** Address of a run's artifact, `mlflow-artifacts:/…`. */
    async getArtifactUri(runId: string, path = ''): Promise<string> {
      const { uri } = await whereIs(runId);
      return path === '' ? uri : `${uri}/${safePath(path)}`;
    },
  };
}

async function nullIfAbsent<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof MlflowError && error.code === 'RESOURCE_DOES_NOT_EXIST') return null;
    throw error;
  }
}
