import { createHash } from 'node:crypto';
import jsTokens from 'js-tokens';
import type { Snapshot } from '../judge/snapshot.ts';
import { pythonTokens } from './python-tokens.ts';

/** A source as it would be with other comments, white space and names: SHA-256 of what is left. */
export function sourceFingerprint(source: string, language: 'typescript' | 'python'): string {
  const names = new Map<string, string>();
  const known = (name: string): string => {
    const number = names.get(name) ?? `$${names.size}`;
    names.set(name, number);
    return number;
  };
  const kept = language === 'python' ? keptOfPython(source, known) : keptOf(source, known);
  return sha256(kept.join(' '));
}

/** Names, in the order of their first appearance, become numbers. */
type Known = (name: string) => string;

function keptOf(source: string, known: Known): string[] {
  return [...jsTokens(source)]
    .filter(({ type }) => !IGNORED.has(type))
    .map(({ type, value }) => (type === 'IdentifierName' ? known(value) : value));
}

function keptOfPython(source: string, known: Known): string[] {
  return pythonTokens(source).map(({ type, value, isFormatted }) => {
    if (type === 'name') return known(value);
    if (type !== 'string') return value;
    const inBraces = (text: string) => text.replace(/[\p{ID_Start}_]\p{ID_Continue}*/gu, known);
    return JSON.stringify(isFormatted === true ? value.replace(/\{[^{}]*\}/g, inBraces) : value);
  });
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
