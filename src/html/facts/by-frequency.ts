import type { Bilingual } from '../../messages/sentence.ts';

/** A sentence, and how often it was said. */
export interface Said {
  readonly message: Bilingual;
  readonly count: number;
}

/** The different sentences, the most frequent first. */
export function byFrequency(sentences: readonly Bilingual[]): Said[] {
  const said = Map.groupBy(sentences, ({ en }) => en);
  return [...said.values()]
    .flatMap((same) => same.slice(0, 1).map((message) => ({ message, count: same.length })))
    .toSorted((a, b) => b.count - a.count);
}
