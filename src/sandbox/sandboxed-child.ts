import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Job } from '../run/job.ts';
import { childArguments, waitingChild, type WaitingChild } from '../run/run-submission.ts';
import { inside } from './inside.ts';
import type { Command, Limits, Sandbox } from './sandbox.ts';

/** The share of the memory limit that JavaScript's own heap may take; the rest is for everything else. */
const HEAP_SHARE = 0.75;

export interface SandboxedChildOptions {
  readonly limits: Limits;
  /** Absolute path of customer_data.csv. */
  readonly csv: string;
}

/** JavaScript's heap within a memory limit, in mebibytes. */
export function heapMb({ memoryMb }: Limits): number {
  return Math.floor(memoryMb * HEAP_SHARE);
}

/** What runs for one submission. */
export function childCommand(limits: Limits, csv: string = inside.csv): Command {
  const child = childArguments(heapMb(limits), {
    imports: inside.packedImports,
    child: inside.child,
    csv,
  });
  return { argv: [inside.node, '--import', inside.ownDoor, ...child], limits };
}

/** Starts, in a sandbox, the process in which one submission will run; as `startChild` does without one. */
export function startSandboxedChild(
  sandbox: Sandbox,
  { limits, csv }: SandboxedChildOptions,
): WaitingChild {
  const program = sandbox.start({
    ...childCommand(limits),
    mounts: [{ source: csv, target: inside.csv }],
  });
  return waitingChild(program, {
    gateway: { socketPath: program.gatewaySocket, uri: inside.gatewayUri },
    async bring(job: Job) {
      const name = basename(job.file);
      await copyFile(job.file, join(program.inbox, name));
      return { ...job, file: join(inside.submission, name) };
    },
  });
}
