import type { Results } from '../results/results.ts';
import type { Links } from './links.ts';
import type { Words } from './words.ts';

/** What each part of a page is handed: the class, the language, and where the page lies. */
export interface Scene {
  readonly results: Results;
  readonly words: Words;
  readonly links: Links;
}

/** An exercise's title with its number, such as `07 Log a gradient boosting`. */
export function titleOf({ results, words }: Scene, exercise: string): string {
  const info = results.exercises.find(({ name }) => name === exercise);
  return info === undefined ? exercise : `${numberOf(exercise)} ${words.of(info.title)}`;
}

/** `07` of `07-gradient-boosting`. */
export function numberOf(exercise: string): string {
  return /^\d+/.exec(exercise)?.[0] ?? exercise;
}
