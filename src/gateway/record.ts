import type { RequestFact } from '../judge/snapshot.ts';

/** What a submission asked, in order, within bounds: a flood of requests pushes out the least telling ones. */
export interface RequestRecord {
  add(fact: RequestFact): void;
  /** Counts a request of which nothing is kept. */
  skip(): void;
  facts(): readonly RequestFact[];
  /** Requests that were added and are no longer told one by one. */
  readonly dropped: number;
}

/** Calls of which hundreds say no more than one: writing values, reading a run, looking whether MLflow is there. */
const PLAIN =
  /\/(log-metric|log-parameter|log-batch|set-tag|runs\/get|runs\/update|get-history|health|version)(\?|$)/;

/** What is kept of a path, in characters. */
const PATH_LIMIT = 2000;

interface Entry {
  readonly order: number;
  fact: RequestFact;
}

/**
 * @param most facts kept of each kind, plain and telling
 * @param mostBytes of bodies and answers, the newest first
 */
export function createRecord(most: number, mostBytes: number): RequestRecord {
  const plain: Entry[] = [];
  const telling: Entry[] = [];
  const withBodies = new Set<Entry>();
  let bodyBytes = 0;
  let count = 0;

  const forgetBody = (entry: Entry) => {
    if (!withBodies.delete(entry)) return;
    bodyBytes -= sizeOf(entry.fact);
    entry.fact = { ...entry.fact, body: null, answer: null };
  };
  /** Half at once: taking one off the front for each request would move all the others each time. */
  const keepNewest = (entries: Entry[]) => {
    if (entries.length > most) entries.splice(0, Math.ceil(most / 2)).forEach(forgetBody);
  };
  return {
    add(fact) {
      const path = fact.path.length > PATH_LIMIT ? `${fact.path.slice(0, PATH_LIMIT)}…` : fact.path;
      const entry = { order: count, fact: { ...fact, path } };
      count += 1;
      const entries = PLAIN.test(path) || fact.method === 'PUT' ? plain : telling;
      entries.push(entry);
      keepNewest(entries);
      if (fact.body === null && fact.answer === null) return;
      withBodies.add(entry);
      bodyBytes += sizeOf(fact);
      // A set gives its oldest first.
      for (const oldest of withBodies) {
        if (bodyBytes <= mostBytes) return;
        forgetBody(oldest);
      }
    },
    skip: () => {
      count += 1;
    },
    facts: () => [...plain, ...telling].sort((a, b) => a.order - b.order).map(({ fact }) => fact),
    get dropped() {
      return count - plain.length - telling.length;
    },
  };
}

function sizeOf({ body, answer, requestBytes, responseBytes }: RequestFact): number {
  return (body === null ? 0 : requestBytes) + (answer === null ? 0 : responseBytes);
}
