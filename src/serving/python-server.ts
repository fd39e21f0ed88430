import { spawn } from 'node:child_process';
import getPort from 'get-port';
import { killTree } from '../run/kill-tree.ts';
import { ownTemp } from '../run/own-temp.ts';
import { pythonEnv } from '../server/index.ts';

/** A started Python server. */
export interface PythonServer extends AsyncDisposable {
  readonly uri: string;
  /** When it has ended, by itself or not. */
  readonly ended: Promise<unknown>;
  /** What it printed last. */
  output(): string;
}

export interface PythonServerRequest {
  /** Absolute path of the Python that has what it needs. */
  readonly python: string;
  /** Its arguments, for the port on which it has to listen. */
  readonly args: (port: number) => readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The socket file of the submission's gateway; undefined when that listens on a port. */
  readonly gatewaySocket?: string | undefined;
}

export type StartPythonServer = (request: PythonServerRequest) => Promise<PythonServer>;

/** As a process of this machine: for models that their own author serves. */
export const startHere: StartPythonServer = async ({ python, args, env }) => {
  const port = await getPort();
  // It copies the model there, and is killed before it removes it.
  const temp = ownTemp();
  const child = spawn(python, args(port), {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...pythonEnv(python, env), ...temp.env },
  });
  let output = '';
  const stop = () => {
    killTree(child.pid);
    temp[Symbol.dispose]();
  };
  const note = (chunk: Buffer) => {
    output = (output + chunk.toString('utf8')).slice(-8192);
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const ended = new Promise<void>((resolve) => {
    const end = (error?: unknown) => {
      if (error instanceof Error) output += error.message;
      process.off('exit', stop);
      stop();
      resolve();
    };
    child.once('exit', () => end());
    child.once('error', end);
  });
  process.once('exit', stop);
  return {
    uri: `http://127.0.0.1:${port}`,
    ended,
    output: () => output,
    async [Symbol.asyncDispose]() {
      // Once it has ended, its number may be another's.
      if (child.exitCode === null && child.signalCode === null) killTree(child.pid);
      await ended;
    },
  };
};
