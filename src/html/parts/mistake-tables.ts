import { mistakes } from '../facts/mistakes.ts';
import { wrongNames } from '../facts/wrong-names.ts';
import { html, type Html } from '../html.ts';
import { titleOf, type Scene } from '../scene.ts';
import { cut } from '../visible.ts';
import { whoList } from './submission-links.ts';
import { table } from './table.ts';

const ROWS = 15;
const MESSAGES = 3;
const LONGEST_NAME = 200;

/** The checks that most submissions failed, with what they were told. */
export function commonMistakes(scene: Scene): Html {
  const { say, of, number } = scene.words;
  const rows = mistakes(scene.results)
    .slice(0, ROWS)
    .map(({ exercise, sentences, submissions, messages }) => {
      const more = messages.length - MESSAGES;
      return [
        sentences.map(of).join(' / '),
        titleOf(scene, exercise),
        number(submissions.length),
        html`<ul class="plain">
          ${messages
            .slice(0, MESSAGES)
            .map(
              ({ message, count }) =>
                html`<li>
                  ${count > 1 && html`<strong>${say('html.times', { count })}</strong> `}${of(message)}
                </li>`,
            )}${more > 0 && html`<li class="quiet">${say('html.more', { count: more })}</li>`}
        </ul>`,
        whoList(scene, submissions, exercise),
      ];
    });
  return html`<section class="panel" aria-labelledby="mistakes">
    <h2 id="mistakes">${say('html.mistakes')}</h2>
    ${
      rows.length === 0
        ? html`<p>${say('html.mistakes.none')}</p>`
        : table(
            say('html.mistakes.caption'),
            [
              { title: say('html.mistakes.check') },
              { title: say('html.mistakes.exercise') },
              { title: say('html.mistakes.count'), kind: 'n' },
              { title: say('html.mistakes.messages'), kind: 'w' },
              { title: say('html.mistakes.who'), kind: 'c' },
            ],
            rows,
          )
    }
  </section>`;
}

/** The names that were found where another was asked for. */
export function commonWrongNames(scene: Scene): Html {
  const { say, number } = scene.words;
  const rows = wrongNames(scene.results)
    .slice(0, ROWS)
    .map(({ exercise, kind, expected, found, submissions }) => [
      html`<code>${expected}</code>`,
      html`<code>${cut(found, LONGEST_NAME)}</code>`,
      say(`html.kind.${kind}`),
      titleOf(scene, exercise),
      number(submissions.length),
      whoList(scene, submissions, exercise),
    ]);
  return html`<section class="panel" aria-labelledby="names">
    <h2 id="names">${say('html.names')}</h2>
    ${
      rows.length === 0
        ? html`<p>${say('html.names.none')}</p>`
        : table(
            say('html.names.caption'),
            [
              { title: say('html.names.expected') },
              { title: say('html.names.found') },
              { title: say('html.names.kind') },
              { title: say('html.mistakes.exercise') },
              { title: say('html.mistakes.count'), kind: 'n' },
              { title: say('html.mistakes.who'), kind: 'c' },
            ],
            rows,
          )
    }
  </section>`;
}
