import type { SubmissionResult } from '../../results/results.ts';
import { html, type Html, type Piece } from '../html.ts';
import { exerciseId } from '../links.ts';
import { numberOf, titleOf, type Scene } from '../scene.ts';
import { nameOf } from './submission-links.ts';
import { submissionMark } from './outcome.ts';
import { table, type Column } from './table.ts';

/** Every submission of the class in a row. */
export function submissionsTable(scene: Scene): Html {
  const { say } = scene.words;
  const { exercises, submissions } = scene.results;
  const isMeasured = submissions.some((one) => largestMemory(one) !== null);
  const columns: Column[] = [
    { title: say('html.table.name') },
    { title: say('html.table.mark'), kind: 'n' },
    ...exercises.map(({ name }): Column => {
      const title = html`<a href="#${exerciseId(name)}" title="${titleOf(scene, name)}"
        >${numberOf(name)}</a
      >`;
      return { title, kind: 'n' };
    }),
    { title: say('html.table.time'), kind: 'n' },
    ...(isMeasured ? [{ title: say('html.table.memory'), kind: 'n' } as const] : []),
  ];
  const rows = submissions.map((submission) => [
    html`<a href="${scene.links.submission(submission.id)}">${nameOf(submission)}</a>${
        submission.outcome !== 'graded' && html` ${submissionMark(scene.words, submission)}`
      }${submission.late === true && html` <span class="mark wait">${say('html.late')}</span>`}`,
    markOf(scene, submission),
    ...exercises.map(({ name }) => exerciseCell(scene, submission, name)),
    timeOf(scene, submission),
    ...(isMeasured ? [memoryOf(scene, submission)] : []),
  ]);
  return html`<section class="panel" aria-labelledby="submissions">
    <h2 id="submissions">${say('html.table')}</h2>
    <p class="quiet small">${say('html.table.key')}</p>
    ${table(say('html.table.caption'), columns, rows)}
  </section>`;
}

function markOf({ words }: Scene, { points, maxPoints: max }: SubmissionResult): Piece {
  return points === null
    ? html`<span class="wait">${words.say('html.unscored')}</span>`
    : html`<strong>${words.say('html.points', { points, max })}</strong>`;
}

function exerciseCell({ words }: Scene, { exercises }: SubmissionResult, name: string): Piece {
  const { say, number } = words;
  const result = exercises.find(({ exercise }) => exercise === name);
  if (result === undefined) return say('html.none');
  const { broken, passed, outcome, points } = result;
  if (broken)
    return html`<span class="wait"
      >⚠<span class="unseen"> ${say('html.exercise.broken')}</span></span
    >`;
  if (passed)
    return html`<span class="good"
      >${signed('✓', say('html.exercise.passed'), number(points))}</span
    >`;
  if (outcome === 'missing' || outcome === 'to-do') {
    return html`<span class="quiet"
      ><span aria-hidden="true">${outcome === 'missing' ? '–' : '·'}</span
      ><span class="unseen">${say(`html.exercise.${outcome}`)}</span></span
    >`;
  }
  if (outcome === 'graded') return number(points);
  const why = say(`html.exercise.${outcome}`);
  return html`<span class="bad" title="${why}">${signed('✗', why, number(points))}</span>`;
}

/** Points with a sign before them, which is read out as its word. */
function signed(sign: string, word: string, points: string): Html {
  return html`<span aria-hidden="true">${sign} </span
    ><span class="unseen">${word} </span>${points}`;
}

function timeOf({ words }: Scene, { exercises }: SubmissionResult): string {
  const times = exercises.flatMap(({ durationMs }) => durationMs ?? []);
  if (times.length === 0) return words.say('html.none');
  return words.duration(times.reduce((sum, time) => sum + time, 0));
}

function memoryOf({ words }: Scene, submission: SubmissionResult): string {
  const size = largestMemory(submission);
  return size === null ? words.say('html.none') : words.size(size);
}

function largestMemory({ exercises }: SubmissionResult): number | null {
  const sizes = exercises.flatMap(({ memoryBytes }) => memoryBytes ?? []);
  return sizes.length === 0 ? null : Math.max(...sizes);
}
