import { html, type Html } from '../html.ts';

/** How much of a whole, beside the number that says it. @param share from 0 to 1 */
export function bar(share: number): Html {
  return html`<svg width="80" height="10" viewBox="0 0 80 10" aria-hidden="true">
    <rect class="track" width="80" height="10" rx="2" />
    <rect class="fill" width="${(80 * share).toFixed(1)}" height="10" rx="2" />
  </svg>`;
}
