import { mkdtempSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseJson } from '../judge/parse-json.ts';
import type { ModelFile, PythonModels } from '../observe/python-models.ts';
import { startLocalProgram } from '../run/local-program.ts';
import type { Program } from '../run/program.ts';
import type { PythonChildOptions } from '../run/start-python.ts';
import { isAnswered, isScaler, toAnswered } from '../sandbox/answered.ts';
import { pythonEnv } from '../server/python-env.ts';
import { FEATURE_COLS } from '../workshop/data/columns.ts';
import { INSIDE } from './zygote.ts';

/** A process beside ours that opens the models which a person logged on their own machine. */
export interface PythonModelsHere extends PythonModels, Disposable {}

/** The longest that one model may take, in milliseconds: it takes a second, and the first one the imports. */
const ANSWER_MS = 120_000;

/** Starts it with the first model: its imports take seconds, once. */
export function pythonModelsHere({
  python,
  env,
}: Pick<PythonChildOptions, 'python' | 'env'>): PythonModelsHere {
  const parent = mkdtempSync(join(tmpdir(), 'workshop-models-'));
  let program: Program | undefined;
  let answers: AsyncIterator<string> | undefined;
  let before: Promise<unknown> = Promise.resolve();

  async function ask(files: readonly ModelFile[], question: object): Promise<unknown> {
    const argv = [python, '-B', join(INSIDE, 'score_model.py'), '--serve'] as const;
    program ??= startLocalProgram(argv, pythonEnv(python, env));
    // Whoever waits for an answer learns of its end.
    program.ended.catch(() => undefined);
    for (const stream of program.output) stream.resume();
    program.stdin.on('error', () => undefined);
    answers ??= createInterface({ input: program.report })[Symbol.asyncIterator]();
    const folder = mkdtempSync(join(parent, 'model-'));
    for (const { path, content } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    program.stdin.write(`${JSON.stringify({ ...question, folder })}\n`);
    let late = false;
    const asked = program;
    const timer = setTimeout(() => {
      late = true;
      asked.kill();
    }, ANSWER_MS);
    const line = await answers.next().finally(() => clearTimeout(timer));
    await rm(folder, { recursive: true, force: true });
    if (line.done === true) {
      // It took the process with it: the next one gets another.
      program = answers = undefined;
      const problem = late
        ? 'the model took too long to predict'
        : 'the process that opened it ended';
      return { problem };
    }
    return parseJson(line.value);
  }

  /** One question after the other: each answer is the next line. */
  async function inTurn(files: readonly ModelFile[], question: object): Promise<unknown> {
    const answer = before.then(async () => await ask(files, question));
    before = answer.catch(() => undefined);
    return await answer;
  }

  return {
    async score(files, asks) {
      const said = await inTurn(files, { columns: FEATURE_COLS, asks });
      return toAnswered({ answer: isAnswered(said) ? said : null }, asks);
    },
    async readScaler(pickle) {
      const said = await inTurn([{ path: 'scaler', content: pickle }], {});
      return isScaler(said) ? said : null;
    },
    [Symbol.dispose]() {
      program?.[Symbol.dispose]();
      void rm(parent, { recursive: true, force: true });
    },
  };
}
