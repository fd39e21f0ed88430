import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a person most likely meant, or null when none is close: equal but for case and
 * separators, or at most a third of the letters apart.
 */
export function nearest(wanted: string, candidates: readonly string[]): string | null {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const ranked = candidates
    .map((name) => ({ name, apart: distance(plain(wanted), plain(name)) }))
    .sort((a, b) => a.apart - b.apart);
  const best = ranked[0];
  return best !== undefined && best.apart <= Math.max(1, wanted.length / 3) ? best.name : null;
}
