import { Ajv } from 'ajv';
import type { Reply } from './ask-program.ts';

/** Rows for a model, and what is wanted of each. */
export interface Ask {
  readonly give: 'label' | 'probability';
  readonly rows: readonly (readonly number[])[];
}

/** A number for each row of each question, and what the model is made of; or why there are none. */
export type Answered =
  | {
      readonly answers: readonly (readonly number[])[];
      readonly trees: { readonly count: number; readonly depth: number } | null;
      /** Whether it scales the rows itself; absent where nobody looked. */
      readonly scales?: boolean;
    }
  | { readonly problem: string };

/** What answers may take as JSON, in bytes; the workshop's rows need 60 KB. */
export const ANSWER_LIMIT = 4 * 1024 * 1024;

export const isAnswered = new Ajv({ allowUnionTypes: true }).compile<Answered>({
  anyOf: [
    {
      type: 'object',
      required: ['answers', 'trees'],
      properties: {
        answers: { type: 'array', items: { type: 'array', items: { type: 'number' } } },
        trees: {
          type: ['object', 'null'],
          required: ['count', 'depth'],
          properties: { count: { type: 'number' }, depth: { type: 'number' } },
        },
        scales: { type: 'boolean' },
      },
    },
    { type: 'object', required: ['problem'], properties: { problem: { type: 'string' } } },
  ],
});

/** A standard scaler: a mean and a scale for each feature. */
export interface Scaler {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
}

export const isScaler = new Ajv({ allowUnionTypes: true }).compile<Scaler | null>({
  type: ['object', 'null'],
  required: ['mean', 'scale'],
  properties: {
    mean: { type: 'array', items: { type: 'number' } },
    scale: { type: 'array', items: { type: 'number' } },
  },
});

const STOPPED = {
  time: 'the model took too long to predict',
  memory: 'the model took too much memory to predict',
};

/** What a model that was asked in a sandbox answered; whatever is no answer is a fact about the model. */
export function toAnswered(reply: Reply<Answered>, asks: readonly Ask[]): Answered {
  if ('stopped' in reply) return { problem: STOPPED[reply.stopped] };
  const { answer } = reply;
  return answer !== null && fits(answer, asks)
    ? answer
    : { problem: 'the model did not give a number for each row' };
}

function fits(answered: Answered, asks: readonly Ask[]): boolean {
  return (
    'problem' in answered ||
    (answered.answers.length === asks.length &&
      asks.every(({ rows }, index) => answered.answers[index]?.length === rows.length))
  );
}
