import { message, type Sentence } from '../messages/sentence.ts';
import { isMessageKey } from '../messages/fr.ts';
import { ServerError } from '../server/errors.ts';
import { ExitError } from './exit-error.ts';

/** The one sentence and the exit status for an error that ends a command. */
export function explain(error: unknown): { readonly sentence: Sentence; readonly status: 1 | 2 } {
  if (error instanceof ExitError) return { sentence: error.sentence, status: error.status };
  if (error instanceof ServerError) {
    const key = `server.${error.code}`;
    if (isMessageKey(key)) return { sentence: message(key, error.fields), status: 2 };
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC') return { sentence: message('cli.disk-full'), status: 2 };
  const text = error instanceof Error ? error.message : String(error);
  return { sentence: message('cli.unexpected', { error: text }), status: 2 };
}
