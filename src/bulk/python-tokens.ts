/** A part of a Python program that means something. */
export interface PythonToken {
  /** `layout` says where a statement ends and where a block begins and ends. */
  readonly type: 'name' | 'string' | 'layout' | 'other';
  /** Of a string: what is between its quotes. */
  readonly value: string;
  /** Of a string: whether names may stand in its braces. */
  readonly isFormatted?: boolean;
}

/** One that is not closed goes to the end of its line, or of the program: looked for once, not from each quote. */
const QUOTED = [
  String.raw`"""(?<d3>(?:\\[^]|(?!""")[^])*)(?:"""|\\?$)`,
  String.raw`'''(?<s3>(?:\\[^]|(?!''')[^])*)(?:'''|\\?$)`,
  String.raw`"(?<d1>(?:\\[^]|[^"\\\n])*)(?:"|\\?$|(?=\n))`,
  String.raw`'(?<s1>(?:\\[^]|[^'\\\n])*)(?:'|\\?$|(?=\n))`,
].join('|');
const TOKEN = new RegExp(
  [
    String.raw`(?<comment>#[^\n]*)`,
    String.raw`(?<join>\\\r?\n)`,
    String.raw`(?<line>\n)`,
    String.raw`(?<space>[^\S\n]+)`,
    String.raw`(?<prefix>[a-zA-Z]{0,2})(?:${QUOTED})`,
    String.raw`(?<name>[\p{ID_Start}_]\p{ID_Continue}*)`,
    String.raw`(?<number>\.?\d[\w.]*)`,
    String.raw`(?<other>[^])`,
  ].join('|'),
  'gu',
);
/** In UTF-16 units, of which a program has far fewer. */
const LONGEST = 1_000_000;
const BRACKETS: Readonly<Record<string, number>> = {
  '(': 1,
  '[': 1,
  '{': 1,
  ')': -1,
  ']': -1,
  '}': -1,
};

/**
 * The tokens of a Python program without comments, blank lines, docstrings and white space. How deep a block is indented
 * and which quotes a string has makes no difference. What is no Python gives some tokens, too, and what is very long those of its beginning: it never fails.
 *
 * @see https://docs.python.org/3/reference/lexical_analysis.html
 */
export function pythonTokens(source: string): readonly PythonToken[] {
  const tokens: PythonToken[] = [];
  for (const { indent, statement } of statements(source)) {
    if (statement.every(({ type }) => type === 'string')) continue;
    tokens.push({ type: 'layout', value: '\n'.padEnd(indent + 1) }, ...statement);
  }
  return tokens;
}

interface Statement {
  /** How many blocks it is in. */
  readonly indent: number;
  readonly statement: readonly PythonToken[];
}

function statements(source: string): readonly Statement[] {
  const found: Statement[] = [];
  const widths = [0];
  let statement: PythonToken[] = [];
  let width = 0;
  let open = 0;
  const end = (): void => {
    if (statement.length > 0) {
      while (width < (widths.at(-1) ?? 0)) widths.pop();
      if (width > (widths.at(-1) ?? 0)) widths.push(width);
      found.push({ indent: widths.length - 1, statement });
    }
    statement = [];
    width = 0;
  };
  for (const { 0: text, groups = {} } of source
    .slice(0, LONGEST)
    .replaceAll('\r\n', '\n')
    .matchAll(TOKEN)) {
    const { comment, join, line, space, prefix, name, d3, s3, d1, s1 } = groups;
    if (comment !== undefined || join !== undefined) continue;
    if (line !== undefined) {
      if (open <= 0) end();
    } else if (space !== undefined) {
      if (statement.length === 0) width = space.length;
    } else if (name !== undefined) statement.push({ type: 'name', value: name });
    else {
      const value = d3 ?? s3 ?? d1 ?? s1;
      if (value !== undefined) {
        statement.push({ type: 'string', value, isFormatted: /[ft]/i.test(prefix ?? '') });
      } else {
        open = Math.max(0, open + (BRACKETS[text] ?? 0));
        statement.push({ type: 'other', value: text });
      }
    }
  }
  end();
  return found;
}
