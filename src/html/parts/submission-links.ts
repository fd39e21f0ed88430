import type { SubmissionResult } from '../../results/results.ts';
import { html, type Html } from '../html.ts';
import type { Scene } from '../scene.ts';
import { cut } from '../visible.ts';

const LONGEST_NAME = 100;
/** More than these would be no reading. */
const SHOWN = 60;

/** A stranger's name: its direction stays its own. */
export function nameOf({ name, id }: SubmissionResult): Html {
  return html`<bdi>${shortName(name.trim() === '' ? id : name)}</bdi>`;
}

/** @returns text for places without markup */
export function shortName(name: string): string {
  return cut(name, LONGEST_NAME);
}

export function linkTo(scene: Scene, submission: SubmissionResult, exercise?: string): Html {
  return html`<a href="${scene.links.submission(submission.id, exercise)}"
    >${nameOf(submission)}</a
  >`;
}

/** Folded: how many, then who. */
export function whoList(
  scene: Scene,
  submissions: readonly SubmissionResult[],
  exercise?: string,
): Html {
  const { say } = scene.words;
  const more = submissions.length - SHOWN;
  return html`<details class="inline">
    <summary>${say('html.submissions', { count: submissions.length })}</summary>
    <ul>
      ${submissions
        .slice(0, SHOWN)
        .map((submission) => html`<li>${linkTo(scene, submission, exercise)}</li>`)}${
        more > 0 && html`<li>${say('html.more', { count: more })}</li>`
      }
    </ul>
  </details>`;
}
