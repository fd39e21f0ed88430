import { visible } from './visible.ts';

const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup of ours. Only this file makes it, so no text of a stranger, of whatever shape, passes for it. */
export class Html {
  readonly #text: string;
  private constructor(text: string) {
    this.#text = text;
  }

  static of(strings: readonly string[], pieces: readonly Piece[]): Html {
    let text = strings[0] ?? '';
    for (const [index, piece] of pieces.entries())
      text += render(piece) + (strings[index + 1] ?? '');
    return new Html(text);
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template: text and numbers are escaped, nothing is left out. */
export type Piece = string | number | Html | null | false | readonly Piece[];

/**
 * Markup with values put in, each escaped for text and for attributes in double quotes. A list is put in one
 * after the other; null and false are nothing.
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const known = dense.get(strings) ?? strings.map((text) => text.replaceAll(/\n\s+/g, '\n'));
  dense.set(strings, known);
  return Html.of(known, pieces);
}

/** Templates without the indentation that they have in our sources. */
const dense = new WeakMap<TemplateStringsArray, readonly string[]>();

/** A style sheet of ours, put in as it is: in it, quotes and `>` are no markup. */
export function styleElement(css: string): Html {
  if (css.includes('<')) throw new TypeError('a style sheet cannot hold a <');
  return Html.of([`<style>${css}</style>`], []);
}

function render(piece: Piece): string {
  if (piece === null || piece === false) return '';
  if (piece instanceof Html) return piece.toString();
  if (typeof piece === 'object') return piece.map(render).join('');
  return visible(String(piece)).replace(/[&<>"']/g, (character) => MARKUP[character] ?? '');
}
