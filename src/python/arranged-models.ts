import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import type { Flavors } from '../mlflow/mlmodel.ts';
import { oneAtATime } from '../server/one-at-a-time.ts';
import { runCommand } from '../server/run-command.ts';
import { ZygoteError } from './zygote.ts';

const PROGRAM = fileURLToPath(new URL('arranged_models.py', import.meta.url));

/** Models of scikit-learn that are arranged for Python submissions, made once for an environment. */
export interface ArrangedModels {
  /** As mlflow.sklearn writes them into MLmodel. */
  readonly flavors: Flavors;
  readonly requirements: readonly string[];
  readonly models: readonly ArrangedModel[];
}

export interface ArrangedModel {
  /** The files that the flavours name, in base64. */
  readonly files: Readonly<Record<string, string>>;
  /** Labels of the first five test rows; each model's are other ones. */
  readonly first: readonly number[];
  /** Of the first hundred customers. */
  readonly predicted: readonly number[];
  readonly probability: readonly number[];
}

const numbers = { type: 'array', items: { type: 'number' } };
const areModels = new Ajv().compile<ArrangedModels>({
  type: 'object',
  required: ['flavors', 'requirements', 'models'],
  properties: {
    flavors: { type: 'object', additionalProperties: { type: 'object' } },
    requirements: { type: 'array', items: { type: 'string' } },
    models: {
      type: 'array',
      items: {
        type: 'object',
        required: ['files', 'first', 'predicted', 'probability'],
        properties: {
          files: { type: 'object', additionalProperties: { type: 'string' } },
          first: numbers,
          predicted: numbers,
          probability: numbers,
        },
      },
    },
  },
});

/**
 * The models, made by the submissions' own Python the first time: ten seconds.
 *
 * @param python absolute path of its interpreter
 * @param csv absolute path of customer_data.csv
 * @throws ZygoteError when they cannot be made
 */
export async function arrangedModels(python: string, csv: string): Promise<ArrangedModels> {
  const version = createHash('sha256')
    .update(await readFile(PROGRAM))
    .digest('hex')
    .slice(0, 12);
  const file = join(dirname(dirname(python)), `arranged-models-${version}.json`);
  const found = await read(file);
  if (found !== null) return found;
  await oneAtATime(file, async () => {
    if ((await read(file)) !== null) return;
    const env = { MLFLOW_REQUIREMENTS_INFERENCE_TIMEOUT: '0' };
    const { code, output } = await runCommand(python, ['-I', '-B', PROGRAM, csv, file], { env });
    if (code !== 0) throw new ZygoteError(output.trim().split('\n').at(-1) ?? '');
  });
  const made = await read(file);
  if (made === null) throw new ZygoteError(`${file} is no list of models`);
  return made;
}

async function read(file: string): Promise<ArrangedModels | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return areModels(value) ? value : null;
  } catch {
    // A damaged file is made anew.
    return null;
  }
}
