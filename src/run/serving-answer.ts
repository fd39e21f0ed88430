import { Ajv } from 'ajv';

/** What the gateway says of a model server: where it is, or why it is not. */
type ServingAnswer = { readonly path: string } | { readonly message: string };

const isServingAnswer = new Ajv().compile<ServingAnswer>({
  anyOf: [
    { type: 'object', required: ['path'], properties: { path: { type: 'string' } } },
    { type: 'object', required: ['message'], properties: { message: { type: 'string' } } },
  ],
});

/** @param status of an answer that is something else, to speak of it */
export function toServingAnswer(answer: unknown, status: number): ServingAnswer {
  return isServingAnswer(answer) ? answer : { message: `the gateway answered ${status}` };
}
