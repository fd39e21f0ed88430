/** A call of `search_runs` in a Python program, as its text tells it. */
export interface Search {
  /** It leaves one run: the best. */
  readonly isForOne: boolean;
  /** It leaves the five that a comparison asks for, or is kept under the name that one asks for. */
  readonly isForFive: boolean;
  readonly isOrdered: boolean;
}

/** A program without its comments: a call in one of them is not made. Strings stay as they are. */
export function withoutComments(program: string): string {
  return program.replaceAll(STRING_OR_COMMENT, (found) => (found.startsWith('#') ? '' : found));
}

const STRING_OR_COMMENT =
  /"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g;

/** The searches of a program without comments, in their order. */
export function searchesIn(program: string): readonly Search[] {
  return callsOf('search_runs', program).map(({ before, inside, after }) => {
    const name = /^\s*(\w+)\s*(?::[^=]*)?=/.exec(before)?.[1] ?? null;
    const cuts = [
      /max_results\s*=\s*(\d+)/.exec(inside),
      new RegExp(`^${CUT}`).exec(after),
      name === null ? null : new RegExp(`\\b${name}${CUT}`).exec(program),
    ].flatMap((found) => (found === null ? [] : Number(found[1] ?? found[2])));
    const isForOne =
      cuts.includes(1) ||
      /^(?:\.iloc|\.loc)?\[0\b/.test(after) ||
      /^\s*(?:\[\s*\w+\s*\]|\w+\s*,)\s*=/.test(before);
    return {
      isForOne,
      isForFive: !isForOne && (cuts.includes(5) || name === 'best_runs'),
      isOrdered: inside.includes('order_by') || before.includes('sorted('),
    };
  });
}

/** `[:5]` and `.head(5)`. */
const CUT = String.raw`(?:(?:\.iloc)?\[:(\d+)\]|\.head\((\d+)\))`;

/** Whether a program without comments loads a model that is not one of the registry: that of a run. */
export function loadsOfRun(program: string): boolean {
  return callsOf('load_model', program).some(({ inside }) => {
    const uri = /^\s*(?:model_uri\s*=\s*)?(\w+)\s*(?:,|$)/.exec(inside)?.[1];
    if (uri === undefined) return !REGISTERED.test(inside);
    const values = [...program.matchAll(new RegExp(`^[ \\t]*${uri}\\s*=(?!=)(.*)$`, 'gm'))];
    return values.length === 0 || values.some(([, value = '']) => !REGISTERED.test(value));
  });
}

/** `models:/name/version` and `models:/name@alias`; `models:/id` is that of a run. */
const REGISTERED = /models:\/[^"'/@]+[/@]/;

/** A program may be made to be long to read: no more calls are looked at, and no more characters around each. */
const MOST_CALLS = 50;
const MOST_AROUND = 2000;

/** Calls of a function: the line before its arguments, these, and what follows. */
function callsOf(name: string, program: string) {
  const calls = [...program.matchAll(new RegExp(`\\b${name}\\s*\\(`, 'g'))].slice(0, MOST_CALLS);
  return calls.map((call) => {
    const start = call.index + call[0].length;
    const [before = ''] = program
      .slice(Math.max(0, call.index - MOST_AROUND), call.index)
      .split('\n')
      .slice(-1);
    const rest = program.slice(start, start + MOST_AROUND);
    const end = closing(rest);
    return { before, inside: rest.slice(0, end), after: rest.slice(end + 1) };
  });
}

/** Where the parenthesis that is open before a text closes. */
function closing(text: string): number {
  let depth = 1;
  for (const [at, character] of text.split('').entries()) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
