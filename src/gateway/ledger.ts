import type { RequestFact } from '../judge/snapshot.ts';
import type { Forwarded } from './forward.ts';
import type { GatewayLimits } from './limits.ts';
import { createRecord } from './record.ts';
import type { Reason } from './refusal.ts';

/** A 5xx of MLflow. */
export interface Failure {
  readonly fact: RequestFact;
  /** The start of the answer. */
  readonly text: string;
}

/** What a gateway saw, within bounds. */
export interface Ledger {
  forwarded(done: Forwarded): void;
  answered(fact: RequestFact): void;
  refused(fact: RequestFact, reason: Reason): void;
  requests(): readonly RequestFact[];
  failures(): readonly Failure[];
  readonly refusals: ReadonlyMap<Reason, number>;
  readonly dropped: number;
}

/** Refusals for one reason that are told one by one, and requests whose failures are kept. */
const MOST_TOLD = 20;
const MOST_FAILURES = 200;

export function createLedger({ recorded, recordedBytes }: GatewayLimits): Ledger {
  const record = createRecord(recorded, recordedBytes);
  const failures = new Map<string, Failure>();
  const refusals = new Map<Reason, number>();
  return {
    forwarded({ fact, failure }) {
      record.add(fact);
      const line = `${fact.method} ${fact.path}`;
      // A request that worked in the end did not fail.
      failures.delete(line);
      if (failure === null) return;
      failures.set(line, { fact, text: failure });
      const [oldest] = failures.keys();
      if (failures.size > MOST_FAILURES && oldest !== undefined) failures.delete(oldest);
    },
    answered: (fact) => record.add(fact),
    refused(fact, reason) {
      const count = (refusals.get(reason) ?? 0) + 1;
      refusals.set(reason, count);
      if (count <= MOST_TOLD) record.add(fact);
      else record.skip();
    },
    requests: () => record.facts(),
    failures: () => [...failures.values()],
    refusals,
    get dropped() {
      return record.dropped;
    },
  };
}
