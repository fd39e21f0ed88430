import type { Language, Sentence } from '../messages/sentence.ts';
import { createTranslator, type Translate } from '../messages/translator.ts';

const translators = new Map<Language, Translate>();

/** A sentence of the catalogue in one language. */
export function say(sentence: Sentence, language: Language): string {
  let translate = translators.get(language);
  if (translate === undefined) {
    translate = createTranslator(language);
    translators.set(language, translate);
  }
  return translate(sentence);
}
