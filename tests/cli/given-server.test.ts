import { createServer, type RequestListener } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scratchProject, type ScratchProject } from './scratch-project.ts';

let project: ScratchProject;

beforeAll(async () => {
  project = await scratchProject({ python: false });
});
afterAll(async () => await project[Symbol.asyncDispose]());

/** Runs `npm test 07` against a server at MLFLOW_TRACKING_URI. */
async function testWith(answer: RequestListener) {
  const server = createServer(answer);
  const port = await new Promise<number>((ready) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      ready(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const uri = `http://127.0.0.1:${port}`;
  try {
    return { uri, ...(await testAt(uri)) };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const testAt = async (uri: string, words = ['test', '07']) =>
  await project.run(words, { MLFLOW_TRACKING_URI: uri, WORKSHOP_MLFLOW: '' });

test('an MLflow of another major version is refused', async () => {
  const { uri, ...ended } = await testWith((request, response) => {
    response.end(request.url === '/version' ? '2.9.0' : 'OK');
  });
  expect(ended).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(
      new RegExp(
        `^The MLflow at MLFLOW_TRACKING_URI=${uri} is 2\\.9\\.0; this workshop needs 3\\.\\d+\\.\\d+\\.\\n$`,
      ),
    ),
  });
});

test('something else than MLflow is refused', async () => {
  const { uri, ...ended } = await testWith((_request, response) => {
    response.end('<html>Welcome</html>');
  });
  expect(ended).toEqual({
    status: 2,
    stdout: '',
    stderr: `What answers at MLFLOW_TRACKING_URI=${uri} is not MLflow: GET /health said 200 "<html>Welcome</html>"\n`,
  });
});

test('an address where nothing answers is said', async () => {
  const ended = {
    status: 2,
    stdout: '',
    stderr:
      'No MLflow answers at MLFLOW_TRACKING_URI=http://127.0.0.1:9: start that server, or unset the variable.\n',
  };
  expect(await testAt('http://127.0.0.1:9')).toEqual(ended);
  expect(await testAt('http://127.0.0.1:9', ['doctor'])).toMatchObject({
    status: 2,
    stderr: ended.stderr,
  });
});

test('an address that is none is said', async () => {
  expect(await testAt('localhost')).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'MLFLOW_TRACKING_URI=localhost is not understood: use an address such as http://localhost:5000.\n',
  });
});
