import type { Bilingual, Hint } from '../messages/sentence.ts';
import type { Check } from './check.ts';
import type { FromPython } from './python-values.ts';

/** What the grader puts into MLflow before the submission runs. */
export type Arrangement = 'nothing' | 'competitor-runs' | 'competitor-models' | 'registered-model';

export interface Grader {
  /** `NN-name`, the same in exercises/, solutions/ and graders/. */
  readonly name: string;
  readonly title: Bilingual;
  /** From a nudge over a pointer to an example; shown one at a time. */
  readonly hints: readonly [Hint, Hint, Hint];
  readonly arrange: Arrangement;
  /** Whether it asks for a served model: what serving needs is then made ready before the submission runs. */
  readonly serves: boolean;
  /** Whether it asks for the workshop's model to be registered: exercises of the same file load that one. */
  readonly registers?: boolean;
  /** Wall-clock limit of the submission, in milliseconds. */
  readonly timeoutMs: number;
  /** Whether a Python program, without its comments, has something to do with this, whatever it names its run. */
  readonly isIn?: (program: string) => boolean;
  /** What stands for the returned value where Python was handed in; nothing when absent. */
  readonly fromPython?: FromPython;
  readonly checks: readonly Check[];
}

type GraderDefinition = Omit<Grader, 'arrange' | 'serves' | 'timeoutMs'> &
  Partial<Pick<Grader, 'arrange' | 'serves' | 'timeoutMs'>>;

/** Completes a grader with the defaults: nothing arranged or served, two minutes. */
export function defineGrader(definition: GraderDefinition): Grader {
  return { arrange: 'nothing', serves: false, timeoutMs: 120_000, ...definition };
}
