import { mkdtempSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Ajv } from 'ajv';
import type { SavedScaler } from '../judge/scaler.ts';
import type { ModelFile, PythonModels } from '../observe/python-models.ts';
import { startLocalProgram } from '../run/local-program.ts';
import type { Program } from '../run/program.ts';
import type { PythonChildOptions } from '../run/start-python.ts';
import { pythonEnv } from '../server/python-env.ts';
import { FEATURE_COLS } from '../workshop/data/columns.ts';
import type { Answered } from '../workshop/index.ts';
import { INSIDE } from './zygote.ts';

interface Said {
  readonly answers?: readonly (readonly number[])[];
  readonly trees?: { readonly count: number; readonly depth: number } | null;
  readonly scales?: boolean;
  readonly problem?: string;
  readonly mean?: readonly number[];
  readonly scale?: readonly number[];
}

const numbers = { type: 'array', items: { type: 'number' } } as const;
const isSaid = new Ajv({ allowUnionTypes: true }).compile<Said | null>({
  type: ['object', 'null'],
  properties: {
    answers: { type: 'array', items: numbers },
    trees: {
      type: ['object', 'null'],
      required: ['count', 'depth'],
      properties: { count: { type: 'number' }, depth: { type: 'number' } },
    },
    scales: { type: 'boolean' },
    problem: { type: 'string' },
    mean: numbers,
    scale: numbers,
  },
});

/** A process beside ours that opens the models which a person logged on their own machine. */
export interface PythonModelsHere extends PythonModels, Disposable {}

/** Starts it with the first model: its imports take seconds, once. */
export function pythonModelsHere({
  python,
  env,
}: Pick<PythonChildOptions, 'python' | 'env'>): PythonModelsHere {
  const parent = mkdtempSync(join(tmpdir(), 'workshop-models-'));
  let program: Program | undefined;
  let answers: AsyncIterator<string> | undefined;
  let before: Promise<unknown> = Promise.resolve();

  async function ask(files: readonly ModelFile[], question: object): Promise<Said | null> {
    const argv = [python, '-B', join(INSIDE, 'score_model.py'), '--serve'] as const;
    program ??= startLocalProgram(argv, pythonEnv(python, env));
    for (const stream of program.output) stream.resume();
    program.stdin.on('error', () => undefined);
    answers ??= createInterface({ input: program.report })[Symbol.asyncIterator]();
    const folder = mkdtempSync(join(parent, 'model-'));
    for (const { path, content } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    program.stdin.write(`${JSON.stringify({ ...question, folder })}\n`);
    const line = await answers.next();
    if (line.done === true) {
      // It took the process with it: the next one gets another.
      program = answers = undefined;
      return { problem: 'the process that opened it ended' };
    }
    const said: unknown = JSON.parse(line.value);
    return isSaid(said) ? said : null;
  }

  /** One question after the other: each answer is the next line. */
  async function inTurn(files: readonly ModelFile[], question: object): Promise<Said | null> {
    const answer = before.then(async () => await ask(files, question));
    before = answer.catch(() => undefined);
    return await answer;
  }

  return {
    async score(files, asks): Promise<Answered> {
      const said = await inTurn(files, { columns: FEATURE_COLS, asks });
      const { answers: given, trees = null, scales = false, problem } = said ?? {};
      const fits =
        given?.length === asks.length &&
        asks.every(({ rows }, index) => given[index]?.length === rows.length);
      if (given !== undefined && fits) return { answers: given, trees, scales };
      return { problem: problem ?? 'the model did not give a number for each row' };
    },
    async readScaler(pickle): Promise<SavedScaler | null> {
      const said = await inTurn([{ path: 'scaler', content: pickle }], {});
      const { mean, scale } = said ?? {};
      return mean === undefined || scale === undefined ? null : { mean, scale };
    },
    [Symbol.dispose]() {
      program?.[Symbol.dispose]();
      void rm(parent, { recursive: true, force: true });
    },
  };
}
