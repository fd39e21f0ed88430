import type { Results, SubmissionResult } from '../../results/results.ts';

/** What some submissions have in common, bit for bit. */
export interface Common {
  readonly kind: 'source' | 'metrics' | 'models';
  /** Of a source: which exercise; null for the others, which are known by run or model alone. */
  readonly exercise: string | null;
  /** How many fingerprints of this kind they share. */
  readonly count: number;
  /** Submissions that have any fingerprint of this kind: the base. */
  readonly of: number;
}

export interface Group {
  readonly submissions: readonly SubmissionResult[];
  readonly common: readonly Common[];
}

export interface Similarity {
  /** The same submissions share it; those that share most come first. */
  readonly groups: readonly Group[];
  /** Shared by more than half of the base: handed out, or what every right answer has. */
  readonly usual: readonly Group[];
}

/** Fewer than this may have copied, even where they are more than half. */
const FEW = 4;

export function similarity({ submissions }: Pick<Results, 'submissions'>): Similarity {
  const bases = new Map<string, Base>();
  for (const submission of submissions) {
    for (const { kind, exercise, hashes } of fingerprintsOf(submission)) {
      const key = `${kind} ${exercise ?? ''}`;
      const base = bases.get(key) ?? { kind, exercise, of: 0, sharers: new Map() };
      bases.set(key, base);
      base.of += 1;
      for (const hash of hashes) {
        base.sharers.set(hash, [...(base.sharers.get(hash) ?? []), submission]);
      }
    }
  }
  const groups = new Map<string, Group & { readonly common: Common[] }>();
  const usual = new Map<string, Group & { readonly common: Common[] }>();
  for (const { kind, exercise, of, sharers } of bases.values()) {
    for (const sharing of sharers.values()) {
      if (sharing.length < 2) continue;
      const into = sharing.length >= FEW && sharing.length > of / 2 ? usual : groups;
      const key = sharing.map(({ id }) => id).join(' ');
      const group = into.get(key) ?? { submissions: sharing, common: [] };
      into.set(key, group);
      const index = group.common.findIndex((c) => c.kind === kind && c.exercise === exercise);
      const before = group.common[index];
      if (before === undefined) group.common.push({ kind, exercise, count: 1, of });
      else group.common[index] = { ...before, count: before.count + 1 };
    }
  }
  return { groups: byWeight(groups), usual: byWeight(usual) };
}

interface Base {
  readonly kind: Common['kind'];
  readonly exercise: string | null;
  of: number;
  readonly sharers: Map<string, readonly SubmissionResult[]>;
}

function fingerprintsOf({ fingerprints }: SubmissionResult) {
  const { models, metrics, sources } = fingerprints;
  return [
    ...Object.entries(sources).map(([exercise, hash]) => ({
      kind: 'source' as const,
      exercise,
      hashes: new Set([hash]),
    })),
    { kind: 'metrics' as const, exercise: null, hashes: new Set(metrics) },
    { kind: 'models' as const, exercise: null, hashes: new Set(models) },
  ].filter(({ hashes }) => hashes.size > 0);
}

/** What fewer share says more: each thing in common counts as much as it is rare. */
function byWeight(groups: ReadonlyMap<string, Group>): Group[] {
  const weight = ({ common, submissions }: Group) =>
    common.reduce((sum, { count, of }) => sum + count * Math.log(1 + of / submissions.length), 0);
  return [...groups.values()].toSorted((a, b) => weight(b) - weight(a));
}
