import type { Language } from '../../messages/sentence.ts';
import type { Results, SubmissionResult } from '../../results/results.ts';
import { escapeHtml } from '../escape-html.ts';
import { feedbackOf, problemOf, toImprove, type ExerciseFeedback } from '../feedback.ts';

/** Moodle keeps a feedback comment as HTML: what is to be improved, exercise by exercise. */
export function feedbackHtml(
  results: Results,
  submission: SubmissionResult,
  language: Language,
): string {
  const problem = problemOf(submission, language);
  if (problem !== null) return `<p>${escapeHtml(problem)}</p>`;
  return feedbackOf(results, submission, language).map(exerciseHtml).join('');
}

function exerciseHtml(feedback: ExerciseFeedback): string {
  const { result, exercise, title } = feedback;
  const points = `${result.points}/${result.maxPoints}`;
  const head = `<p><strong>${escapeHtml(exercise)}</strong> ${escapeHtml(title)} — ${points}</p>`;
  const items = toImprove(feedback).map(
    ({ sentence, detail }) =>
      `<li>${[sentence, ...detail.split('\n')].map(escapeHtml).join('<br>')}</li>`,
  );
  return items.length === 0 ? head : `${head}<ul>${items.join('')}</ul>`;
}
