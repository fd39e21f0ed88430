/** How sure a file name is about its exercise; a smaller rank is surer. 5: the name says nothing. */
export interface ExerciseMatch {
  readonly exercise: string;
  readonly rank: 0 | 1 | 2 | 3 | 4 | 5;
  /** What the name says besides the exercise: a student's name, perhaps. */
  readonly rest: string;
}

export type FindExercise = (stem: string) => ExerciseMatch | null;

const LONGEST_STEM = 200;
const GAP = String.raw`[\s._+-]*`;
const WORD = String.raw`(?:exercice|exercise|exo|ex|tp)${GAP}`;
/** What platforms and browsers add to the name of a second copy: `-1`, ` (2)`, ` - Copie`. */
const COPY = String.raw`(?:${GAP}(?:\(\d{1,3}\)|[-_ ]\d{1,2}|copie|copy)){0,2}`;

/**
 * Tells which exercise a file is, from its name without extension, over the names `NN-name`:
 *
 * 0. exactly `07-gradient-boosting`;
 * 1. the same after a platform went over it: case, spaces, underscores, no separators, `-1`, ` (2)`;
 * 2. the number first: `07`, `7 boosting`, `ex07-dupont`;
 * 3. the name without its number: `gradient-boosting`;
 * 4. either of them last: `dupont-07-gradient-boosting`, `dupont_07`, `dupont-ex7`.
 */
export function findExercise(exercises: readonly string[]): FindExercise {
  const patterns = exercises.map((exercise) => ({ exercise, tests: patternsOf(exercise) }));
  return (found) => {
    const stem = found.normalize('NFC').trim();
    if (stem.length > LONGEST_STEM) return null;
    const exact = exercises.find((exercise) => exercise === stem);
    if (exact !== undefined) return { exercise: exact, rank: 0, rest: '' };
    for (const rank of [1, 2, 3, 4] as const) {
      for (const { exercise, tests } of patterns) {
        const match = tests[rank].exec(stem);
        if (match) return { exercise, rank, rest: (match.groups?.['rest'] ?? '').trim() };
      }
    }
    return null;
  };
}

/** Gives the exercise that a name names without any doubt, where that is none of those asked for. */
export type FindOther = (stem: string) => string | null;

/** @param known names of all exercises. A number alone leaves doubt: part 8, version 8 */
export function findOther(asked: readonly string[], known: readonly string[]): FindOther {
  const exerciseOf = findExercise(known);
  return (stem) => {
    const exercise = exerciseOf(stem)?.exercise ?? null;
    if (exercise === null || asked.includes(exercise)) return null;
    return letters(stem).includes(letters(exercise)) ? exercise : null;
  };
}

const letters = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '');

function patternsOf(exercise: string): Readonly<Record<1 | 2 | 3 | 4, RegExp>> {
  const [number = '', ...words] = exercise.split('-');
  const digits = `0*${Number(number)}`;
  const name = words.join(GAP);
  const last = `(?:(?:${WORD})?${digits}${GAP}${name}|${name}|${WORD}${digits}|(?<!\\d{4}.)${number})`;
  return {
    1: new RegExp(`^${digits}${GAP}${name}${COPY}$`, 'iu'),
    2: new RegExp(`^(?:${WORD})?${digits}(?!\\d)${GAP}(?:${name})?${GAP}(?<rest>.*)$`, 'isu'),
    3: new RegExp(`^${name}${COPY}$`, 'iu'),
    4: new RegExp(`^(?<rest>.+?)[\\s._+-]+${last}${COPY}$`, 'isu'),
  };
}
