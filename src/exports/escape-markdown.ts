/**
 * One line of text as GitHub's Markdown, in a paragraph, a list or a table: every punctuation mark becomes
 * an entity, which is text and never markup. An empty comment keeps `@names` and `www.` from becoming links.
 */
export function escapeMarkdown(line: string): string {
  return line
    .replaceAll(/[!-/:-@[-`{-~]/g, (mark) => `&#${mark.codePointAt(0) ?? 0};`)
    .replaceAll(/&#(64|46|58);/g, '&#$1;<!---->');
}
