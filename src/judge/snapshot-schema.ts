import { Ajv } from 'ajv';
import type { Snapshot } from './snapshot.ts';

/** What is written to disk must be read back as the same thing: the shape of snapshot.ts as JSON Schema. */
const text = { type: 'string' };
const number = { type: 'number' };
const flag = { type: 'boolean' };
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: object) => ({ type: 'array', items });
const dictionary = (values: object) => ({ type: 'object', additionalProperties: values });
const object = (properties: Record<string, object>, optional: Record<string, object> = {}) => ({
  type: 'object',
  properties: { ...properties, ...optional },
  required: Object.keys(properties),
  additionalProperties: false,
});
const anything = {};

const scores = object({ accuracy: number, precision: number, recall: number, f1: number });

const model = object({
  name: text,
  modelId: orNull(text),
  artifactRoot: text,
  sha256: orNull(text),
  flavors: list(text),
  problem: orNull(text),
  trees: orNull(object({ count: number, depth: number })),
  scores: orNull(scores),
  scaledScores: orNull(scores),
  firstPredictions: list(number),
  batch: object({ customerIds: list(text), probability: list(number), predicted: list(number) }),
});

const image = {
  anyOf: [
    object({
      decoded: { const: true },
      format: text,
      width: number,
      height: number,
      blank: flag,
      colors: number,
      edges: number,
    }),
    object({ decoded: { const: false }, reason: text }),
  ],
};

/** Snapshots of earlier versions have no such field: read back, it is null. */
const orNullAsBefore = (schema: object) => ({ ...orNull(schema), default: null });

const origin = object({ cell: orNull(number), line: number });

const wrote = object({
  runId: orNull(text),
  params: list(text),
  metrics: list(text),
  tags: list(text),
  name: orNull(text),
});

const version = {
  name: text,
  version: text,
  status: text,
  runId: orNull(text),
  modelId: orNull(text),
};

const execution = object(
  {
    outcome: {
      enum: [
        'completed',
        'unreadable-return',
        'threw',
        'exited',
        'syntax-error',
        'no-default-export',
        'timed-out',
        'out-of-memory',
      ],
    },
    durationMs: number,
    limitMs: number,
    output: text,
    exitCode: orNull(number),
    error: orNull(
      object(
        { name: text, message: text, line: orNull(number) },
        { cell: orNull(number), code: text, values: dictionary({ type: ['string', 'number'] }) },
      ),
    ),
  },
  {
    stoppedAt: number,
    elsewhere: object({ uri: text, cell: orNull(number), line: orNull(number) }),
  },
);

const properties = {
  schema: { const: 'snapshot/v1' },
  exercise: text,
  // Snapshots from before Python was graded do not say.
  language: { enum: ['typescript', 'python'], default: 'typescript' },
  // Nor do they say this.
  part: { ...flag, default: false },
  execution,
  returned: anything,
  runs: list(
    object({
      id: text,
      name: text,
      experimentId: text,
      experimentName: text,
      status: text,
      deleted: flag,
      startTime: number,
      params: dictionary(text),
      // NaN and the infinities have no JSON: they are read back as null.
      metrics: dictionary({ type: ['number', 'null'] }),
      tags: dictionary(text),
      artifacts: list(
        object({ path: text, sizeBytes: number, image: orNull(image), json: anything }),
      ),
      models: list(model),
    }),
  ),
  runCount: number,
  earlierRunNames: list(text),
  versions: list(object({ ...version, source: orNullAsBefore(text) })),
  arranged: object({
    runs: list(
      object({
        id: text,
        experimentId: text,
        name: text,
        status: text,
        deleted: flag,
        accuracy: orNull(number),
        rank: orNull(number),
      }),
    ),
    // What is inside a choice gets no default.
    version: orNull(object({ ...version, model }, { source: orNull(text) })),
    bestModel: orNull(model),
  }),
  requests: list(
    object({
      method: text,
      path: text,
      status: number,
      requestBytes: number,
      responseBytes: number,
      at: number,
      durationMs: number,
      body: anything,
      answer: anything,
      origin: orNullAsBefore(origin),
      wrote: orNullAsBefore(wrote),
    }),
  ),
};

export const snapshotSchema = object(properties, { notRun: object({ cell: orNull(number) }) });

/** A file that is no snapshot of this version. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
  readonly code = 'BAD_SNAPSHOT';
}

/**
 * Reads a snapshot that `npm test` kept.
 *
 * @throws SnapshotError when the text is something else
 */
export function parseSnapshot(json: string): Snapshot {
  const validate = new Ajv({ allowUnionTypes: true, useDefaults: true }).compile<Snapshot>(
    snapshotSchema,
  );
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new SnapshotError('not JSON', { cause });
  }
  if (validate(value)) return value;
  const [first] = validate.errors ?? [];
  throw new SnapshotError(`${first?.instancePath ?? ''} ${first?.message ?? 'is wrong'}`);
}
