import type { CheckFact, ExerciseResult, Place } from '../../results/results.ts';
import { placeId, type HandedIn } from '../facts/handed-in.ts';
import { html, type Html } from '../html.ts';
import type { Words } from '../words.ts';

const LOOKS = {
  passed: { look: 'good', sign: '✓' },
  failed: { look: 'bad', sign: '✗' },
  skipped: { look: 'idle', sign: '…' },
  broken: { look: 'wait', sign: '⚠' },
} as const;

/** Each check with its verdict and its evidence. */
export function checkList(words: Words, { checks }: ExerciseResult, file: HandedIn): Html {
  return html`<ul class="checks">
    ${checks.map((check) => item(words, check, checks, file))}
  </ul>`;
}

function item(words: Words, check: CheckFact, checks: readonly CheckFact[], file: HandedIn): Html {
  const { say, of } = words;
  const { outcome, points, maxPoints: max, message, hint, brokenBecause, at } = check;
  const { look, sign } = LOOKS[outcome];
  const first = checks.find(({ id }) => id === check.blockedBy);
  return html`<li>
    <span
      ><span class="mark ${look}"
        ><span aria-hidden="true">${sign}</span> ${say(`html.check.${outcome}`)}</span
      ></span
    ><span class="what">${of(check.sentence)}</span
    ><span>${say('html.points', { points, max })}</span>${
      message !== null && html`<p class="said">${of(message)}</p>`
    }${at !== undefined && html`<p class="said">${placeLink(at, of(at.sentence), file)}</p>`}${hint !== null && html`<p class="quiet">${say('html.hint', { hint: of(hint) })}</p>`}${
      check.blockedBy !== null &&
      html`<p class="quiet">
        ${say('html.blocked', { check: first === undefined ? check.blockedBy : of(first.sentence) })}
      </p>`
    }${
      brokenBecause !== null &&
      html`<p class="quiet">${say('html.broken-because', { error: brokenBecause })}</p>`
    }
  </li> `;
}

/** Leads to the line, where it is shown. */
function placeLink(at: Place, text: string, { shownWith, places }: HandedIn): Html | string {
  const id = placeId(shownWith, at);
  return places.has(id) ? html`<a href="#${id}">${text}</a>` : text;
}
