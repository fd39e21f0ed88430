/**
 * For ajv, where a schema is one of ours: it is not held against the meta-schema first, and its code is not
 * polished. Both take longer than the compiling itself, and a student waits for it. What is wrong with a
 * schema still throws: ajv's strict mode reads every keyword.
 */
export const OURS = { meta: false, validateSchema: false, code: { optimize: false } } as const;
