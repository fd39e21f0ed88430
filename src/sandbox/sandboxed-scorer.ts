import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { collect } from '../run/collect.ts';
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

export interface ScorerOptions {
  readonly limits: Limits;
  readonly timeoutMs: number;
}

/** Has each model predict in a sandbox of its own, where it has no gateway and no way out. */
export function createSandboxedScorer(sandbox: Sandbox, { limits, timeoutMs }: ScorerOptions) {
  let waiting: SandboxedProgram | null = null;
  const start = () => sandbox.start({ argv: [inside.node, NO_WARNING, inside.score], limits });

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
      await using _ = program;
      const report = collect(ANSWER_LIMIT);
      program.report.on('data', (chunk: Buffer) => {
        if (report.add(chunk) > ANSWER_LIMIT) program.kill();
      });
      for (const stream of program.output) stream.resume();
      program.stdin.on('error', () => undefined);
      await writeFile(join(program.inbox, 'model.onnx'), onnx);
      program.stdin.end(JSON.stringify({ asks }));
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        program.kill();
      }, timeoutMs);
      const { limit } = await program.ended.finally(() => clearTimeout(timer));
      if (late || limit === 'cpu') return { problem: 'the model took too long to predict' };
      if (limit === 'memory') return { problem: 'the model took too much memory to predict' };
      const answered = parse(report.text());
      if (answered === null || !fits(answered, asks))
        return { problem: 'the model did not give a number for each row' };
      return answered;
    },
  };
}

const NO_WARNING = '--disable-warning=ExperimentalWarning';

function parse(text: string): Answered | null {
  try {
    const value: unknown = JSON.parse(text);
    return isAnswer(value) ? value : null;
  } catch {
    return null;
  }
}

function fits(answered: Answered, asks: readonly Ask[]): boolean {
  return (
    'problem' in answered ||
    (answered.answers.length === asks.length &&
      asks.every(({ rows }, index) => answered.answers[index]?.length === rows.length))
  );
}
