import type { Bilingual, Language, Message } from '../messages/sentence.ts';
import { createTranslator } from '../messages/translator.ts';

/** Sentences and numbers of one language. */
export interface Words {
  readonly language: Language;
  readonly say: (key: Message['key'], values?: Message['values']) => string;
  readonly of: (sentence: Bilingual) => string;
  readonly number: (value: number, digits?: number) => string;
  /** @param share from 0 to 1 */
  readonly percent: (share: number) => string;
  readonly duration: (ms: number) => string;
  readonly size: (bytes: number) => string;
  /** In UTC, to the minute. */
  readonly date: (iso: string) => string;
}

const UNITS = {
  fr: ['o', 'ko', 'Mo', 'Go'],
  en: ['B', 'kB', 'MB', 'GB'],
} as const;

export function createWords(language: Language): Words {
  const translate = createTranslator(language);
  const formats = new Map<number, Intl.NumberFormat>();
  const number = (value: number, digits = 0) => {
    const format =
      formats.get(digits) ?? new Intl.NumberFormat(language, { maximumFractionDigits: digits });
    formats.set(digits, format);
    return format.format(value);
  };
  const percents = new Intl.NumberFormat(language, { style: 'percent' });
  const dates = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return {
    language,
    say: (key, values) => translate(values === undefined ? { key } : { key, values }),
    of: (sentence) => sentence[language],
    number,
    percent: (share) => percents.format(share),
    duration(ms) {
      if (ms < 1000) return `${number(ms)} ms`;
      if (ms < 100_000) return `${number(ms / 1000, 1)} s`;
      const seconds = Math.floor((ms % 60_000) / 1000);
      const minutes = `${number(Math.floor(ms / 60_000))} min`;
      return seconds === 0 ? minutes : `${minutes} ${number(seconds)} s`;
    },
    size(bytes) {
      let value = bytes;
      let unit = 0;
      while (value >= 1000 && unit < 3) {
        value /= 1000;
        unit += 1;
      }
      return `${number(value, value < 10 && unit > 0 ? 1 : 0)} ${UNITS[language][unit] ?? ''}`;
    },
    date: (iso) => `${dates.format(new Date(iso))} UTC`,
  };
}
