import type { SubmissionResult } from '../../results/results.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Scene } from '../scene.ts';
import { submissionMark } from './outcome.ts';

/** Whose the submission is and where it was read from. */
export function about({ words }: Scene, submission: SubmissionResult): Html {
  const { say, date } = words;
  const { identity, late, source, gradedAt, workspace } = submission;
  const facts: readonly (readonly [string, Piece | undefined])[] = [
    [say('html.about.outcome'), submissionMark(words, submission)],
    [say('html.about.members'), members(identity.members)],
    [say('html.about.email'), identity.email],
    [say('html.about.student-id'), identity.studentId],
    [say('html.about.moodle'), identity.moodleParticipant],
    [say('html.about.canvas'), identity.canvasUserId ?? identity.canvasAnonymousId],
    [say('html.about.gradescope'), identity.gradescopeSubmissionId],
    [say('html.about.github'), identity.githubLogin],
    [say('html.about.late'), late === null ? undefined : say(late ? 'html.yes' : 'html.no')],
    [say('html.about.source'), html`<code>${source}</code>`],
    [say('html.about.graded-at'), date(gradedAt)],
    [say('html.about.workspace'), workspace === null ? undefined : html`<code>${workspace}</code>`],
  ];
  return html`<section class="panel" aria-labelledby="about">
    <h2 id="about">${say('html.about')}</h2>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          value !== undefined &&
          value !== '' &&
          html`<dt>${name}</dt>
            <dd><bdi>${value}</bdi></dd>`,
      )}
    </dl>
  </section>`;
}

function members(list: SubmissionResult['identity']['members']): string | undefined {
  return list
    ?.map(({ name, email, studentId }) =>
      [name, email, studentId].filter((fact) => fact !== undefined && fact !== '').join(', '),
    )
    .join('; ');
}
