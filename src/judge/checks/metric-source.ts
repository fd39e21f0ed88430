import { message, type Message } from '../../messages/sentence.ts';
import type { ModelFact, RunFact, Scores, Snapshot } from '../snapshot.ts';

/** Logged metrics and recomputed ones may differ by this much: rounding to four digits is fine. */
const TOLERANCE = 5e-4;
/** So much above what the model reaches, a score is seldom that of the test rows. */
const FAR_ABOVE = 0.02;

/** The two of a model's scores that an exercise may ask for. */
export type ScoreKind = 'scores' | 'scaledScores';

export function isSameScore(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE;
}

/**
 * Where a logged metric most likely comes from that is not the logged model's: another score of that model, the model of
 * another run, the training rows. What to try then; undefined where nothing speaks for any.
 */
export function sourceHint(
  { runs }: Snapshot,
  run: RunFact,
  model: ModelFact,
  key: keyof Scores,
  kind: ScoreKind,
): Message | undefined {
  const logged = run.metrics[key];
  const scores = model[kind];
  if (logged === undefined || scores === null) return undefined;
  const values = { key, logged: logged.toFixed(4) };
  const other = KEYS.find((name) => name !== key && isSameScore(logged, scores[name]));
  if (other !== undefined) return message('honest.swapped.hint', { ...values, other });
  const owner = runs.find(({ id, models }) => {
    const isOf = (found: ModelFact) => isSameScore(logged, found[kind]?.[key] ?? Number.NaN);
    return id !== run.id && models.some(isOf);
  });
  if (owner !== undefined) return message('honest.elsewhere.hint', { ...values, run: owner.name });
  return logged - scores[key] > FAR_ABOVE ? message('honest.above.hint', { key }) : undefined;
}

const KEYS = ['accuracy', 'precision', 'recall', 'f1'] as const;
