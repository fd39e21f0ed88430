import { createHash } from 'node:crypto';
import { html, styleElement, type Html, type Piece } from './html.ts';
import { STYLE } from './style.ts';
import type { Words } from './words.ts';

export interface Shell {
  readonly words: Words;
  readonly title: string;
  /** Links to other pages. */
  readonly navigation: readonly Piece[];
  /** Address of the same page in the other language. */
  readonly otherLanguage: string;
  readonly main: Piece;
  readonly footer: Piece;
}

/** Nothing runs, nothing is fetched; the one style sheet is known by its hash, figures lie beside the page. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "img-src 'self' file:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A whole page. */
export function shell({ words, title, navigation, otherLanguage, main, footer }: Shell): Html {
  const other = words.language === 'fr' ? 'en' : 'fr';
  return html`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${styleElement(STYLE)}
      </head>
      <body>
        <a class="skip" href="#main">${words.say('html.skip')}</a>
        <header>
          <nav aria-label="${words.say('html.around')}">
            <ul>
              ${navigation.map((link) => html`<li>${link}</li>`)}
              <li>
                <a href="${otherLanguage}" hreflang="${other}" lang="${other}"
                  >${words.say('html.language')}</a
                >
              </li>
            </ul>
          </nav>
        </header>
        <main id="main" tabindex="-1">${main}</main>
        <footer>${footer}</footer>
      </body>
    </html> `;
}
