import { randomBytes } from 'node:crypto';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ReadingAgent } from '../../../src/mlflow/reading-agent.ts';

const contents = [randomBytes(3_000_001), randomBytes(2_000_003)];
let agent: ReadingAgent;
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer(({ url }, answer) => {
    if (url !== '/cut') return void answer.end(contents[Number(url?.slice(1))]);
    answer.writeHead(200, { 'content-length': 1000 });
    answer.write('x', () => answer.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

beforeEach(() => {
  agent = new ReadingAgent({ keepAlive: true });
});
afterEach(() => agent.destroy());
afterAll(() => server.close());

async function answerOf(path: string): Promise<IncomingMessage> {
  const [answer]: IncomingMessage[] = await once(get(base + path, { agent }), 'response');
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

test('answers read in turns from one buffer keep their own bytes', async () => {
  const answers = await Promise.all(contents.map(async (_, index) => await answerOf(`/${index}`)));
  const bodies = answers.map(async (answer) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of answer) pieces.push(piece);
    return Buffer.concat(pieces);
  });
  const read = await Promise.all(bodies);
  expect(read.map((body, index) => body.equals(contents[index]!))).toEqual([true, true]);
});

test('a reader that pauses holds the sender back, and a connection is used again', async () => {
  const pieces: Uint8Array[] = [];
  const answer = await answerOf('/0');
  const { socket } = answer;
  await sleep(50);
  expect(socket.bytesRead).toBeLessThan(contents[0]!.length);
  for await (const piece of answer) pieces.push(piece);
  expect(Buffer.concat(pieces).equals(contents[0]!)).toBe(true);
  const next = await answerOf('/1');
  expect(next.socket).toBe(socket);
  expect(Buffer.concat(await next.toArray()).equals(contents[1]!)).toBe(true);
});

test('an answer that is cut is an error', async () => {
  const answer = await answerOf('/cut');
  await expect(answer.toArray()).rejects.toThrow('aborted');
});
