import type { MessageKey } from './fr.ts';

export type Language = 'fr' | 'en';

/** What fills a `{{name}}`: text as it is, or a sentence of the catalogue. `count` chooses the plural. */
type Value = string | number | Message;

/** A sentence of the catalogue with its values. */
export interface Message {
  readonly key: MessageKey;
  readonly values?: Readonly<Record<string, Value>>;
}

/** A sentence written where it is used (a grader's own), in both languages. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** A hint of a grader's own, and what those read instead who write Python, where it shows code. */
export interface Hint extends Bilingual {
  readonly python?: Bilingual;
}

export type Sentence = Message | Bilingual;

/** A sentence of the catalogue; `values` fill its `{{names}}`. */
export function message(key: MessageKey, values?: Message['values']): Message {
  return values === undefined ? { key } : { key, values };
}
