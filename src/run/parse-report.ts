import { Ajv } from 'ajv';
import { OURS } from '../mlflow/ajv-options.ts';
import { parseJson } from '../judge/parse-json.ts';
import type { Report } from './job.ts';

const stoppedAt = { type: 'integer', minimum: 1 };
const place = { cell: { type: ['integer', 'null'] }, line: { type: ['integer', 'null'] } };
const elsewhere = {
  type: 'object',
  required: ['uri', 'cell', 'line'],
  properties: { uri: { type: 'string' }, ...place },
};
const validate = new Ajv({ ...OURS, allowUnionTypes: true }).compile<Report>({
  oneOf: [
    {
      type: 'object',
      required: ['kind', 'stoppedAt'],
      properties: { kind: { const: 'running' }, stoppedAt },
    },
    {
      type: 'object',
      required: ['kind', 'value'],
      properties: { kind: { const: 'returned' }, value: {}, stoppedAt, elsewhere },
    },
    {
      type: 'object',
      required: ['kind', 'error'],
      properties: {
        kind: { enum: ['threw', 'syntax-error', 'no-default-export', 'unreadable-return'] },
        error: {
          type: 'object',
          required: ['name', 'message', 'line'],
          properties: {
            name: { type: 'string' },
            message: { type: 'string' },
            line: { type: ['integer', 'null'] },
            cell: { type: ['integer', 'null'] },
            code: { type: 'string' },
            values: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
          },
        },
        value: {},
        stoppedAt,
        elsewhere,
      },
    },
  ],
});

/** The child's report; null when it wrote none, or something else. */
export function parseReport(text: string): Report | null {
  const value: unknown = parseJson(text);
  return validate(value) ? value : null;
}
