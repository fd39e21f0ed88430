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
 * @param mostBytes of bodies and answers, the newest first, and as many of keys that were written
 */
export function createRecord(most: number, mostBytes: number): RequestRecord {
  const plain: Entry[] = [];
  const telling: Entry[] = [];
  // Two of them: a flood of writes must not push out how runs were searched.
  const bodies = createShelf(mostBytes, bodyBytes, { body: null, answer: null });
  const written = createShelf(mostBytes, wroteBytes, { wrote: null });
  let count = 0;

  /** Half at once: taking one off the front for each request would move all the others each time. */
  const keepNewest = (entries: Entry[]) => {
    if (entries.length <= most) return;
    for (const entry of entries.splice(0, Math.ceil(most / 2))) {
      bodies.forget(entry);
      written.forget(entry);
    }
  };
  return {
    add(fact) {
      const path = fact.path.length > PATH_LIMIT ? `${fact.path.slice(0, PATH_LIMIT)}…` : fact.path;
      const entry = { order: count, fact: { ...fact, path } };
      count += 1;
      const entries = PLAIN.test(path) || fact.method === 'PUT' ? plain : telling;
      entries.push(entry);
      keepNewest(entries);
      bodies.keep(entry);
      written.keep(entry);
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

/** Part of the newest facts, up to a size: the oldest lose it. */
function createShelf(
  mostBytes: number,
  sizeOf: (fact: RequestFact) => number,
  without: Partial<RequestFact>,
) {
  const holders = new Set<Entry>();
  let bytes = 0;
  const forget = (entry: Entry) => {
    if (!holders.delete(entry)) return;
    bytes -= sizeOf(entry.fact);
    entry.fact = { ...entry.fact, ...without };
  };
  return {
    forget,
    keep(entry: Entry) {
      const size = sizeOf(entry.fact);
      if (size === 0) return;
      holders.add(entry);
      bytes += size;
      // A set gives its oldest first.
      for (const oldest of holders) {
        if (bytes <= mostBytes) return;
        forget(oldest);
      }
    },
  };
}

function bodyBytes({ body, answer, requestBytes, responseBytes }: RequestFact): number {
  return (body === null ? 0 : requestBytes) + (answer === null ? 0 : responseBytes);
}

/** What an object and its lists take, keys apart, in bytes. */
const OBJECT_BYTES = 100;

function wroteBytes({ wrote }: RequestFact): number {
  if (wrote === null) return 0;
  const { params, metrics, tags } = wrote;
  return [...params, ...metrics, ...tags].reduce((sum, key) => sum + key.length, OBJECT_BYTES);
}
