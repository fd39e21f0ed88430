import { placeId, type HandedIn, type Part } from '../facts/handed-in.ts';
import { html, type Html } from '../html.ts';
import type { Words } from '../words.ts';

/** A program with numbered lines; a notebook cell by cell, each with its number. */
export function listing(words: Words, file: HandedIn): Html {
  const { parts } = file;
  if (parts === null) return html`<p>${words.say('html.source.gone')}</p>`;
  if (parts.length === 0) return html`<p>${words.say('html.source.no-code')}</p>`;
  return html`${parts.map(
    (part) =>
      html`${
        part.cell !== null &&
        html`<p class="cell">
          <span class="unseen">${words.say('html.source.cell', { cell: part.cell })}</span
          ><span aria-hidden="true">[${part.cell}]</span>
        </p>`
      }${code(part, file)}`,
  )}`;
}

function code({ cell, lines }: Part, { shownWith, places }: HandedIn): Html {
  return html`<pre class="lines"><code>${lines.map((text, index) => {
    const id = placeId(shownWith, { cell, line: index + 1 });
    return html`<span${places.has(id) && html` id="${id}"`}>${`${text}\n`}</span>`;
  })}</code></pre>`;
}
