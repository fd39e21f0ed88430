import { place } from '../messages/place.ts';
import { message, type Message } from '../messages/sentence.ts';
import { answered, artifactPath } from './evidence.ts';
import type { Origin, RequestFact, Snapshot } from './snapshot.ts';

/** What a failure speaks of, as the record knows it. */
export type Evidence =
  /** A run, or the name that it got. */
  | { readonly kind: 'run' | 'run-name'; readonly runId: string; readonly name: string }
  | { readonly kind: 'param' | 'metric' | 'tag'; readonly runId: string; readonly key: string }
  | {
      readonly kind: 'model';
      readonly runId: string;
      readonly name: string;
      readonly artifactRoot: string;
    }
  | { readonly kind: 'artifact'; readonly runId: string; readonly path: string }
  /** The newest version of a registered model. */
  | { readonly kind: 'version'; readonly name: string };

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
  const { kind, ...named } = evidence;
  const where = place(origin.cell, origin.line);
  return { origin, sentence: message(`origin.${kind}`, { ...named, place: where }) };
}

function madeBy(requests: readonly RequestFact[], evidence: Evidence): RequestFact | undefined {
  switch (evidence.kind) {
    case 'run':
      return requests.find(creates(evidence.runId));
    case 'run-name': {
      const { runId, name } = evidence;
      const names = ({ path, wrote }: RequestFact) =>
        /\/runs\//.test(path) && wrote?.runId === runId && wrote.name === name;
      return requests.findLast(names) ?? requests.find(creates(runId));
    }
    // A parameter keeps its first value, metrics and tags have their last.
    case 'param':
      return requests.find(
        ({ wrote }) => wrote?.runId === evidence.runId && wrote.params.includes(evidence.key),
      );
    case 'metric':
    case 'tag': {
      const { kind, runId, key } = evidence;
      return requests.findLast(
        ({ wrote }) => wrote?.runId === runId && wrote[`${kind}s`].includes(key),
      );
    }
    case 'model': {
      const { runId, name, artifactRoot } = evidence;
      const isLogged = ({ path, wrote }: RequestFact) =>
        /\/logged-models(\?|$)/.test(path) && wrote?.runId === runId && wrote.name === name;
      // Clients older than logged models only send files.
      return (
        requests.findLast(isLogged) ??
        requests.find(uploads((file) => file.startsWith(`${artifactRoot}/`)))
      );
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
  }
}

const creates =
  (runId: string) =>
  ({ path, wrote }: RequestFact) =>
    /\/runs\/create(\?|$)/.test(path) && wrote?.runId === runId;

const uploads = (isFile: (path: string) => boolean) => (request: RequestFact) =>
  request.method === 'PUT' && isFile(artifactPath(request) ?? '');
