import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a person most likely meant, or null when none is close: equal but for case and
 * separators, or at most a third of the letters apart, where two letters that changed places are one.
 */
export function nearest(wanted: string, candidates: readonly string[]): string | null {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const ranked = candidates
    .map((name) => ({ name, apart: apart(plain(wanted), plain(name)) }))
    .sort((a, b) => a.apart - b.apart);
  const best = ranked[0];
  return best !== undefined && best.apart <= Math.max(1, wanted.length / 3) ? best.name : null;
}

/** The first candidate that holds every word of the wanted name: `f1_score` for `f1`; null when none does. */
export function holdingWords(wanted: string, candidates: readonly string[]): string | null {
  const words = (name: string) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return (
    candidates.find((name) => words(wanted).every((word) => words(name).includes(word))) ?? null
  );
}

/** Levenshtein's distance, or one more than that of the word with two neighbours swapped. */
function apart(wanted: string, name: string): number {
  const swapped = Array.from({ length: Math.max(0, wanted.length - 1) }, (_, i) =>
    [wanted.slice(0, i), wanted[i + 1], wanted[i], wanted.slice(i + 2)].join(''),
  );
  return Math.min(distance(wanted, name), ...swapped.map((word) => 1 + distance(word, name)));
}
