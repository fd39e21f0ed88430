import { check } from './check.ts';
import { MlflowError } from './errors.ts';
import { integer, list, object, text, type Shape } from './shape.ts';
import type { ModelSignature } from './signature.ts';

export type Flavors = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** An MLmodel file. https://mlflow.org/docs/latest/ml/model/#model-format */
export interface Mlmodel {
  readonly flavors: Flavors;
  readonly signature: ModelSignature | null;
  readonly modelId: string | null;
  readonly modelUuid: string | null;
  readonly runId: string | null;
  readonly artifactPath: string | null;
  readonly mlflowVersion: string | null;
  readonly utcTimeCreated: string | null;
  readonly modelSizeBytes: number | null;
  /** File with the input example, relative to the model's folder. */
  readonly inputExamplePath: string | null;
}

const orNull = <T>({ schema }: Shape<T>): Shape<T | null> => ({
  schema: { anyOf: [schema, { type: 'null' }] },
});

const flavors: Shape<Flavors> = {
  schema: { type: 'object', additionalProperties: { type: 'object' } },
};

const file = object(
  { flavors },
  {
    signature: orNull(object({}, { inputs: orNull(text), outputs: orNull(text) })),
    model_id: orNull(text),
    model_uuid: orNull(text),
    run_id: orNull(text),
    artifact_path: orNull(text),
    mlflow_version: orNull(text),
    utc_time_created: orNull(text),
    model_size_bytes: orNull(integer),
    saved_input_example_info: orNull(object({}, { artifact_path: orNull(text) })),
  },
);

const specs = list(object({ type: text }, { name: text }));

/** @throws MlflowError INVALID_PARAMETER_VALUE for text that is no MLmodel file */
export async function parseMlmodel(yamlText: string): Promise<Mlmodel> {
  const { parse } = await import('yaml');
  // Its own errors are not shown, and showing them well takes longer than reading; warnings would be printed.
  const quiet = { prettyErrors: false, logLevel: 'error' } as const;
  const json = await checked(
    file,
    parsedBy((text) => parse(text, quiet), yamlText),
  );
  const size = json.model_size_bytes ?? null;
  return {
    flavors: json.flavors,
    signature: await toSignature(json.signature?.inputs, json.signature?.outputs),
    modelId: json.model_id ?? null,
    modelUuid: json.model_uuid ?? null,
    runId: json.run_id ?? null,
    artifactPath: json.artifact_path ?? null,
    mlflowVersion: json.mlflow_version ?? null,
    utcTimeCreated: json.utc_time_created ?? null,
    modelSizeBytes: size === null ? null : Number(size),
    inputExamplePath: json.saved_input_example_info?.artifact_path ?? null,
  };
}

async function toSignature(
  inputs: string | null | undefined,
  outputs: string | null | undefined,
): Promise<ModelSignature | null> {
  if (typeof inputs !== 'string') return null;
  const signature = { inputs: await checked(specs, parsedBy(JSON.parse, inputs)) };
  if (typeof outputs !== 'string') return signature;
  return { ...signature, outputs: await checked(specs, parsedBy(JSON.parse, outputs)) };
}

async function checked<T>(shape: Shape<T>, value: unknown): Promise<T> {
  const result = await check(shape, value);
  if (result.ok) return result.value;
  throw new MlflowError('INVALID_PARAMETER_VALUE', `Not an MLmodel file: ${result.reason}`);
}

/** What the text holds; undefined, which no shape lets through, when it does not parse. */
function parsedBy(parse: (text: string) => unknown, yamlText: string): unknown {
  try {
    return parse(yamlText);
  } catch {
    return undefined;
  }
}
