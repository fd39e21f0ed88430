import { asList, asObject } from '../judge/shape.ts';
import type { Json, Wrote } from '../judge/snapshot.ts';

/** What is kept of one request: keys of each kind, and characters of each, of which MLflow itself takes 250. */
const MOST_KEYS = 100;
const LONGEST = 250;

type Fields = { readonly [key: string]: Json };
type Read = (body: Fields, answer: Json) => Partial<Wrote>;

const RUN_NAME = 'mlflow.runName';
const MLFLOW = '/api/2.0/mlflow/';

/** The calls that write, and what their bodies name; MLflow takes fields in both spellings. */
const CALLS: Readonly<Record<string, Read>> = {
  'runs/create': (body, answer) => {
    const info = asObject(asObject(asObject(answer)?.['run'])?.['info']);
    return {
      runId: text(info ?? {}, 'run_id'),
      tags: keys(body, 'tags'),
      name: text(body, 'run_name', 'runName') ?? namedByTag(body),
    };
  },
  'runs/update': (body) => ({ runId: runOf(body), name: text(body, 'run_name', 'runName') }),
  'runs/delete': (body) => ({ runId: runOf(body) }),
  'runs/log-parameter': (body) => ({ runId: runOf(body), params: key(body) }),
  'runs/log-metric': (body) => ({ runId: runOf(body), metrics: key(body) }),
  'runs/set-tag': (body) => ({
    runId: runOf(body),
    tags: key(body),
    name: body['key'] === RUN_NAME ? text(body, 'value') : null,
  }),
  'runs/log-batch': (body) => ({
    runId: runOf(body),
    params: keys(body, 'params'),
    metrics: keys(body, 'metrics'),
    tags: keys(body, 'tags'),
    name: namedByTag(body),
  }),
  'logged-models': (body) => ({
    runId: text(body, 'source_run_id', 'sourceRunId'),
    name: text(body, 'name'),
  }),
  'registered-models/create': (body) => ({ name: text(body, 'name') }),
  'model-versions/create': (body) => ({ runId: runOf(body), name: text(body, 'name') }),
};

/** Whether a request writes something whose keys are recorded. @param path with or without its query */
export function writes(method: string, path: string): boolean {
  return method === 'POST' && callOf(path) !== undefined;
}

/**
 * The run that a write is about and the keys and the name that it wrote, values left out; null for a request that
 * writes none of these, or whose body is no object. Pure.
 *
 * @param answer of `runs/create`: the run has its id from there
 */
export function readWrote(path: string, body: Json, answer: Json): Wrote | null {
  const call = callOf(path);
  const fields = asObject(body);
  if (call === undefined || fields === null) return null;
  const nothing = { runId: null, params: [], metrics: [], tags: [], name: null };
  return { ...nothing, ...call(fields, answer) };
}

function callOf(path: string): Read | undefined {
  const [whole = ''] = path.split('?');
  const call = whole.startsWith(MLFLOW) ? whole.slice(MLFLOW.length) : '';
  return Object.hasOwn(CALLS, call) ? CALLS[call] : undefined;
}

const runOf = (body: Fields) => text(body, 'run_id', 'runId', 'run_uuid', 'runUuid');

function key(body: Fields): string[] {
  const found = text(body, 'key');
  return found === null ? [] : [found];
}

function keys(body: Fields, kind: string): string[] {
  const found = (asList(body[kind]) ?? []).flatMap(
    (item) => text(asObject(item) ?? {}, 'key') ?? [],
  );
  return [...new Set(found)].slice(0, MOST_KEYS);
}

function namedByTag(body: Fields): string | null {
  const tags = (asList(body['tags']) ?? []).map((tag) => asObject(tag) ?? {});
  return text(tags.find((tag) => tag['key'] === RUN_NAME) ?? {}, 'value');
}

/** The first of the fields that holds text of a length that MLflow takes. */
function text(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value !== '' && value.length <= LONGEST) return value;
  }
  return null;
}
