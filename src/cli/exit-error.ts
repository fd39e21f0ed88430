import type { Sentence } from '../messages/sentence.ts';

/** Ends the command with one sentence. Status 1 is the student's to mend, 2 is ours or the machine's. */
export class ExitError extends Error {
  override readonly name = 'ExitError';
  readonly status: 1 | 2;
  readonly sentence: Sentence;

  constructor(status: 1 | 2, sentence: Sentence, options?: ErrorOptions) {
    super('key' in sentence ? sentence.key : sentence.en, options);
    this.status = status;
    this.sentence = sentence;
  }
}
