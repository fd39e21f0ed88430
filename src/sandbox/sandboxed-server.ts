import { link } from 'node:fs/promises';
import { dirname } from 'node:path';
import { behindDoor, ENV } from './inside.ts';
import { joinInward } from './inward.ts';
import { pythonMounts } from './python-mounts.ts';
import { SandboxFailedError, type Limits, type Mount, type Sandbox } from './sandbox.ts';

/** What is kept of a server's output, in characters. */
const OUTPUT_LIMIT = 8192;
/** What the door ends with when its program cannot be started: this Python does not run there. */
const NOT_STARTED = 127;
/** Inside, where nobody else listens. */
const PORT = 8080;

export interface SandboxedServer extends AsyncDisposable {
  /** Where this machine reaches it. */
  readonly uri: string;
  /** When it has ended, by itself or not. @throws SandboxFailedError */
  readonly ended: Promise<unknown>;
  /** What it printed last. */
  output(): string;
}

export interface ServerRequest {
  /** Absolute path of a virtual environment's interpreter on this machine. */
  readonly python: string;
  /** Its arguments, for the port on which it has to listen. */
  readonly args: (port: number) => readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The gateway's socket file, which it reaches as `inside.gatewayUri`; none when absent. */
  readonly gatewaySocket?: string | undefined;
}

/** Starts Python servers, each in a sandbox of its own: they may load what a stranger has made. */
export function createServerSandbox(sandbox: Sandbox, limits: Limits) {
  return async ({ python, args, env, gatewaySocket }: ServerRequest): Promise<SandboxedServer> => {
    const mounts = [...(await pythonMounts(python)), ...shell(sandbox)];
    const program = sandbox.start({
      argv: behindDoor([python, ...args(PORT)]),
      limits,
      mounts,
      servedPort: PORT,
      env: { ...env, PATH: `${dirname(python)}:${ENV.PATH}` },
    });
    let output = '';
    for (const stream of [...program.output, program.report]) {
      stream.on('data', (chunk: Buffer) => {
        output = (output + chunk.toString('utf8')).slice(-OUTPUT_LIMIT);
      });
    }
    program.stdin.on('error', () => undefined);
    program.stdin.end();
    try {
      if (gatewaySocket !== undefined) await link(gatewaySocket, program.gatewaySocket);
      const inward = await joinInward(program.inwardSocket);
      const ended = program.ended.then(({ code }) => {
        if (code !== NOT_STARTED) return undefined;
        throw new SandboxFailedError(sandbox.provider, output.trim());
      });
      ended.catch(() => undefined);
      return {
        uri: inward.uri,
        ended,
        output: () => output,
        async [Symbol.asyncDispose]() {
          inward[Symbol.dispose]();
          await program[Symbol.asyncDispose]();
        },
      };
    } catch (error) {
      await program[Symbol.asyncDispose]();
      throw error;
    }
  };
}

/** `mlflow models serve` starts its server by a shell; an image has one of its own. */
function shell({ provider }: Sandbox): Mount[] {
  return provider === 'bubblewrap' ? [{ source: '/bin/bash', target: '/usr/bin/bash' }] : [];
}
