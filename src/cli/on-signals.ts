import { constants } from 'node:os';
import type { Sentence } from '../messages/sentence.ts';
import type { Console } from './console.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A signal ends the command with its status, 130 for Ctrl+C; as after every exit, what it started ends with it. */
export function exitOnSignals(): void {
  for (const signal of SIGNALS) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}

/** Says it on the error output when a signal ends the command; until disposed. */
export function sayOnSignals(io: Console, sentence: () => Sentence): Disposable {
  const say = () => {
    io.quiet();
    process.stderr.write(`${io.translate(sentence())}\n`);
  };
  for (const signal of SIGNALS) process.prependOnceListener(signal, say);
  return {
    [Symbol.dispose]() {
      for (const signal of SIGNALS) process.off(signal, say);
    },
  };
}
