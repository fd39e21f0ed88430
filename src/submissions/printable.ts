const LONGEST = 120;
/** Control characters, line breaks and the marks that turn the direction of text around. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{fffd}]/gu;

/** A stranger's text as it may stand inside a sentence: one line, nothing that moves a cursor, not too long. */
export function printable(text: string): string {
  const plain = text.replace(
    UNSAFE,
    (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`,
  );
  return plain.length <= LONGEST
    ? plain
    : `${plain.slice(0, LONGEST / 2)}…${plain.slice(-LONGEST / 2)}`;
}
