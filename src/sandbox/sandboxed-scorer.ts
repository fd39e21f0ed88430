import { Ajv } from 'ajv';
import { askProgram } from './ask-program.ts';
import { inside } from './inside.ts';
import type { Limits, Sandbox, SandboxedProgram } from './sandbox.ts';

/** What answers may take as JSON, in bytes; the workshop's rows need 60 KB. */
const ANSWER_LIMIT = 4 * 1024 * 1024;

interface Ask {
  readonly give: 'label' | 'probability';
  readonly rows: readonly (readonly number[])[];
}

type Answered =
  | {
      readonly answers: readonly (readonly number[])[];
      readonly trees: { readonly count: number; readonly depth: number } | null;
    }
  | { readonly problem: string };

const isAnswer = new Ajv({ allowUnionTypes: true }).compile<Answered>({
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
      },
    },
    { type: 'object', required: ['problem'], properties: { problem: { type: 'string' } } },
  ],
});

const STOPPED = {
  time: 'the model took too long to predict',
  memory: 'the model took too much memory to predict',
};

export interface ScorerOptions {
  readonly limits: Limits;
  readonly timeoutMs: number;
}

/** Has each model predict in a sandbox of its own, where it has no gateway and no way out. */
export function createSandboxedScorer(sandbox: Sandbox, { limits, timeoutMs }: ScorerOptions) {
  let waiting: SandboxedProgram | null = null;
  const argv = [inside.node, NO_WARNING, '--import', inside.packedImports, inside.score] as const;
  const start = () => sandbox.start({ argv, limits });

  return {
    /** Starts a process that waits for the next model. */
    warm(): void {
      waiting ??= start();
    },
    /**
     * @param onnx the file `model.onnx`
     * @returns a number for each row of each question, and the model's trees; or why there are none, which the model is to blame for
     * @throws SandboxFailedError which it is not
     */
    async score(onnx: Uint8Array, asks: readonly Ask[]): Promise<Answered> {
      const program = waiting ?? start();
      waiting = null;
      const reply = await askProgram(program, {
        file: { name: 'model.onnx', content: onnx },
        input: JSON.stringify({ asks }),
        isAnswer,
        answerLimit: ANSWER_LIMIT,
        timeoutMs,
      });
      if ('stopped' in reply) return { problem: STOPPED[reply.stopped] };
      if (reply.answer === null || !fits(reply.answer, asks))
        return { problem: 'the model did not give a number for each row' };
      return reply.answer;
    },
  };
}

const NO_WARNING = '--disable-warning=ExperimentalWarning';

function fits(answered: Answered, asks: readonly Ask[]): boolean {
  return (
    'problem' in answered ||
    (answered.answers.length === asks.length &&
      asks.every(({ rows }, index) => answered.answers[index]?.length === rows.length))
  );
}
