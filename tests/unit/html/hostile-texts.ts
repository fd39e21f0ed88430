/** What strangers put into names, outputs, sources, paths and artifact names. */
export const HOSTILE = {
  script: '<script>document.title="owned"</script>',
  image: '"><img src=x onerror="document.title=\'owned\'">',
  attribute: `' onmouseover='document.title="owned"' x='`,
  closing: '</title></style></pre></textarea><svg onload=alert(1)>',
  comment: '<!-- --!> ]]> <![CDATA[',
  formula: "=cmd|'/c calc'!A1",
  path: '../../etc/passwd',
  bidi: 'Marie \u202Egpj.exe\u202C Dupont',
  invisible: 'Ma\u200Brie\u00AD\u{E0041}\uFEFF',
  control: 'a\u0000b\u001B[31mred\u001B[0m\u0007\u0085\rc',
  annotated: 'a\uFFF9b\uFFFBc',
  filler: 'a\u3164b',
  half: 'half \uD800 of a character',
  template: '${7*7} {{7*7}} $t(html.skip)',
  url: 'javascript:alert(1)',
  long: 'x'.repeat(3000),
  zalgo: `Z${'\u0300\u0301\u0302'.repeat(20)}`,
} as const;

/** What must stay as it is: accents, right-to-left names, emoji that are made of several. */
export const HONEST = {
  accents: 'Éloïse Ñandú-Østergård',
  arabic: 'مريم الحسيني',
  hebrew: 'דוד לוי',
  japanese: '山田 太郎',
  emoji: '👩‍💻 👨‍👩‍👧 👍🏽 ❤️',
} as const;
