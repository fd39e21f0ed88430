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
      const { running, uri = '', version = '' } = await status(project.state);
      if (!running) {
        say('cli.mlflow.not-running');
        return 1;
      }
      say('cli.mlflow.running', { version, uri, provider: 'embedded' });
      return 0;
    }
    case 'stop': {
      say((await stopServer(project.state)) ? 'cli.mlflow.stopped' : 'cli.mlflow.not-running');
      return 0;
    }
    default:
      throw new ExitError(1, message('cli.mlflow.action', { action }));
  }
}
