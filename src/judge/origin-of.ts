import { place } from '../messages/place.ts';
import { message, type Message } from '../messages/sentence.ts';
import { answered, artifactPath } from './evidence.ts';
import type { Origin, RequestFact, Snapshot } from './snapshot.ts';

/** What a failure speaks of, as the record knows it. */
export type Evidence =
  /** A run, or the name that it got. */
  | {
      readonly kind: 'run' | 'run-name' | 'run-deleted';
      readonly runId: string;
      readonly name: string;
    }
  | KeyEvidence
  | {
      readonly kind: 'model';
      readonly runId: string;
      readonly name: string;
      readonly artifactRoot: string;
    }
  | { readonly kind: 'artifact'; readonly runId: string; readonly path: string }
  /** The newest version of a registered model. */
  | { readonly kind: 'version'; readonly name: string }
  /** A model that was asked to be served, or that was downloaded: by this request. */
  | { readonly kind: 'serving' | 'loaded'; readonly request: RequestFact };

interface KeyEvidence {
  readonly kind: 'param' | 'metric' | 'tag';
  readonly runId: string;
  readonly key: string;
}

/** Where the submission did what a failure speaks of. */
export interface Place {
  readonly origin: Origin;
  readonly sentence: Message;
}

/**
 * Where the evidence was made what it is; null where the record does not know it: no origin was sent, or a flood of later
 * requests took its place. Pure.
 */
export function placeOf(snapshot: Snapshot, evidence: Evidence): Place | null {
  const origin = madeBy(answered(snapshot), evidence)?.origin ?? null;
  if (origin === null) return null;
  const where = place(origin.cell, origin.line);
  if ('request' in evidence) {
    return { origin, sentence: message(`origin.${evidence.kind}`, { place: where }) };
  }
  const { kind, ...named } = evidence;
  return { origin, sentence: message(`origin.${kind}`, { ...named, place: where }) };
}

type Requests = readonly RequestFact[];

function madeBy(requests: Requests, evidence: Evidence): RequestFact | undefined {
  switch (evidence.kind) {
    case 'run':
      return creation(requests, evidence.runId);
    case 'run-name': {
      const { runId, name } = evidence;
      const naming = requests.findLast(
        (request) => /\/runs\//.test(request.path) && isOf(request, runId, name),
      );
      return naming ?? creation(requests, runId);
    }
    case 'run-deleted':
      return requests.findLast(
        (request) => /\/runs\/delete(\?|$)/.test(request.path) && isOf(request, evidence.runId),
      );
    case 'param':
      // It keeps its first value; metrics and tags have their last.
      return requests.find((request) => writes(request, evidence));
    case 'metric': {
      const writing = requests.filter((request) => writes(request, evidence));
      const models = requests.filter(
        (request) => isModel(request) && isOf(request, evidence.runId),
      );
      // A client that logs a model logs the metrics of the run again, for the model: they come from before.
      const isOwn = (request: RequestFact) => !models.some((model) => isSamePlace(model, request));
      return writing.findLast(isOwn) ?? writing.at(-1);
    }
    case 'tag':
      return requests.findLast((request) => writes(request, evidence));
    case 'model': {
      const { runId, name, artifactRoot } = evidence;
      const entry = requests.findLast((request) => isModel(request) && isOf(request, runId, name));
      // Clients older than logged models only send files.
      return entry ?? requests.find(uploads((file) => file.startsWith(`${artifactRoot}/`)));
    }
    case 'artifact': {
      const { runId, path } = evidence;
      return requests.findLast(uploads((file) => file.endsWith(`/${runId}/artifacts/${path}`)));
    }
    case 'version':
      return requests.findLast(
        ({ path, wrote }) =>
          /\/model-versions\/create(\?|$)/.test(path) && wrote?.name === evidence.name,
      );
    case 'serving':
    case 'loaded':
      return evidence.request;
  }
}

function creation(requests: Requests, runId: string): RequestFact | undefined {
  return requests.find(
    (request) => /\/runs\/create(\?|$)/.test(request.path) && isOf(request, runId),
  );
}

function isOf({ wrote }: RequestFact, runId: string, name?: string): boolean {
  return wrote?.runId === runId && (name === undefined || wrote.name === name);
}

const isModel = ({ path }: RequestFact) => /\/logged-models(\?|$)/.test(path);

function writes({ wrote }: RequestFact, { kind, runId, key }: KeyEvidence): boolean {
  return wrote?.runId === runId && wrote[`${kind}s`].includes(key);
}

function isSamePlace({ origin: a }: RequestFact, { origin: b }: RequestFact): boolean {
  return a !== null && a.cell === b?.cell && a.line === b.line;
}

const uploads = (isFile: (path: string) => boolean) => (request: RequestFact) =>
  request.method === 'PUT' && isFile(artifactPath(request) ?? '');
