import { Ajv, type JSONSchemaType, type ValidateFunction } from 'ajv';
import { OURS } from '../mlflow/ajv-options.ts';

/** A check of a foreign value's shape. Compiled when it is first asked: a warm command asks few of them. */
export function shapeOf<T>(schema: JSONSchemaType<T>): (value: unknown) => value is T {
  let validate: ValidateFunction<T> | undefined;
  return (value): value is T => (validate ??= new Ajv(OURS).compile<T>(schema))(value);
}
