import type { MessageKey } from '../messages/fr.ts';
import { message, type Message } from '../messages/sentence.ts';
import { printable } from './printable.ts';
import type { Ignored } from './submission.ts';

/** What was found and does not count. Every such sentence may name the `{{file}}`. */
export function note(path: string, key: MessageKey, values?: Message['values']): Ignored {
  return { path, why: message(key, { ...values, file: printable(path) }) };
}
