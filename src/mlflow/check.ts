import type { Ajv } from 'ajv';
import { OURS } from './ajv-options.ts';
import type { Shape } from './shape.ts';

let ajv: Ajv | undefined;

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

/**
 * Says whether a value has the shape. ajv is loaded, and each shape compiled, when first needed:
 * a program pays only for the endpoints that it calls.
 */
export async function check<T>(shape: Shape<T>, value: unknown): Promise<Checked<T>> {
  ajv ??= new (await import('ajv')).Ajv(OURS);
  const validate = (shape.validate ??= ajv.compile<T>(shape.schema));
  if (validate(value)) return { ok: true, value };
  // Compiled again only for the reason: a type guard has no place for it.
  ajv.validate(shape.schema, value);
  return { ok: false, reason: ajv.errorsText(ajv.errors, { dataVar: 'body' }) };
}
