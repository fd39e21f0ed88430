import { Readable } from 'node:stream';
import { getContainerRuntimeClient, ImageName } from 'testcontainers';
import { LABEL, startContainer, type Docker } from './container.ts';
import { hasEnded } from './owner.ts';
import { openSandbox } from './open-sandbox.ts';
import { SandboxFailedError, type Sandbox } from './sandbox.ts';

/**
 * Containers of the Docker engine that testcontainers finds.
 *
 * @param folder where the folders of its sandboxes go; the engine must see the same files
 * @param image has the C library that Node needs; pulled when it is not there
 * @throws SandboxFailedError when there is no engine, or it cannot run what this machine's Node runs
 */
export async function openContainer(folder: string, image: string): Promise<Sandbox> {
  const { docker, events } = await connect(image);
  const watched = new Map<string, () => void>();
  events.on('data', (chunk: Buffer) => {
    for (const [, id = ''] of chunk.toString('utf8').matchAll(/"id":"(\w+)"/g)) watched.get(id)?.();
  });
  const onOutOfMemory = (id: string, callback: () => void) => {
    watched.set(id, callback);
    return () => watched.delete(id);
  };
  try {
    const engine = { docker, image, onOutOfMemory };
    const sandbox = await openSandbox(
      'container',
      (command, own) => startContainer(command, own, engine),
      folder,
    );
    return {
      ...sandbox,
      async [Symbol.asyncDispose]() {
        await sandbox[Symbol.asyncDispose]();
        events.destroy();
      },
    };
  } catch (error) {
    events.destroy();
    throw error;
  }
}

async function connect(image: string) {
  try {
    const client = await getContainerRuntimeClient();
    const name = ImageName.fromString(image);
    if (!(await client.image.exists(name))) await client.image.pull(name);
    const docker = client.container.dockerode;
    await removeLeftBehind(docker);
    const filters = { label: [LABEL], event: ['oom'] };
    const events = await docker.getEvents({ filters });
    return { docker, events: asReadable(events) };
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new SandboxFailedError('container', detail, { cause });
  }
}

/** What a grader that was killed has left running: unlike bubblewrap's, containers outlive it. */
async function removeLeftBehind(docker: Docker): Promise<void> {
  for (const { Id, Labels } of await docker.listContainers({
    all: true,
    filters: { label: [LABEL] },
  })) {
    if (hasEnded(Labels[LABEL] ?? '')) await docker.getContainer(Id).remove({ force: true });
  }
}

function asReadable(stream: NodeJS.ReadableStream): Readable {
  if (stream instanceof Readable) return stream;
  throw new Error('the engine gave no stream of events');
}
