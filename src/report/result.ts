import type { Bilingual, Sentence } from '../messages/sentence.ts';
import type { Verdict } from '../judge/judge.ts';

/** What a report says of one exercise. */
export type ExerciseResult =
  | {
      readonly kind: 'to-do';
      readonly exercise: string;
      readonly title: Bilingual;
      readonly maxPoints: number;
    }
  | {
      readonly kind: 'graded';
      readonly exercise: string;
      readonly title: Bilingual;
      readonly verdict: Verdict;
      /** What happened to the execution itself, when it did not complete. */
      readonly trouble: Sentence | null;
      readonly notes: readonly Sentence[];
      /** Address of the run, or of the experiment, in MLflow's UI. */
      readonly url: string | null;
      /** What the submission printed. */
      readonly output: string;
    };
