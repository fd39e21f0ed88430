import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { message } from '../../messages/sentence.ts';
import { status, stopServer } from '../../server/index.ts';
import { openClassServer } from '../class-mlflow.ts';
import type { Console } from '../console.ts';
import { ExitError } from '../exit-error.ts';
import { openServer } from '../open-server.ts';
import { project } from '../project.ts';

/**
 * `npm run mlflow [start|status|stop]`: the MLflow that the commands share; with `--of OUT` the one that
 * holds the runs of a class that was graded.
 */
export async function mlflow(
  words: readonly string[],
  io: Console,
  { of }: { readonly of?: string | undefined } = {},
): Promise<0 | 1> {
  const [action = 'start'] = words;
  const state = of === undefined ? project.state : await mlflowOf(resolve(of));
  const say = (...args: Parameters<typeof message>) => io.print(io.translate(message(...args)));
  switch (action) {
    case 'start': {
      await using server =
        of === undefined ? await openServer(io) : await openClassServer({ mlflow: state }, io);
      const { version, uri, provider } = server;
      say('cli.mlflow.running', { version, uri, provider });
      return 0;
    }
    case 'status': {
      const running = await status(state);
      for (const { uri, provider } of running) say('cli.mlflow.status', { uri, provider });
      if (running.length === 0) say('cli.mlflow.not-running');
      return running.length === 0 ? 1 : 0;
    }
    case 'stop': {
      const stopped = await stopServer(state);
      const folder = of === undefined ? '.mlflow/' : join(of, 'mlflow', '/');
      if (stopped.length === 0) say('cli.mlflow.not-running');
      else say('cli.mlflow.stopped', { folder });
      return 0;
    }
    default:
      throw new ExitError(1, message('cli.mlflow.action', { action }));
  }
}

/** @throws ExitError when nothing was graded there with an MLflow of its own */
async function mlflowOf(out: string): Promise<string> {
  const folder = join(out, 'mlflow');
  if (await stat(folder).catch(() => null)) return folder;
  throw new ExitError(1, message('cli.mlflow.not-a-class', { folder: out }));
}
