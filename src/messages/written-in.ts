import { fr, type MessageKey } from './fr.ts';
import type { Bilingual, Hint, Message, Sentence } from './sentence.ts';

/** What a submission is written in. */
export type Written = 'typescript' | 'python';

/** The sentence as those read it who write this language: another one where it shows code. */
export function writtenIn(written: Written, sentence: Sentence | Hint): Sentence {
  if (written !== 'python') return sentence;
  return 'key' in sentence ? toPython(sentence) : bilingual(sentence);
}

const bilingual = ({ python, ...both }: Hint): Bilingual => python ?? both;

function toPython({ key, values }: Message): Message {
  const own = `${key}.python`;
  const found = { key: isKey(own) ? own : key };
  if (values === undefined) return found;
  const inside = Object.entries(values).map(
    ([name, value]) => [name, typeof value === 'object' ? toPython(value) : value] as const,
  );
  return { ...found, values: Object.fromEntries(inside) };
}

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(fr, key) || Object.hasOwn(fr, `${key}_other`);
}
