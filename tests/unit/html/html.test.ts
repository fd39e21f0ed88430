import { describe, expect, test } from 'vitest';
import { html, styleElement } from '../../../src/html/html.ts';
import { linksFrom, webAddress } from '../../../src/html/links.ts';
import { cut, visible } from '../../../src/html/visible.ts';
import { HONEST, HOSTILE } from './hostile-texts.ts';

describe('a template', () => {
  test.for(Object.entries(HOSTILE))('makes %s text and nothing else', ([, text]) => {
    const markup = html`<p title="${text}">${text}</p>`.toString();
    const inside = /^<p title="([^"]*)">([^]*)<\/p>$/.exec(markup);
    expect(inside?.slice(1).join('')).not.toMatch(/[<>"']/);
    expect(markup).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  });

  test('puts in markup of ours, lists and numbers; null and false are nothing', () => {
    const items = ['a', '&'].map((item) => html`<li>${item}</li>`);
    const markup = html`${items}${null}${false}${3}${0}${''}`.toString();
    expect(markup).toBe('<li>a</li><li>&amp;</li>30');
  });

  test('takes no object of a stranger for markup', () => {
    const forged = JSON.parse('{"text":"<b>","toString":"<b>"}');
    expect(() => html`${forged}`.toString()).toThrow(TypeError);
  });

  test('leaves an ampersand of a name as it was typed', () => {
    expect(html`${'&lt;b&gt; & co'}`.toString()).toBe('&amp;lt;b&amp;gt; &amp; co');
  });

  test('a style sheet that could end its element is refused', () => {
    expect(() => styleElement('</style><script>')).toThrow(TypeError);
  });
});

describe('what hides', () => {
  test.for([
    ['turns the direction around', HOSTILE.bidi, 'Marie ⟨U+202E⟩gpj.exe⟨U+202C⟩ Dupont'],
    ['has no width', HOSTILE.invisible, 'Ma⟨U+200B⟩rie⟨U+00AD⟩⟨U+E0041⟩⟨U+FEFF⟩'],
    [
      'controls a terminal',
      HOSTILE.control,
      'a⟨U+0000⟩b⟨U+001B⟩[31mred⟨U+001B⟩[0m⟨U+0007⟩⟨U+0085⟩⟨U+000D⟩c',
    ],
    ['is half of a character', HOSTILE.half, 'half ⟨U+D800⟩ of a character'],
    ['annotates', HOSTILE.annotated, 'a⟨U+FFF9⟩b⟨U+FFFB⟩c'],
    ['is a letter without ink', HOSTILE.filler, 'a⟨U+3164⟩b'],
    ['joins letters', 'ma\u200Drie', 'ma⟨U+200D⟩rie'],
  ] as const)('is shown where it %s', ([, text, shown]) => {
    expect(visible(text)).toBe(shown);
  });

  test.for(Object.entries(HONEST))('is not taken from %s', ([, text]) => {
    expect(visible(text)).toBe(text);
  });

  test('lines and tabs stay, line breaks of Windows are line breaks', () => {
    expect(visible('a\r\n\tb\n')).toBe('a\n\tb\n');
  });
});

test('a cut leaves no half of a character', () => {
  expect(cut('ab👍', 3)).toBe('ab…');
  expect(cut('ab', 2)).toBe('ab');
});

describe('links', () => {
  test('lead from page to page without leaving the folder', () => {
    const links = linksFrom('fr/submissions/eric.html', 'fr');
    expect([
      links.classPage(),
      links.classPage('en'),
      links.submission('zoé #1', '07-x'),
      links.submission('eric', undefined, 'en'),
      links.outFile('submissions/eric/07-x/figure-1.png'),
    ]).toEqual([
      '../index.html',
      '../../en/index.html',
      'zo%C3%A9%20%231.html#exercise-07-x',
      '../../en/submissions/eric.html',
      '../../../submissions/eric/07-x/figure-1.png',
    ]);
  });

  test.for([
    ['http://127.0.0.1:5000/#/experiments/1/runs/r1?workspace=a', true],
    ['https://mlflow.example.org/', true],
    ['javascript:alert(1)', false],
    [' JavaScript:alert(1)', false],
    ['data:text/html,<script>', false],
    ['file:///etc/passwd', false],
    ['//host/x', false],
    [null, false],
  ] as const)('%s leads to MLflow: %s', ([url, isKept]) => {
    expect(webAddress(url) !== null).toBe(isKept);
  });
});
