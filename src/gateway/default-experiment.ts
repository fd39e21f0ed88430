import { json } from 'node:stream/consumers';
import { shapeOf } from '../server/shape-of.ts';
import { askMlflow } from './ask-mlflow.ts';
import type { Upstream } from './upstream.ts';

/** What a client sends when nobody chose an experiment; a workspace has none of this id. */
const UNCHOSEN = '0';

/** The calls that name experiments. */
const CALLS =
  /^\/api\/2\.0\/mlflow\/(experiments\/(get|update|delete|restore|(set|delete)-experiment-tag)|runs\/(create|search)|logged-models(\/search)?)(\?|$)/;
const BY_NAME = '/api/2.0/mlflow/experiments/get-by-name?experiment_name=Default';
const IN_QUERY = /([?&]experiment_id=)0(?=&|$)/;

export interface Asked {
  /** Path and query. */
  readonly target: string;
  readonly body: Uint8Array;
}

/** Whether a request may name the experiment 0. */
export function mayNameDefault({ target, body }: Asked): boolean {
  return CALLS.test(target) && (IN_QUERY.test(target) || Buffer.from(body).includes('"0"'));
}

/** The request with `id` wherever it names the experiment 0. Pure. */
export function nameDefault({ target, body }: Asked, id: string): Asked {
  return { target: target.replace(IN_QUERY, `$1${id}`), body: inBody(body, id) };
}

function inBody(body: Uint8Array, id: string): Uint8Array {
  const chosen = (value: unknown): unknown => (value === UNCHOSEN ? id : value);
  const map = (key: string, value: unknown): unknown => {
    if (/^experiment_?id$/i.test(key)) return chosen(value);
    return /^experiment_?ids$/i.test(key) && Array.isArray(value) ? value.map(chosen) : value;
  };
  try {
    const asked: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return body;
    const named = Object.entries(asked).map(([key, value]) => [key, map(key, value)]);
    return Buffer.from(JSON.stringify(Object.fromEntries(named)));
  } catch {
    // MLflow's own to refuse.
    return body;
  }
}

const isFound = shapeOf<{ experiment: { experiment_id: string } }>({
  type: 'object',
  required: ['experiment'],
  properties: {
    experiment: {
      type: 'object',
      required: ['experiment_id'],
      properties: { experiment_id: { type: 'string' } },
    },
  },
});

/**
 * Makes the experiment 0 of a request mean the experiment `Default` of the workspace. Its id is asked for once;
 * where there is none, or it cannot be asked for, the request stays as it came: MLflow says the same of it.
 */
export function createDefaultExperiment(
  mlflow: Upstream,
  workspace: string | undefined,
): (asked: Asked) => Promise<Asked> {
  let known: string | null = null;
  return async (asked) => {
    if (workspace === undefined || !mayNameDefault(asked)) return asked;
    known ??= await find(mlflow, workspace).catch(() => null);
    return known === null ? asked : nameDefault(asked, known);
  };
}

async function find(mlflow: Upstream, workspace: string): Promise<string | null> {
  const found: unknown = await json(await askMlflow(mlflow, BY_NAME, workspace));
  return isFound(found) ? found.experiment.experiment_id : null;
}
