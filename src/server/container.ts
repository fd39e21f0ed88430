import type { FindOptions } from './index.ts';
import type { Because, TrackingServer } from './tracking-server.ts';

export async function findContainer(_o: FindOptions, _b: Because): Promise<TrackingServer> {
  throw new Error('not yet');
}
