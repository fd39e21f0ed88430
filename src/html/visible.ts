/** Control characters, marks that turn the direction of text around, what is not seen, halves of a character. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** Layout of ours, and what chooses between the two looks of an emoji. */
const KEPT = new Set(['\t', '\n', '\uFE0E', '\uFE0F']);
/** Between two emoji it makes one of them; anywhere else it hides. */
const JOINER = '\u200D';
const BEFORE_JOINER = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u;
/** Most text by far, and quick to tell. */
const PLAIN = /^[\t\n\x20-\x7E]*$/;
const AFTER_JOINER = /^\p{Extended_Pictographic}/u;

/** A stranger's text with nothing in it that is not seen: `⟨U+202E⟩` stands where a character hid. */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replaceAll('\r\n', '\n').replace(HIDDEN, (character, at: number, whole: string) => {
    const isJoint =
      character === JOINER &&
      BEFORE_JOINER.test(whole.slice(Math.max(0, at - 2), at)) &&
      AFTER_JOINER.test(whole.slice(at + 1, at + 3));
    if (isJoint || KEPT.has(character)) return character;
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `⟨U+${code.padStart(4, '0')}⟩`;
  });
}

/** The beginning of a long text; whole characters. @param longest in UTF-16 units */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
