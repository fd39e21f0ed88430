import { ANSWER_LIMIT, isAnswered, toAnswered, type Answered, type Ask } from './answered.ts';
import { askProgram } from './ask-program.ts';
import { inside } from './inside.ts';
import type { Limits, Sandbox, SandboxedProgram } from './sandbox.ts';

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
     * @throws SandboxFailedError which the model is not to blame for
     */
    async score(onnx: Uint8Array, asks: readonly Ask[]): Promise<Answered> {
      const program = waiting ?? start();
      waiting = null;
      const reply = await askProgram(program, {
        files: [{ path: 'model.onnx', content: onnx }],
        input: JSON.stringify({ asks }),
        isAnswer: isAnswered,
        answerLimit: ANSWER_LIMIT,
        timeoutMs,
      });
      return toAnswered(reply, asks);
    },
  };
}

const NO_WARNING = '--disable-warning=ExperimentalWarning';
