import type { Message } from '../messages/sentence.ts';
import { message } from '../messages/sentence.ts';
import type { MessageKey } from '../messages/fr.ts';

/** Why a stranger's file is not used. Thrown while reading it, caught where the submission is put together. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code = 'REFUSED';
  readonly why: Message;

  constructor(why: Message, cause?: unknown) {
    super(why.key, cause === undefined ? undefined : { cause });
    this.why = why;
  }
}

export function refuse(key: MessageKey, values?: Message['values'], cause?: unknown): Refusal {
  return new Refusal(message(key, values), cause);
}

/** The class folder itself cannot be read: a mistake of the caller's, or a broken download. */
export class ClassFolderError extends Error {
  override readonly name = 'ClassFolderError';
  readonly code = 'CLASS_FOLDER';
  readonly why: Message;

  constructor(why: Message, cause?: unknown) {
    super(why.key, cause === undefined ? undefined : { cause });
    this.why = why;
  }
}
