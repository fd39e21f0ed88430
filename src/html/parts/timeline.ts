import { place } from '../../messages/place.ts';
import type { ExerciseResult, Place, RequestLine } from '../../results/results.ts';
import { timeSpent, type Activity } from '../facts/time-spent.ts';
import { html, type Html, type Piece } from '../html.ts';
import { titleOf, type Scene } from '../scene.ts';
import { cut } from '../visible.ts';
import type { Words } from '../words.ts';
import { table } from './table.ts';

const ROWS = 200;
const LONGEST_PATH = 300;
const WIDTH = 600;
const FILLS: readonly (readonly [Activity, string])[] = [
  ['own', 'fill'],
  ['read', 'fill-2'],
  ['write', 'fill-3'],
  ['files', 'fill-4'],
];

/** What the submission asked of MLflow, and where its time went. */
export function timeline(scene: Scene, result: ExerciseResult): Html {
  const { words } = scene;
  const { say, duration, size } = words;
  const lines = result.timeline;
  if (lines.length === 0) return html`<p class="quiet">${say('html.timeline.none')}</p>`;
  const isPlaced = lines.some(({ origin }) => origin !== undefined);
  const begun = Math.min(...lines.map(({ at }) => at));
  const row = (line: RequestLine): Piece[] => [
    duration(line.at - begun),
    html`<code>${line.method}</code>`,
    html`<code>${cut(line.path, LONGEST_PATH)}</code>`,
    html`<span class="${line.status >= 400 ? 'bad' : ''}">${line.status}</span>`,
    size(line.requestBytes),
    size(line.responseBytes),
    duration(line.durationMs),
    ...(isPlaced ? [line.origin === undefined ? '' : where(words, line.origin)] : []),
  ];
  const more = lines.length - ROWS;
  return html`${timeBar(scene, result)}
    <details>
      <summary>${say('html.timeline', { count: lines.length })}</summary>
      ${table(
        say('html.timeline.caption', { exercise: titleOf(scene, result.exercise) }),
        [
          { title: say('html.timeline.at'), kind: 'n' },
          { title: say('html.timeline.method') },
          { title: say('html.timeline.path'), kind: 'w' },
          { title: say('html.timeline.status'), kind: 'n' },
          { title: say('html.timeline.sent'), kind: 'n' },
          { title: say('html.timeline.received'), kind: 'n' },
          { title: say('html.timeline.took'), kind: 'n' },
          ...(isPlaced ? [{ title: say('html.timeline.origin'), kind: 'c' as const }] : []),
        ],
        lines.slice(0, ROWS).map(row),
      )}${more > 0 && html`<p class="quiet">${say('html.timeline.more', { count: more })}</p>`}${
        result.snapshot !== null &&
        html`<p class="quiet small">${say('html.timeline.snapshot', { path: result.snapshot })}</p>`
      }
    </details>`;
}

function where({ say }: Words, { cell, line }: Place): string {
  const { key, values } = place(cell, line);
  return say(key, values);
}

function timeBar({ words }: Scene, { timeline, durationMs }: ExerciseResult): Html | null {
  const { say, duration, percent } = words;
  if (durationMs === null || durationMs === 0) return null;
  const spent = timeSpent(timeline, durationMs);
  const total = spent.own + spent.read + spent.write + spent.files;
  let x = 0;
  const parts = FILLS.map(([activity, fill]) => {
    const ms = spent[activity];
    const width = (WIDTH * ms) / total;
    const left = x;
    x += width;
    return {
      fill,
      text: say(`html.time.${activity}`, { duration: duration(ms), percent: percent(ms / total) }),
      rect: html`<rect
        class="${fill}"
        x="${left.toFixed(1)}"
        width="${width.toFixed(1)}"
        height="16"
      />`,
    };
  });
  const text = say('html.time', { parts: parts.map((part) => part.text).join(', ') });
  return html`<svg viewBox="0 0 ${WIDTH} 16" width="${WIDTH}" role="img" aria-label="${text}">
      ${parts.map(({ rect }) => rect)}
    </svg>
    <ul class="key small" aria-hidden="true">
      ${parts.map(
        ({ fill, text }) =>
          html`<li>
            <svg width="12" height="12"><rect class="${fill}" width="12" height="12" /></svg>${text}
          </li>`,
      )}
    </ul>`;
}
