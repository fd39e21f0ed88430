import { startBubblewrap } from './bubblewrap.ts';
import { openSandbox } from './open-sandbox.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * Bubblewrap, for root and for ordinary users of a Linux that lets them make user namespaces.
 *
 * @param folder where the folders of its sandboxes go
 * @throws SandboxFailedError when it is not installed or not allowed here
 */
export async function openBubblewrap(folder: string): Promise<Sandbox> {
  return await openSandbox('bubblewrap', startBubblewrap, folder);
}
