import type { ExerciseMatch, FindExercise, FindOther } from './exercise-of.ts';
import { fileKind } from './file-kind.ts';
import type { Candidate } from './gather.ts';
import { note } from './note.ts';
import type { Ignored, Kind } from './submission.ts';

export interface Ranked extends Candidate {
  readonly kind: Kind;
  readonly match: ExerciseMatch;
  /** The exercise that its name names, where that one was not asked for. */
  readonly other: string | null;
}

export interface RankedFiles {
  /** By exercise, the best first. */
  readonly byExercise: ReadonlyMap<string, readonly Ranked[]>;
  /** Python whose name names no exercise, which may hold several: notebooks, then scripts, the best first. */
  readonly whole: readonly Ranked[];
  readonly ignored: readonly Ignored[];
}

/** What tells the exercise of a file from its name. */
interface Naming {
  readonly exerciseOf: FindExercise;
  readonly otherOf: FindOther;
  /** Those asked for. */
  readonly exercises: readonly string[];
}

/**
 * Tells which file is which exercise. Of several for one exercise the better comes first: the surer name
 * (`ExerciseMatch`), out of fewer archives, in a folder `exercises`, in fewer folders, handed in later by
 * Canvas's count, and at last the greater path in natural order (`v10` after `v2`). Where one exercise alone is asked for, a TypeScript program whose name says nothing is that one.
 */
export function rankFiles(
  files: readonly Candidate[],
  { exerciseOf, otherOf, exercises }: Naming,
): RankedFiles {
  const [example = '', ...more] = exercises;
  const only: ExerciseMatch | null =
    more.length === 0 ? { exercise: example, rank: 5, rest: '' } : null;
  const byExercise = new Map<string, Ranked[]>();
  const whole: Ranked[] = [];
  const ignored: Ignored[] = [];
  for (const candidate of files) {
    const { path } = candidate.file;
    const found = fileKind(candidate.fileName);
    if (found === null) {
      ignored.push(note(path, 'submission.other-file'));
      continue;
    }
    const { kind, stem } = found;
    const other = otherOf(stem);
    const any = kind === 'typescript' && other === null ? only : null;
    const match = exerciseOf(stem) ?? any;
    if (match === null && kind !== 'typescript') {
      whole.push({ ...candidate, kind, other, match: { exercise: '', rank: 5, rest: '' } });
    } else if (match === null && other !== null)
      ignored.push(note(path, 'submission.not-asked', { exercise: other }));
    else if (match === null) ignored.push(note(path, 'submission.which-exercise', { example }));
    else {
      const others = byExercise.get(match.exercise) ?? [];
      byExercise.set(
        match.exercise,
        [...others, { ...candidate, kind, other, match }].sort(better),
      );
    }
  }
  whole.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : better(a, b)));
  return { byExercise, whole, ignored };
}

const natural = new Intl.Collator('en', { numeric: true });

function better(a: Ranked, b: Ranked): number {
  return (
    a.match.rank - b.match.rank ||
    a.nesting - b.nesting ||
    Number(inExercises(b)) - Number(inExercises(a)) ||
    depth(a) - depth(b) ||
    b.order - a.order ||
    natural.compare(b.file.path, a.file.path) ||
    (a.file.path < b.file.path ? 1 : -1)
  );
}

const inExercises = ({ file }: Ranked) => /(^|\/)exercises\/(python\/)?[^/]*$/.test(file.path);
const depth = ({ file }: Ranked) => file.path.split('/').length;
