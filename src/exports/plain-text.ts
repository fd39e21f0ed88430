import { stripVTControlCharacters } from 'node:util';

/** Stands where a character was that could move a cursor, turn the direction of text, or break a format. */
const REMOVED = '\u{FFFD}';
/**
 * Control and format characters (bidirectional overrides, zero-width marks, byte order marks, tags), line and
 * paragraph separators, code points that XML forbids. The joiners stay: emoji and several scripts need them.
 */
const UNSAFE = /(?!\u200C|\u200D|\t|\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;

/** A stranger's text as several lines of plain text, cut at `limit` characters. */
export function plainLines(text: string, limit = 10_000): string {
  // Cut before and after: what is removed is not worth looking through, and escapes may be long.
  const start = text.slice(0, limit * 2);
  const lines = stripVTControlCharacters(start)
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(UNSAFE, REMOVED);
  return cut(lines, limit, text.length > start.length);
}

/** A stranger's text as one line of plain text. */
export function oneLine(text: string, limit = 500): string {
  return cut(
    plainLines(text, limit * 2)
      .replaceAll(/[\t\n ]+/g, ' ')
      .trim(),
    limit,
    false,
  );
}

function cut(text: string, limit: number, isCutAlready: boolean): string {
  if (text.length <= limit) return isCutAlready ? `${text}…` : text;
  return `${text.slice(0, limit - 1).toWellFormed()}…`;
}
