import { basename } from 'node:path';
import getPort from 'get-port';
import { GenericContainer, getContainerRuntimeClient, ImageName, Wait } from 'testcontainers';
import {
  readContainerState,
  volumeOf,
  writeContainerState,
  type ContainerState,
} from './container-state.ts';
import { SERVE_FILES } from './embedded-python.ts';
import { ContainerFailedError } from './errors.ts';
import type { OnProgress } from './tracking-server.ts';

export interface ContainerRequest {
  readonly image: string;
  readonly version: string;
  readonly stateFolder: string;
  readonly instance: string;
  readonly idleMinutes: number;
  readonly onProgress?: OnProgress | undefined;
}

const VOLUME_LABEL = 'workshop.mlflow.volume';
const INSTANCE_LABEL = 'workshop.mlflow.instance';
const PORT = 5000;

/**
 * Starts the container of a state folder, or the same one again when it had stopped, and waits until
 * MLflow answers. Containers of earlier settings on the same data are removed first.
 * @throws {ContainerFailedError} no such image, or MLflow does not start in it
 */
export async function startContainer(request: ContainerRequest): Promise<ContainerState> {
  const { stateFolder, instance, image } = request;
  const volume = volumeOf(stateFolder);
  try {
    await announce(request);
    await removeOthers(volume, instance);
    const last = await readContainerState(stateFolder);
    const state = await startOnFreePort(request, volume, last?.port ?? (await getPort()));
    await writeContainerState(stateFolder, state);
    return state;
  } catch (error) {
    throw new ContainerFailedError(image, error);
  }
}

/** Stops the containers of a data volume, without removing them. */
export async function stopContainers(volume: string): Promise<boolean> {
  const client = await getContainerRuntimeClient();
  const running = (await containersOf(volume)).filter(({ State }) => State === 'running');
  for (const { Id } of running) await client.container.stop(client.container.getById(Id));
  return running.length > 0;
}

async function startOnFreePort(
  request: ContainerRequest,
  volume: string,
  port: number,
): Promise<ContainerState> {
  try {
    return await start(request, volume, port);
  } catch (error) {
    if (!/already allocated|already in use/.test(String(error))) throw error;
    // A container keeps the port it was made with.
    await removeOthers(volume, '');
    return start(request, volume, await getPort());
  }
}

async function start(
  { image, version, instance, idleMinutes }: ContainerRequest,
  volume: string,
  port: number,
): Promise<ContainerState> {
  const options = {
    data: '/mlflow/data',
    template: `/mlflow/template-${version}.db`,
    state: '/mlflow/server.json',
    instance,
    host: '0.0.0.0',
    port: String(PORT),
    'idle-minutes': String(idleMinutes),
    'allowed-hosts': allowedHosts((await getContainerRuntimeClient()).info.containerRuntime.host),
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const program = SERVE_FILES.map((source) => ({
    source,
    target: `/workshop/${basename(source)}`,
  }));
  const started = await new GenericContainer(image)
    .withLabels({ [VOLUME_LABEL]: volume, [INSTANCE_LABEL]: instance })
    .withExposedPorts({ container: PORT, host: port })
    .withBindMounts([{ source: volume, target: '/mlflow' }])
    .withCopyFilesToContainer(program)
    .withCommand(['python', '/workshop/serve.py', ...args])
    .withWaitStrategy(Wait.forHttp('/health', PORT).forStatusCode(200))
    .withStartupTimeout(120_000)
    .withReuse()
    .start();
  const bound = started.getMappedPort(PORT);
  return { uri: `http://${started.getHost()}:${bound}`, port: bound, instance };
}

/** Host headers that MLflow accepts: this machine under its names, and the engine's address. */
function allowedHosts(engineHost: string): string {
  const names = new Set(['localhost', '127.0.0.1', 'host.docker.internal', engineHost]);
  return [...names].flatMap((name) => [name, `${name}:*`]).join(',');
}

async function announce({ image, onProgress }: ContainerRequest): Promise<void> {
  const client = await getContainerRuntimeClient();
  const present = await client.image.exists(ImageName.fromString(image));
  onProgress?.(present ? { step: 'starting-server' } : { step: 'pulling-image', detail: image });
}

/** Two servers must not write to one database. */
async function removeOthers(volume: string, instance: string): Promise<void> {
  const client = await getContainerRuntimeClient();
  for (const { Id, Labels, State } of await containersOf(volume)) {
    if (Labels[INSTANCE_LABEL] === instance) continue;
    const container = client.container.getById(Id);
    if (State === 'running') await client.container.stop(container);
    await client.container.remove(container, { removeVolumes: false });
  }
}

async function containersOf(volume: string) {
  const client = await getContainerRuntimeClient();
  const filters = { label: [`${VOLUME_LABEL}=${volume}`] };
  return client.container.dockerode.listContainers({ all: true, filters });
}
