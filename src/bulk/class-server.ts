import type { TrackingServer } from '../server/tracking-server.ts';

/** The one MLflow of a class, and what to do when it goes away while several submissions are graded. */
export interface ClassServer {
  /** As it is now; after a revival on the same address. */
  current(): TrackingServer;
  /** Starts it again if it no longer answers; whoever calls meanwhile waits for the same start. */
  revive(): Promise<void>;
}

export function classServer(server: TrackingServer): ClassServer {
  let current = server;
  let reviving: Promise<void> | null = null;
  return {
    current: () => current,
    async revive() {
      reviving ??= reviveOnce();
      await reviving;
    },
  };

  async function reviveOnce(): Promise<void> {
    try {
      current = await current.revive();
    } finally {
      reviving = null;
    }
  }
}
