import { createHash } from 'node:crypto';
import jsTokens from 'js-tokens';
import type { Snapshot } from '../judge/snapshot.ts';

/** A source as it would be with other comments, white space and names: SHA-256 of what is left. */
export function sourceFingerprint(source: string): string {
  const names = new Map<string, string>();
  const kept: string[] = [];
  for (const token of jsTokens(source)) {
    if (IGNORED.has(token.type)) continue;
    if (token.type !== 'IdentifierName') kept.push(token.value);
    else {
      const name = names.get(token.value) ?? `$${names.size}`;
      names.set(token.value, name);
      kept.push(name);
    }
  }
  return sha256(kept.join(' '));
}

/** One for each run with metrics that the submission logged, sorted. Values count to their last bit. */
export function metricFingerprints({ runs }: Snapshot): string[] {
  return runs
    .map(({ metrics }) => Object.entries(metrics).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    .filter((metrics) => metrics.length > 0)
    .map((metrics) => sha256(JSON.stringify(metrics)))
    .toSorted();
}

/** One for each model that the submission logged, sorted. */
export function modelFingerprints({ runs }: Snapshot): string[] {
  return runs.flatMap(({ models }) => models.flatMap(({ sha256 }) => sha256 ?? [])).toSorted();
}

const IGNORED = new Set([
  'WhiteSpace',
  'LineTerminatorSequence',
  'MultiLineComment',
  'SingleLineComment',
]);

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
