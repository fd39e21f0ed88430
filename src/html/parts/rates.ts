import { exerciseRates, type ExerciseRates } from '../facts/exercise-rates.ts';
import { scored } from '../facts/marks.ts';
import { html, type Html, type Piece } from '../html.ts';
import { exerciseId } from '../links.ts';
import { titleOf, type Scene } from '../scene.ts';
import type { Words } from '../words.ts';
import { bar } from './bar.ts';
import { table } from './table.ts';

/** How each exercise and each of its checks went. */
export function rates(scene: Scene): Html {
  const { say } = scene.words;
  const submissions = scored(scene.results);
  return html`<section class="panel" aria-labelledby="rates">
    <h2 id="rates">${say('html.rates')}</h2>
    <p class="quiet small">${say('html.rates.skipped-why')}</p>
    ${scene.results.exercises.map((info) => exercise(scene, exerciseRates(info, submissions)))}
  </section>`;
}

function exercise(scene: Scene, { info, answered, ...counts }: ExerciseRates): Html {
  const { words } = scene;
  const { say, of, number } = words;
  const title = titleOf(scene, info.name);
  const { passed, crashed, unanswered } = counts;
  return html`<h3 id="${exerciseId(info.name)}">${title}</h3>
    <p>${say('html.rates.summary', { answered, passed, crashed, unanswered })}</p>
    ${
      answered > 0 &&
      table(
        say('html.rates.caption', { exercise: title, answered }),
        [
          { title: say('html.rates.check') },
          { title: say('html.rates.points'), kind: 'n' },
          { title: say('html.rates.passed'), kind: 'n' },
          { title: say('html.rates.failed'), kind: 'n' },
          { title: say('html.rates.skipped'), kind: 'n' },
        ],
        counts.checks.map((check) => [
          check.sentences.map(of).join(' / '),
          number(check.info.points),
          rate(words, check.passed, answered),
          number(check.failed),
          number(check.skipped),
        ]),
      )
    }`;
}

function rate({ number, percent }: Words, count: number, total: number): Piece {
  const share = count / total;
  return html`<span class="rate">${bar(share)} ${number(count)} (${percent(share)})</span>`;
}
