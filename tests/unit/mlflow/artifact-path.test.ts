import { expect, test } from 'vitest';
import { safeFile, safePath, toArtifactRoot, toUrl } from '../../../src/mlflow/artifact-path.ts';

const PROXY = '/api/2.0/mlflow-artifacts/artifacts';

test.each([
  ['mlflow-artifacts:/1/r/artifacts', 'http://here:5000', '1/r/artifacts'],
  ['mlflow-artifacts:/workspaces/a b/1', 'http://here:5000', 'workspaces/a b/1'],
  ['mlflow-artifacts://there:80/1/r', 'http://there:80', '1/r'],
  [`http://there:1${PROXY}/1/r/`, 'http://there:1', '1/r'],
])('%s is found', (uri, server, folder) => {
  expect(toArtifactRoot('http://here:5000', uri)).toEqual({ proxyUrl: server + PROXY, folder });
});

test.each(['s3://bucket/1', 'file:///tmp/1', '/tmp/1'])('%s is refused', (uri) => {
  expect(() => toArtifactRoot('http://here', uri)).toThrow('not served by the tracking server');
});

test('a path is encoded piece by piece', () => {
  const root = { proxyUrl: `http://h${PROXY}`, folder: 'workspaces/é' };
  expect(toUrl(root, 'a b/c?.txt')).toBe(`http://h${PROXY}/workspaces/%C3%A9/a%20b/c%3F.txt`);
});

test('a path has one form', () => {
  expect(['', '.', 'a/', './a//b', 'a/../b'].map(safePath)).toEqual(['', '', 'a', 'a/b', 'b']);
});

test.each(['..', '../a', 'a/../../b', '/etc', 'a\\b', 'a\0'])('%j is refused', (path) => {
  expect(() => safePath(path)).toThrow('INVALID_PARAMETER_VALUE: Invalid artifact path');
});

test.each(['', '.', 'folder/'])('%j is no file name', (path) => {
  expect(() => safeFile(path)).toThrow('INVALID_PARAMETER_VALUE: Invalid artifact file');
});
