import { html, type Html } from '../html.ts';

export interface Listing {
  readonly html: Html;
  /** Whether the text went on. */
  readonly isCut: boolean;
}

const LINES = 1500;
const CHARACTERS = 100_000;

/** A program with numbered lines; as far as it can be read with pleasure. */
export function listing(source: string): Listing {
  const lines = source.slice(0, CHARACTERS).split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  const shown = lines.slice(0, LINES);
  return {
    html: html`<pre class="lines"><code>${shown.map(
      (line) => html`<span>${`${line}\n`}</span>`,
    )}</code></pre>`,
    isCut: source.length > CHARACTERS || lines.length > LINES,
  };
}
