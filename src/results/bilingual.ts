import type { Bilingual, Sentence } from '../messages/sentence.ts';
import { createTranslator, type Translate } from '../messages/translator.ts';

let translators: { readonly fr: Translate; readonly en: Translate } | undefined;

/** A sentence in both languages, its values filled in. */
export function bilingual(sentence: Sentence): Bilingual {
  translators ??= { fr: createTranslator('fr'), en: createTranslator('en') };
  return { fr: translators.fr(sentence), en: translators.en(sentence) };
}
