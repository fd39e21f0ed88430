import type { MessageKey } from '../messages/fr.ts';
import { message, type Message } from '../messages/sentence.ts';
import { printable } from './printable.ts';
import type { Ignored } from './submission.ts';

/** Reasons that say nothing about why there is no exercise. */
const BESIDES: ReadonlySet<MessageKey> = new Set<MessageKey>([
  'submission.other-file',
  'submission.junk',
  'submission.workshop-folder',
]);

/** Why a submission without a single file that counts has none: the most telling of what was ignored. */
export function problemOf(ignored: readonly Ignored[], exercises: readonly string[]): Message {
  const telling = ignored.find(({ why }) => !BESIDES.has(why.key));
  if (telling) return telling.why;
  const example = `${exercises[0] ?? '07-gradient-boosting'}.ts`;
  const files = ignored.filter(({ why }) => why.key === 'submission.other-file');
  return files.length === 0
    ? message('submission.empty')
    : message('submission.no-exercise', {
        found: files
          .slice(0, 3)
          .map(({ path }) => printable(path))
          .join(', '),
        example,
      });
}
