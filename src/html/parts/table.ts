import { html, type Html, type Piece } from '../html.ts';

export interface Column {
  readonly title: Piece;
  /** `n` for numbers, `w` for long text, `c` for what must not break. */
  readonly kind?: 'n' | 'w' | 'c';
}

/**
 * A table that scrolls by itself where it is too wide, by keyboard too. The first cell of each row is its
 * heading.
 */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Piece[])[],
): Html {
  return html`<div class="scroll" role="group" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ title, kind = '' }) => html`<th scope="col" class="${kind}">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([heading = null, ...cells]) =>
            html`<tr>
              <th scope="row" class="${columns[0]?.kind ?? ''}">${heading}</th>
              ${cells.map((cell, index) => html`<td class="${columns[index + 1]?.kind ?? ''}">${cell}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}
