import type { RequestFact } from '../judge/snapshot.ts';
import { asObject } from '../judge/shape.ts';
import { message, type Sentence } from '../messages/sentence.ts';

/** What is said for each reason that the gateway gives (refusal.ts); the others are told as `malformed`. */
const KEYS = {
  'not-offered': 'note.refused.not-offered',
  'artifact-path': 'note.refused.artifact-path',
  'model-source': 'note.refused.model-source',
  'artifact-location': 'note.refused.artifact-location',
  malformed: 'note.refused.malformed',
  slow: 'note.refused.slow',
  connections: 'note.refused.connections',
  rate: 'note.refused.rate',
  'body-size': 'note.limit.body-size',
  'upload-size': 'note.limit.upload-size',
  'total-size': 'note.limit.total-size',
  requests: 'note.limit.requests',
  runs: 'note.limit.runs',
  experiments: 'note.limit.experiments',
  'logged-models': 'note.limit.logged-models',
  'registered-models': 'note.limit.registered-models',
  'model-versions': 'note.limit.model-versions',
  'model-servers': 'note.limit.model-servers',
} as const;

/** Calls named in one note, and characters shown of each. */
const MOST_CALLS = 3;
const CALL_LIMIT = 100;

/** A note for each reason for which the gateway refused something, with the calls that met it. */
export function refusalNotes(requests: readonly RequestFact[]): Sentence[] {
  const met = new Map<keyof typeof KEYS, { calls: Set<string>; limit: number }>();
  for (const { method, path, answer } of requests) {
    const { refused, limit } = asObject(answer) ?? {};
    if (typeof refused !== 'string') continue;
    const reason = isReason(refused) ? refused : 'malformed';
    const found = met.get(reason) ?? { calls: new Set(), limit: 0 };
    met.set(reason, { ...found, limit: typeof limit === 'number' ? limit : found.limit });
    const call = `${method} ${path.split('?')[0] ?? ''}`;
    found.calls.add(call.length > CALL_LIMIT ? `${call.slice(0, CALL_LIMIT)}…` : call);
  }
  return [...met].map(([reason, { calls, limit }]) => {
    const shown = [...calls].slice(0, MOST_CALLS).join(', ');
    const more = calls.size > MOST_CALLS ? ', …' : '';
    return message(KEYS[reason], { calls: shown + more, limit });
  });
}

function isReason(text: string): text is keyof typeof KEYS {
  return Object.hasOwn(KEYS, text);
}
