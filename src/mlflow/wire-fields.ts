import { object, text, type TypeOf } from './shape.ts';

/** `{ key, value }` as MLflow writes params and tags; an empty value is left out. */
export const pair = object({ key: text }, { value: text });
export type PairJson = TypeOf<typeof pair>;

export function toRecord(pairs: readonly PairJson[] | undefined): Record<string, string> {
  return Object.fromEntries((pairs ?? []).map(({ key, value }) => [key, value ?? '']));
}

export function toPairs(record: Readonly<Record<string, string>> | undefined): PairJson[] {
  return Object.entries(record ?? {}).map(([key, value]) => ({ key, value }));
}

export function toNumber(value: number | string): number;
export function toNumber(value: number | string | undefined): number | null;
export function toNumber(value: number | string | undefined): number | null {
  return value === undefined ? null : Number(value);
}

/** A double as JSON can carry it. */
export function fromDouble(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

/** The token of the next page; MLflow writes an absent one as nothing or as an empty text. */
export function toToken(token: string | undefined): string | null {
  return token === undefined || token === '' ? null : token;
}
