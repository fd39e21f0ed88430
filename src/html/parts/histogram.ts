import { distribution, scored } from '../facts/marks.ts';
import { html, type Html } from '../html.ts';
import type { Scene } from '../scene.ts';
import { table } from './table.ts';

const WIDTH = 640;
const HEIGHT = 200;
/** Room for the counts above and the percents below. */
const TOP = 24;
const BOTTOM = 26;

/** How many submissions got which part of the points. */
export function histogram(scene: Scene): Html {
  const { say, number, percent } = scene.words;
  const marks = distribution(scored(scene.results));
  const head = html`<h2 id="distribution">${say('html.distribution')}</h2>`;
  if (marks === null) {
    return html`<section class="panel" aria-labelledby="distribution">
      ${head}
      <p>${say('html.distribution.empty')}</p>
    </section>`;
  }
  const step = 100 / marks.bins.length;
  const bins = marks.bins.map((count, index) => ({
    count,
    from: index * step,
    to: (index + 1) * step,
  }));
  const text = say('html.distribution.text', {
    count: marks.count,
    mean: number(marks.mean, 1),
    median: number(marks.median, 1),
    max: scene.results.submissions[0]?.maxPoints ?? 0,
    bins: bins
      .filter(({ count }) => count > 0)
      .map(({ from, to, count }) => say('html.distribution.bin', { from, to, count }))
      .join(', '),
  });
  const most = Math.max(...marks.bins);
  const width = WIDTH / bins.length;
  const bars = bins.map(({ count, from }, index) => {
    const height = ((HEIGHT - TOP - BOTTOM) * count) / most;
    const x = index * width;
    const y = HEIGHT - BOTTOM - height;
    return html`<rect
        class="fill"
        x="${x + 4}"
        y="${y.toFixed(1)}"
        width="${width - 8}"
        height="${height.toFixed(1)}"
        rx="3"
      />${
        count > 0 &&
        html`<text x="${x + width / 2}" y="${(y - 6).toFixed(1)}" text-anchor="middle"
          >${number(count)}</text
        >`
      }<text x="${x}" y="${HEIGHT - 8}" ${index === 0 ? html`` : html` text-anchor="middle"`}
        >${from}</text
      >`;
  });
  return html`<section class="panel" aria-labelledby="distribution">
    ${head}
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" role="img" aria-label="${text}">
      ${bars}
      <text x="${WIDTH}" y="${HEIGHT - 8}" text-anchor="end">${percent(1)}</text>
      <line class="axis" x1="0" x2="${WIDTH}" y1="${HEIGHT - BOTTOM}" y2="${HEIGHT - BOTTOM}" />
    </svg>
    <details>
      <summary>${say('html.distribution.table')}</summary>
      ${table(
        say('html.distribution'),
        [
          { title: say('html.distribution.range') },
          { title: say('html.distribution.count'), kind: 'n' },
        ],
        bins.map(({ from, to, count }) => [`${from}–${to} %`, number(count)]),
      )}
    </details>
  </section>`;
}
