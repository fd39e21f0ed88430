import { distribution, isTroubled, scored } from '../facts/marks.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Scene } from '../scene.ts';

/** The class in a few numbers. */
export function summary({ results, words }: Scene): Html {
  const { say, number } = words;
  const { submissions } = results;
  const marks = distribution(scored(results));
  const max = submissions[0]?.maxPoints ?? 0;
  const of = html` <small>${say('html.summary.of', { max })}</small>`;
  const graded = submissions.filter(({ outcome }) => outcome === 'graded').length;
  const unreadable = submissions.filter(({ outcome }) => outcome === 'unreadable').length;
  const tiles: readonly (readonly [string, Piece])[] = [
    [say('html.summary.submissions'), number(submissions.length)],
    [say('html.summary.graded'), number(graded)],
    [say('html.summary.unreadable'), number(unreadable)],
    [say('html.summary.trouble'), number(submissions.filter(isTroubled).length)],
    ...(marks === null
      ? []
      : [
          [say('html.summary.mean'), [number(marks.mean, 1), of]] as const,
          [say('html.summary.median'), [number(marks.median, 1), of]] as const,
          [say('html.summary.full'), number(marks.full)] as const,
        ]),
  ];
  return html`<section class="panel" aria-labelledby="summary">
    <h2 id="summary">${say('html.summary')}</h2>
    <dl class="tiles">
      ${tiles.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
