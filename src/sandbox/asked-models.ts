import type { Program } from '../run/program.ts';
import {
  ANSWER_LIMIT,
  isAnswered,
  isScaler,
  toAnswered,
  type Answered,
  type Ask,
  type Scaler,
} from './answered.ts';
import { askProgram, type InboxFile } from './ask-program.ts';

/** A started `score_model.py`. */
export interface ModelProgram extends Program, AsyncDisposable {
  /** Where its files are put. */
  readonly inbox: string;
}

/** Opens the models and scalers that Python submissions logged: code of strangers. */
export interface AskedModels {
  score(files: readonly InboxFile[], asks: readonly Ask[]): Promise<Answered>;
  readScaler(pickle: Uint8Array): Promise<Scaler | null>;
}

export interface AskedModelsOptions {
  /** Starts one, apart from everything else. */
  readonly start: () => ModelProgram;
  /** What the program calls its inbox. */
  readonly inboxOf: (program: ModelProgram) => string;
  /** Names of the features, in the order that rows have. */
  readonly columns: readonly string[];
  readonly timeoutMs: number;
}

/** Each model and each scaler is opened in a process of its own. */
export function askedModels(options: AskedModelsOptions): AskedModels {
  const { start, inboxOf, columns, timeoutMs } = options;

  async function ask<T>(
    files: readonly InboxFile[],
    input: object,
    isAnswer: (value: unknown) => value is T,
  ) {
    const program = start();
    return await askProgram(program, {
      files: files.map(({ path, content }) => ({ path: `files/${path}`, content })),
      input: JSON.stringify({ ...input, folder: `${inboxOf(program)}/files` }),
      isAnswer,
      answerLimit: ANSWER_LIMIT,
      timeoutMs,
    });
  }

  return {
    async score(files, asks) {
      return toAnswered(await ask(files, { columns, asks }, isAnswered), asks);
    },
    async readScaler(pickle) {
      const reply = await ask([{ path: 'scaler', content: pickle }], {}, isScaler);
      return 'answer' in reply ? reply.answer : null;
    },
  };
}
