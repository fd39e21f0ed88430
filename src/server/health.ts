import { get } from 'node:http';
import { get as getSecure } from 'node:https';

/** What a server said to one GET. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** The start of ours that answered, see serve.py; empty for any other server. */
  readonly instance: string;
}

/**
 * One GET that reads at most 64 kB.
 * @throws the socket's error, or a TimeoutError
 */
export function ask(url: string, timeoutMs: number, signal?: AbortSignal): Promise<Answer> {
  const limit = AbortSignal.timeout(timeoutMs);
  const stop = signal === undefined ? limit : AbortSignal.any([limit, signal]);
  const send = url.startsWith('https:') ? getSecure : get;
  return new Promise((resolve, reject) => {
    const request = send(url, { signal: stop, agent: false }, (response) => {
      let body = '';
      const done = () =>
        resolve({
          status: response.statusCode ?? 0,
          body,
          instance: String(response.headers['x-workshop-instance'] ?? ''),
        });
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
        if (body.length > 65_536) {
          done();
          response.destroy();
        }
      });
      response.on('end', done);
      response.on('error', reject);
    });
    request.on('error', (error) => reject(limit.aborted ? limit.reason : error));
  });
}

/** Whether the start named `instance` answers `/health` at `uri`. */
export async function isHealthy(
  uri: string,
  instance: string,
  timeoutMs = 5_000,
  signal?: AbortSignal,
): Promise<boolean> {
  try {
    const answer = await ask(`${uri}/health`, timeoutMs, signal);
    return answer.status === 200 && answer.instance === instance;
  } catch {
    return false;
  }
}
