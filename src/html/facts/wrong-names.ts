import { readBack } from '../../messages/read-back.ts';
import type { Results, SubmissionResult } from '../../results/results.ts';

/** A name that was expected, and what was found instead. */
export interface WrongName {
  readonly exercise: string;
  readonly kind: Kind;
  readonly expected: string;
  readonly found: string;
  readonly submissions: readonly SubmissionResult[];
}

type Kind = (typeof SENTENCES)[number]['kind'];

/** The sentences that say so; which of their values was expected, and which was found. */
const SENTENCES = [
  { key: 'run.near', kind: 'run', expected: 'name', found: 'found' },
  { key: 'run.others', kind: 'run', expected: 'name', found: 'found' },
  { key: 'run.elsewhere', kind: 'experiment', expected: 'expected', found: 'experiment' },
  { key: 'param.near', kind: 'param', expected: 'key', found: 'found' },
  { key: 'metric.near', kind: 'metric', expected: 'key', found: 'found' },
  { key: 'tag.near', kind: 'tag', expected: 'key', found: 'found' },
  { key: 'model.near', kind: 'model', expected: 'name', found: 'found' },
  { key: 'registered.near', kind: 'registered', expected: 'name', found: 'found' },
  { key: 'figure.missing', kind: 'artifact', expected: 'path', found: 'found' },
] as const;

/** The most frequent first. */
export function wrongNames({ submissions }: Pick<Results, 'submissions'>): WrongName[] {
  const found = new Map<string, WrongName & { readonly submissions: SubmissionResult[] }>();
  for (const submission of submissions) {
    for (const { exercise, checks } of submission.exercises) {
      for (const { outcome, message } of checks) {
        const name = outcome === 'failed' && message !== null ? read(message.en) : null;
        if (name === null) continue;
        const key = JSON.stringify([exercise, name]);
        const one = found.get(key) ?? { exercise, ...name, submissions: [] };
        found.set(key, one);
        one.submissions.push(submission);
      }
    }
  }
  return [...found.values()].toSorted((a, b) => b.submissions.length - a.submissions.length);
}

function read(text: string): Pick<WrongName, 'kind' | 'expected' | 'found'> | null {
  for (const { key, kind, ...names } of SENTENCES) {
    const values = readBack(key, text);
    const expected = values?.[names.expected];
    const found = values?.[names.found];
    if (expected !== undefined && found !== undefined) return { kind, expected, found };
  }
  return null;
}
