import { createServer, type RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { findGiven } from '../../../src/server/given.ts';

/** A server that answers as no real MLflow can be made to. */
async function listen(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    uri: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

const find = (uri: string) => findGiven(uri, 'MLFLOW_TRACKING_URI-is-set');

test('an address that nothing listens on is unreachable', async () => {
  await expect(find('http://127.0.0.1:9')).rejects.toMatchObject({
    code: 'UNREACHABLE',
    message:
      'No MLflow answers at MLFLOW_TRACKING_URI=http://127.0.0.1:9: start that server, or unset the variable.',
  });
});

test('a web server that is no MLflow is named as such', async () => {
  await using other = await listen((_request, response) => response.end('<html>hello</html>'));
  await expect(find(other.uri)).rejects.toMatchObject({
    code: 'NOT_MLFLOW',
    message: `What answers at MLFLOW_TRACKING_URI=${other.uri} is not MLflow: GET /health said 200 "<html>hello</html>"`,
  });
});

test('an MLflow of another major version is refused with both versions', async () => {
  await using old = await listen(({ url }, response) =>
    response.end(url === '/health' ? 'OK' : '2.22.1'),
  );
  await expect(find(old.uri)).rejects.toMatchObject({
    code: 'OTHER_MAJOR_VERSION',
    message: `The MLflow at MLFLOW_TRACKING_URI=${old.uri} is 2.22.1; this workshop needs version 3.`,
  });
});

test('an MLflow 3 without workspaces is taken as it is', async () => {
  await using plain = await listen(({ url }, response) => {
    const answers: Record<string, string> = { '/health': 'OK', '/version': '3.9.0' };
    const body = answers[url ?? ''];
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  expect(await find(`${plain.uri}/`)).toMatchObject({
    provider: 'uri',
    uri: plain.uri,
    version: '3.9.0',
    workspaces: false,
  });
});

test('a path is not an address', async () => {
  await expect(find('./mlruns')).rejects.toMatchObject({ code: 'BAD_SETTING' });
});
