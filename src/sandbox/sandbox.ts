import type { ForkRequest, Zygote } from '../python/zygote.ts';
import type { Program } from '../run/program.ts';

/** A way to run a stranger's programs apart. */
export interface Sandbox extends AsyncDisposable {
  readonly provider: 'bubblewrap' | 'container';
  /** Starts a program in a sandbox of its own; trouble with the sandbox itself rejects its `ended`. */
  start(command: Command): SandboxedProgram;
}

/** What runs inside. All its paths are paths inside (`inside.ts`). */
export interface Command {
  readonly argv: readonly [string, ...string[]];
  readonly limits: Limits;
  /** Its whole environment, beside HOME, TMPDIR and LANG. */
  readonly env?: Readonly<Record<string, string>>;
  /** What it sees, read-only, beside Node, the kit and the system's libraries. */
  readonly mounts?: readonly Mount[];
  /** A port on which it listens, for the grader alone to reach; it must run behind its door. */
  readonly servedPort?: number;
  /** Where it can be forked instead of started: the same program, in a process that has loaded what it needs. */
  readonly fork?: Fork;
}

/** A Python program, and the process from which it is forked. */
export interface Fork extends Pick<ForkRequest, 'program' | 'arguments'> {
  readonly zygote: Zygote;
  /** Whether it asks MLflow for something: then its sandbox has a door, which takes a tenth of a second. */
  readonly asksMlflow: boolean;
}

export interface Mount {
  /** Absolute path on this machine. */
  readonly source: string;
  /** Absolute path inside. */
  readonly target: string;
}

export interface Limits {
  /** Memory of all its processes together, in mebibytes. */
  readonly memoryMb: number;
  /** Processes and threads together. */
  readonly tasks: number;
  /** CPU time of each process, in seconds. */
  readonly cpuSeconds: number;
  /** What it may keep in /tmp, in mebibytes; one file can take it all. */
  readonly diskMb: number;
}

/** Enough for every reference solution, small enough for two at a time on a laptop. */
export const LIMITS: Limits = { memoryMb: 2048, tasks: 256, cpuSeconds: 600, diskMb: 256 };

/** A program that runs in a sandbox. Disposing resolves when everything in it is dead. */
export interface SandboxedProgram extends Program, AsyncDisposable {
  /** A folder of this machine, empty at first, that the program sees read-only as `inside.submission`. */
  readonly inbox: string;
  /** The socket file behind `inside.gatewayUri`: who listens on it is what the program reaches, and all. */
  readonly gatewaySocket: string;
  /** Who listens on this socket file is offered connections to `servedPort`, one at a time. */
  readonly inwardSocket: string;
}

/** A sandbox that could not be set up: never the fault of what was to run in it. */
export class SandboxFailedError extends Error {
  override readonly name = 'SandboxFailedError';
  readonly code = 'SANDBOX_FAILED';
  readonly provider: Sandbox['provider'];

  /** @param detail what the provider's own tool said */
  constructor(provider: Sandbox['provider'], detail: string, options?: ErrorOptions) {
    super(`the ${provider} sandbox failed: ${detail}`, options);
    this.provider = provider;
  }
}
