import type { Json } from './snapshot.ts';

/** Deeper than any answer to an exercise; JSON.stringify and recursive code give up at some thousands. */
const MAX_DEPTH = 100;

/**
 * JSON of strangers as a value.
 *
 * @returns undefined for what is no JSON, and for lists and objects nested a hundred deep, which
 * `JSON.parse` takes and `JSON.stringify` dies of
 */
export function parseJson(text: string): Json | undefined {
  if (depthOf(text) > MAX_DEPTH) return undefined;
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i];
    if (inText) {
      if (sign === '\\') i += 1;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth);
    else if (sign === ']' || sign === '}') depth -= 1;
  }
  return deepest;
}
