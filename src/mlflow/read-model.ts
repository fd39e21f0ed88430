import { posix } from 'node:path';
import type { MlflowClient } from './client.ts';
import { MlflowError } from './errors.ts';
import { findModel, type FoundModel, type ModelSource } from './find-model.ts';
import { parseMlmodel, type Mlmodel } from './mlmodel.ts';

/** A model whose files are read when asked for. Paths are relative to the model's folder. */
export interface OpenModel {
  readonly source: ModelSource;
  readonly mlmodel: Mlmodel;
  /** Every file, in any depth. */
  readonly list: () => Promise<{ readonly path: string; readonly fileSize: number | null }[]>;
  /** A whole file in memory. @throws MlflowError RESOURCE_DOES_NOT_EXIST, or for one above the limit */
  readonly read: (path: string) => Promise<Uint8Array>;
}

/** What whoever does not trust a model's author reads of it, in bytes; anything when absent. */
export interface ReadLimits {
  readonly mlmodelBytes?: number;
  /** Of any other file. */
  readonly fileBytes?: number;
}

/** Finds a model and reads its MLmodel file. @throws MlflowError RESOURCE_DOES_NOT_EXIST */
export async function readModel(
  client: MlflowClient,
  uri: string,
  limits: ReadLimits = {},
): Promise<OpenModel> {
  const { source, folder, path } = await findModel(client, uri);
  const read = async (file: string) => {
    const limit = file === 'MLmodel' ? limits.mlmodelBytes : limits.fileBytes;
    return await folder.read(posix.join(path, file), limit);
  };
  const mlmodel = await parseMlmodel(new TextDecoder().decode(await read('MLmodel')));
  const list = async () => {
    const files = await folder.walk(path);
    return files.map((file) => ({
      path: posix.relative(path, file.path),
      fileSize: file.fileSize,
    }));
  };
  return { source, mlmodel, list, read };
}

/** Streams a model's files into `destination`, which is created. @returns where MLmodel now is */
export async function downloadModel(
  client: MlflowClient,
  uri: string,
  destination: string,
): Promise<string> {
  const found = await findModel(client, uri);
  await refuseEmpty(found);
  return await found.folder.download(found.path, destination);
}

async function refuseEmpty({ source, folder, path }: FoundModel): Promise<void> {
  const files = await folder.list(path);
  if (files.length > 0) return;
  throw new MlflowError('RESOURCE_DOES_NOT_EXIST', `No model files at ${source.uri}`);
}
