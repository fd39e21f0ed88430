import type { Json } from './snapshot.ts';

/** The value as an object, or null. */
export function asObject(value: Json | undefined): { readonly [key: string]: Json } | null {
  return typeof value === 'object' && value !== null && !isList(value) ? value : null;
}

/** The value as a list, or null. */
export function asList(value: Json | undefined): readonly Json[] | null {
  return value !== undefined && isList(value) ? value : null;
}

/** The value as a list of numbers, or null when it is anything else. */
export function asNumbers(value: Json | undefined): readonly number[] | null {
  const list = asList(value);
  if (list === null) return null;
  const numbers = list.filter((item) => typeof item === 'number');
  return numbers.length === list.length ? numbers : null;
}

/** The value for a sentence: JSON, cut. */
export function show(value: Json | undefined): string {
  const text = JSON.stringify(value ?? null);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

export function sameNumbers(a: readonly number[], b: readonly number[], tolerance = 1e-6): boolean {
  return a.length === b.length && a.every((n, i) => Math.abs(n - (b[i] ?? NaN)) <= tolerance);
}

// Array.isArray alone does not narrow readonly arrays.
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
