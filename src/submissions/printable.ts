const LONGEST = 120;
/**
 * Control characters, line breaks, halves of a character and the marks that turn the direction of text around. The
 * joiners stay: emoji and several scripts need them.
 */
const UNSAFE = /(?!\u200C|\u200D)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{fffd}]/gu;

/** A stranger's text as it may stand inside a sentence: one line, nothing that moves a cursor, not too long. */
export function printable(text: string): string {
  const plain = text.replace(
    UNSAFE,
    (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`,
  );
  if (plain.length <= LONGEST) return plain;
  // By what a reader takes for one character, so that none is parted.
  const characters = Array.from(new Intl.Segmenter().segment(plain), ({ segment }) => segment);
  const half = Math.floor(LONGEST / 2);
  return characters.length <= LONGEST
    ? plain
    : [...characters.slice(0, half), '…', ...characters.slice(-half)].join('');
}
