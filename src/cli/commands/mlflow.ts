import { message } from '../../messages/sentence.ts';
import { status, stopServer } from '../../server/index.ts';
import type { Console } from '../console.ts';
import { ExitError } from '../exit-error.ts';
import { openServer } from '../open-server.ts';
import { project } from '../project.ts';

/** `npm run mlflow [start|status|stop]`: the MLflow that the commands share. */
export async function mlflow(words: readonly string[], io: Console): Promise<0 | 1> {
  const [action = 'start'] = words;
  const say = (...args: Parameters<typeof message>) => io.print(io.translate(message(...args)));
  switch (action) {
    case 'start': {
      await using server = await openServer(io);
      const { version, uri, provider } = server;
      say('cli.mlflow.running', { version, uri, provider });
      return 0;
    }
    case 'status': {
      const running = await status(project.state);
      for (const { uri, provider } of running) say('cli.mlflow.status', { uri, provider });
      if (running.length === 0) say('cli.mlflow.not-running');
      return running.length === 0 ? 1 : 0;
    }
    case 'stop': {
      const stopped = await stopServer(project.state);
      say(stopped.length === 0 ? 'cli.mlflow.not-running' : 'cli.mlflow.stopped');
      return 0;
    }
    default:
      throw new ExitError(1, message('cli.mlflow.action', { action }));
  }
}
