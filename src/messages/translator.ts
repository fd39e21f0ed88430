import { createInstance } from 'i18next';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Language, Sentence } from './sentence.ts';

/** Turns sentences into text of one language. */
export type Translate = (sentence: Sentence) => string;

export function createTranslator(language: Language): Translate {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    resources: { fr: { translation: fr }, en: { translation: en } },
    // Terminals and JSON take text as it is; the HTML renderer escapes for itself.
    interpolation: { escapeValue: false },
  });
  return function translate(sentence): string {
    if (!('key' in sentence)) return sentence[language];
    const values: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(sentence.values ?? {})) {
      values[name] = typeof value === 'object' ? translate(value) : value;
    }
    return instance.t(sentence.key, values);
  };
}

/** The language of a name such as `fr`, `EN` or `fr_FR.UTF-8`; null for one that we do not speak. */
export function toLanguage(name: string): Language | null {
  const [, language] = /^(fr|en)(?:[-_.@]|$)/i.exec(name) ?? [];
  return language === undefined ? null : language.toLowerCase() === 'fr' ? 'fr' : 'en';
}

/** The language of a locale such as `fr_FR.UTF-8`; English for every other. */
export function languageOf(locale: string | undefined): Language {
  return toLanguage(locale ?? '') ?? 'en';
}
