import type { ExerciseResult, SubmissionResult } from '../../results/results.ts';
import { html, type Html } from '../html.ts';
import type { Words } from '../words.ts';

/** In a word, with a colour and a sign that say the same. */
export function exerciseMark({ say }: Words, result: ExerciseResult): Html {
  const { passed, broken, outcome } = result;
  if (broken) return html`<span class="mark wait">⚠ ${say('html.exercise.broken')}</span>`;
  if (passed) return html`<span class="mark good">✓ ${say('html.exercise.passed')}</span>`;
  const isAbsent = outcome === 'missing' || outcome === 'to-do';
  return isAbsent
    ? html`<span class="mark idle">– ${say(`html.exercise.${outcome}`)}</span>`
    : html`<span class="mark bad">✗ ${say(`html.exercise.${outcome}`)}</span>`;
}

export function submissionMark({ say }: Words, { outcome }: SubmissionResult): Html {
  const look = { graded: 'good', unreadable: 'bad', 'infra-error': 'wait' }[outcome];
  return html`<span class="mark ${look}">${say(`html.outcome.${outcome}`)}</span>`;
}
