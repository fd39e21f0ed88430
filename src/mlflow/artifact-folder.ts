import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, extname, join, posix, relative, sep } from 'node:path';
import { safeFile, safePath, toUrl, type ArtifactRoot } from './artifact-path.ts';
import { MlflowError } from './errors.ts';
import type { Http } from './http.ts';
import { inParallel } from './in-parallel.ts';
import { readPieces } from './read-pieces.ts';
import { save } from './save-stream.ts';
import { flag, integer, list, object, text } from './shape.ts';
import type { FileInfo } from './types.ts';
import { toNumber } from './wire-fields.ts';

const AT_ONCE = 4;
const DOWNLOAD_ATTEMPTS = 3;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
};

const listing = object(
  {},
  { files: list(object({ path: text }, { is_dir: flag, file_size: integer })) },
);

/** The files of one run or one model, through the server's artifact proxy. */
export class ArtifactFolder {
  readonly #http: Http;
  readonly #root: ArtifactRoot;

  constructor(http: Http, root: ArtifactRoot) {
    this.#http = http;
    this.#root = root;
  }

  /** Files and folders directly below `path`, sorted; none when `path` is a file or absent. */
  async list(path = ''): Promise<FileInfo[]> {
    const below = safePath(path);
    const answer = await this.#http.call({
      method: 'GET',
      path: 'mlflow-artifacts/artifacts',
      query: { path: posix.join(this.#root.folder, below) },
      answer: listing,
      idempotent: true,
    });
    return (answer.files ?? [])
      .map((file) => ({
        path: posix.join(below, safePath(file.path)),
        isDir: file.is_dir ?? false,
        fileSize: toNumber(file.file_size),
      }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Every file below `path`, in any depth. */
  async walk(path = ''): Promise<FileInfo[]> {
    const entries = await this.list(path);
    const nested = await Promise.all(
      entries.map(async (entry) => (entry.isDir ? await this.walk(entry.path) : [entry])),
    );
    return nested.flat();
  }

  /**
   * A whole file in memory.
   *
   * @throws MlflowError RESOURCE_DOES_NOT_EXIST; INVALID_PARAMETER_VALUE when it has more than `limitBytes`
   */
  async read(path: string, limitBytes?: number): Promise<Uint8Array> {
    return await this.#http.fetch(toUrl(this.#root, safeFile(path)), limitBytes);
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    const file = safeFile(path);
    await this.#http.put(toUrl(this.#root, file), content, contentTypeOf(file));
  }

  /** Streams a local file to `path`. */
  async upload(localFile: string, path: string): Promise<void> {
    const file = safeFile(path);
    const { size } = await stat(localFile);
    const open = () => readPieces(localFile, size);
    await this.#http.put(toUrl(this.#root, file), { size, open }, contentTypeOf(file));
  }

  /** Streams every file of a local folder to below `path`. */
  async uploadFolder(localFolder: string, path = ''): Promise<void> {
    const entries = await readdir(localFolder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory());
    await inParallel(files, AT_ONCE, async (entry) => {
      const localFile = join(entry.parentPath, entry.name);
      const below = relative(localFolder, localFile).split(sep).join('/');
      await this.upload(localFile, posix.join(path, below));
    });
  }

  /**
   * Streams the file or folder at `path` to below `localFolder`, under its own path.
   *
   * @returns where it is now. @throws MlflowError RESOURCE_DOES_NOT_EXIST
   */
  async download(path: string, localFolder: string): Promise<string> {
    const safe = safePath(path);
    const target = join(localFolder, safe);
    // A name with an ending is most often a file's, and then needs no listing.
    if (extname(safe) !== '' && (await this.#downloadIfFile(safe, target))) return target;
    const files = await this.walk(safe);
    if (files.length === 0 && safe !== '') await this.#downloadFile(safe, target);
    await inParallel(files, AT_ONCE, async (file) => {
      await this.#downloadFile(file.path, join(localFolder, file.path));
    });
    return target;
  }

  async #downloadIfFile(path: string, localFile: string): Promise<boolean> {
    try {
      await this.#downloadFile(path, localFile);
      return true;
    } catch (error) {
      if (error instanceof MlflowError) return false;
      throw error;
    }
  }

  async #downloadFile(path: string, localFile: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#http.open(toUrl(this.#root, path));
      try {
        await mkdir(dirname(localFile), { recursive: true });
        await save(answer, localFile);
        return;
      } catch (error) {
        await rm(localFile, { force: true });
        const cut = answer.errored !== null || answer.readableAborted;
        if (!cut || attempt === DOWNLOAD_ATTEMPTS) throw error;
      }
    }
  }
}

function contentTypeOf(path: string): string {
  return CONTENT_TYPES[extname(path)] ?? 'application/octet-stream';
}
