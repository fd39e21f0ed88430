import { isMessageKey } from '../messages/fr.ts';
import { message, type Message } from '../messages/sentence.ts';
import type { Execution } from './snapshot.ts';

/**
 * What an error says: the catalogue's sentence where it is one of the kit's, the server's words whole where
 * it is MLflow's, the first line of any other.
 */
export function errorSaid(error: NonNullable<Execution['error']>): Message | string {
  const key = `kit.${error.code}`;
  if (error.code !== undefined && isMessageKey(key)) return message(key, error.values);
  const said = error.name.startsWith('Mlflow')
    ? error.message.replaceAll(/\s+/g, ' ')
    : (error.message.split('\n')[0] ?? '');
  // Python's own messages often say nothing without: KeyError: 'run_id'.
  return error.cell === undefined ? said : `${error.name}: ${said}`;
}
