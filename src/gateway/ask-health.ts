import type { Upstream } from './upstream.ts';

const LIMIT_MS = 5000;

/** Whether a server takes requests. */
export async function answersHealth(upstream: Upstream): Promise<boolean> {
  return await new Promise((resolve) => {
    const request = upstream.open('GET', '/health', {}, { alone: true });
    request.setTimeout(LIMIT_MS, () => request.destroy());
    request.once('error', () => resolve(false));
    request.once('response', (response) => {
      upstream.heard(response);
      response.resume();
      resolve(true);
    });
    request.end();
  });
}
