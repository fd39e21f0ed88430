import type { SchemaObject } from 'ajv';

/** A JSON Schema and, at the same time, the TypeScript type of what it lets through. */
export interface Shape<T> {
  readonly schema: SchemaObject;
  /** Set when the shape is first checked. */
  validate?: (value: unknown) => value is T;
}

export type TypeOf<S> = S extends Shape<infer T> ? T : never;

type Fields = Readonly<Record<string, Shape<unknown>>>;
type Required<F extends Fields> = { readonly [K in keyof F]: TypeOf<F[K]> };
type Optional<F extends Fields> = { readonly [K in keyof F]?: TypeOf<F[K]> };

export const text: Shape<string> = { schema: { type: 'string' } };
export const flag: Shape<boolean> = { schema: { type: 'boolean' } };

/** A 64-bit integer, which protobuf's JSON may also write as text. */
export const integer: Shape<number | string> = {
  schema: { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^-?[0-9]+$' }] },
};

/** A double; JSON has no NaN and no infinities, so MLflow writes these as text. */
export const double: Shape<number | string> = {
  schema: { anyOf: [{ type: 'number' }, { enum: ['NaN', 'Infinity', '-Infinity'] }] },
};

export function oneOf<const T extends string>(...values: readonly T[]): Shape<T> {
  return { schema: { enum: values } };
}

export function list<T>(of: Shape<T>): Shape<readonly T[]> {
  return { schema: { type: 'array', items: of.schema } };
}

/** An object; fields that are not named are let through and never read. */
export function object<R extends Fields>(required: R): Shape<Required<R>>;
export function object<R extends Fields, O extends Fields>(
  required: R,
  optional: O,
): Shape<Required<R> & Optional<O>>;
export function object(required: Fields, optional: Fields = {}): Shape<unknown> {
  const fields = Object.entries({ ...required, ...optional });
  return {
    schema: {
      type: 'object',
      required: Object.keys(required),
      properties: Object.fromEntries(fields.map(([name, shape]) => [name, shape.schema])),
    },
  };
}

/** Answers whose content does not matter. */
export const nothing = object({});
