import { readFile } from 'node:fs/promises';
import type { JSONSchemaType } from 'ajv';
import { shapeOf } from './shape-of.ts';

/** A reader of one kind of state file: undefined when the file is missing, cut or of another shape. */
export function stateReader<T>(
  schema: JSONSchemaType<T>,
): (path: string) => Promise<T | undefined> {
  const isState = shapeOf(schema);
  return async (path) => {
    try {
      const state: unknown = JSON.parse(await readFile(path, 'utf8'));
      return isState(state) ? state : undefined;
    } catch {
      return undefined;
    }
  };
}
