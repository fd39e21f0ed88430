import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ArtifactFolder } from '../../../src/mlflow/artifact-folder.ts';
import { Connection } from '../../../src/mlflow/connection.ts';
import { Http } from '../../../src/mlflow/http.ts';
import { readPieces } from '../../../src/mlflow/read-pieces.ts';

const MIB = 1024 * 1024;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-pieces-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function fileOf(content: Uint8Array): Promise<string> {
  const path = join(folder, 'artifact.bin');
  await writeFile(path, content);
  return path;
}

test('a file of many pieces arrives as it is at a server that reads slowly', async () => {
  const content = randomBytes(16 * MIB + 12_345);
  const received: Buffer[] = [];
  const server = createServer((request, response) => {
    const slowly = new Writable({
      write(chunk: Buffer, _encoding, done) {
        received.push(chunk);
        setTimeout(done, 1);
      },
    });
    request.pipe(slowly).on('finish', () => response.end('{}'));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const connection = new Connection({ trackingUri: `http://127.0.0.1:${port}` });
  try {
    const root = { folder: '', proxyUrl: connection.baseUrl };
    await new ArtifactFolder(new Http(connection), root).upload(await fileOf(content), 'a.bin');
  } finally {
    connection.close();
    server.close();
  }
  expect(Buffer.concat(received).equals(content)).toBe(true);
});

test('of a file that grows, as much is read as was announced; of an empty one, nothing', async () => {
  const content = randomBytes(1000);
  const read = async (bytes: Uint8Array, size: number) =>
    Buffer.concat(await readPieces(await fileOf(bytes), size).toArray());
  expect((await read(content, 400)).equals(content.subarray(0, 400))).toBe(true);
  expect((await read(Buffer.alloc(0), 0)).byteLength).toBe(0);
});
