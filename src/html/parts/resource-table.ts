import { resources, type Measured } from '../facts/resources.ts';
import { html, type Html } from '../html.ts';
import { titleOf, type Scene } from '../scene.ts';
import { linkTo } from './submission-links.ts';
import { table, type Column } from './table.ts';

/** What running the answers took, by exercise. */
export function resourceTable(scene: Scene): Html {
  const { say, duration, size, number } = scene.words;
  const facts = resources(scene.results);
  const isMeasured = facts.some(({ memory }) => memory !== null);
  const who = (
    { submission, value }: Measured,
    exercise: string | null,
    text: (n: number) => string,
  ) => html`${text(value)}<br />${linkTo(scene, submission, exercise ?? undefined)}`;
  const columns: Column[] = [
    { title: say('html.mistakes.exercise') },
    { title: say('html.resources.answers'), kind: 'n' },
    { title: say('html.resources.median'), kind: 'n' },
    { title: say('html.resources.slowest') },
    { title: say('html.resources.limit'), kind: 'n' },
    ...(isMeasured
      ? [
          { title: say('html.resources.memory'), kind: 'n' } as const,
          { title: say('html.resources.largest') },
        ]
      : []),
  ];
  const rows = facts.map(({ exercise, answers, medianMs, slowest, limitMs, memory }) => [
    exercise === null ? say('html.resources.several') : titleOf(scene, exercise),
    number(answers),
    duration(medianMs),
    who(slowest, exercise, duration),
    limitMs === null ? say('html.none') : duration(limitMs),
    ...(isMeasured
      ? memory === null
        ? [say('html.not-measured'), say('html.none')]
        : [size(memory.medianBytes), who(memory.largest, exercise, size)]
      : []),
  ]);
  return html`<section class="panel" aria-labelledby="resources">
    <h2 id="resources">${say('html.resources')}</h2>
    ${
      rows.length === 0
        ? html`<p>${say('html.resources.none')}</p>`
        : table(say('html.resources.caption'), columns, rows)
    }
  </section>`;
}
