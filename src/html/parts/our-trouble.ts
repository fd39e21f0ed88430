import { isTroubled } from '../facts/marks.ts';
import { html, type Html } from '../html.ts';
import { numberOf, type Scene } from '../scene.ts';
import { linkTo } from './submission-links.ts';

/** What went wrong on our side, apart from every mark; nothing when nothing did. */
export function ourTrouble(scene: Scene): Html | null {
  const { say, of } = scene.words;
  const troubled = scene.results.submissions.filter(isTroubled);
  if (troubled.length === 0) return null;
  const items = troubled.map((submission) => {
    const broken = submission.exercises.filter((result) => result.broken);
    const exercises = broken.map(({ exercise }) => numberOf(exercise)).join(', ');
    const why =
      submission.problem === null
        ? say('html.trouble.broken', { exercises })
        : of(submission.problem);
    return html`<li>${linkTo(scene, submission)} – ${why}</li>`;
  });
  return html`<section class="panel" aria-labelledby="trouble">
    <h2 id="trouble">${say('html.trouble')}</h2>
    <p class="notice">${say('html.trouble.why')}</p>
    <ul>
      ${items}
    </ul>
  </section>`;
}
