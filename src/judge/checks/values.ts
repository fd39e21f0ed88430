import type { MessageKey } from '../../messages/fr.ts';
import { message } from '../../messages/sentence.ts';
import { failure, type Check, type Failure } from '../check.ts';
import { requireRun } from '../found-run.ts';
import { nearest } from '../nearest.ts';
import type { RunFact } from '../snapshot.ts';

type Kind = 'param' | 'metric' | 'tag';

const WRONG_KIND = {
  param: { metric: 'param.wrong-kind.metric', tag: 'param.wrong-kind.tag' },
  metric: { param: 'metric.wrong-kind.param', tag: 'metric.wrong-kind.tag' },
  tag: { param: 'tag.wrong-kind.param', metric: 'tag.wrong-kind.metric' },
} as const satisfies Record<Kind, Partial<Record<Kind, MessageKey>>>;

/** The run has this parameter with this value. Numbers compare as numbers: `100` equals `100.0`. */
export function param(runName: string, key: string, expected: string | number): Check {
  return {
    id: `param-${key.replaceAll('_', '-')}`,
    points: 1,
    needs: ['run'],
    sentence: message('param.sentence', { key, expected }),
    hint: message('param.hint', { key, expected }),
    test: (snapshot) => {
      const run = requireRun(snapshot, runName);
      const seen = run.params[key];
      if (seen === undefined) return explainMissing(run, 'param', key);
      if (sameValue(seen, expected)) return null;
      return failure(
        message('param.wrong', { key, expected, seen: cut(seen) }),
        message('param.wrong.hint', { key, expected }),
      );
    },
  };
}

/** The run has this metric, a finite number from 0 to 1. */
export function metric(runName: string, key: string): Check {
  return {
    id: `metric-${key}`,
    points: 1,
    needs: ['run'],
    sentence: message('metric.sentence', { key }),
    hint: message('metric.hint', { key }),
    test: (snapshot) => {
      const run = requireRun(snapshot, runName);
      const seen = run.metrics[key];
      if (seen === undefined) return explainMissing(run, 'metric', key);
      // A kept snapshot has null where MLflow held NaN.
      if (Number.isFinite(seen) && seen >= 0 && seen <= 1) return null;
      return failure(message('metric.range', { key, seen: String(seen) }));
    },
  };
}

/** The run has this tag with this value. */
export function tag(runName: string, key: string, expected: string): Check {
  return {
    id: `tag-${key.replaceAll('_', '-')}`,
    points: 1,
    needs: ['run'],
    sentence: message('tag.sentence', { key, expected }),
    hint: message('tag.hint', { key }),
    test: (snapshot) => {
      const run = requireRun(snapshot, runName);
      const seen = run.tags[key];
      if (seen === undefined) return explainMissing(run, 'tag', key);
      return seen === expected
        ? null
        : failure(message('tag.wrong', { key, expected, seen: cut(seen) }));
    },
  };
}

/** The run has this tag, filled with something of the student's own. */
export function filledTag(runName: string, key: string): Check {
  return {
    id: `tag-${key.replaceAll('_', '-')}`,
    points: 1,
    needs: ['run'],
    sentence: message('tag.filled.sentence', { key }),
    hint: message('tag.hint', { key }),
    test: (snapshot) => {
      const run = requireRun(snapshot, runName);
      const seen = run.tags[key];
      if (seen === undefined) return explainMissing(run, 'tag', key);
      if (seen.trim() === '') return failure(message('tag.blank', { key }));
      return isPlaceholder(seen)
        ? failure(message('tag.placeholder', { key, seen: cut(seen) }))
        : null;
    },
  };
}

/** Says where the key went: another spelling, or another kind of thing. */
function explainMissing(run: RunFact, kind: Kind, key: string): Failure {
  const keys = {
    param: Object.keys(run.params),
    metric: Object.keys(run.metrics),
    tag: Object.keys(run.tags),
  };
  const others: Partial<Record<Kind, MessageKey>> = WRONG_KIND[kind];
  for (const other of ['param', 'metric', 'tag'] as const) {
    const wrongKind = others[other];
    if (wrongKind !== undefined && keys[other].includes(key)) {
      return failure(message(wrongKind, { key }), message(`${kind}.wrong-kind.hint`, { key }));
    }
  }
  const close = nearest(key, keys[kind]);
  if (close !== null) return failure(message(`${kind}.near`, { key, found: close }));
  return keys[kind].length === 0
    ? failure(message(`${kind}.none`, { key }))
    : failure(message(`${kind}.missing`, { key, found: keys[kind].slice(0, 8).join(', ') }));
}

function sameValue(seen: string, expected: string | number): boolean {
  return typeof expected === 'number'
    ? seen.trim() !== '' && Number(seen) === expected
    : seen.trim().toLowerCase() === expected.toLowerCase();
}

/** `...`, `TODO`, `your name`, `votre nom` and the like, with or without brackets. */
function isPlaceholder(value: string): boolean {
  const plain = value
    .trim()
    .toLowerCase()
    .replaceAll(/[<>[\]{}"'_\s]+/g, ' ')
    .trim();
  return (
    /^[^\p{L}\p{N}]*$/u.test(plain) ||
    /^(todo|tbd|xxx+|author|auteur|nom|name|moi|me|placeholder|à compléter|unknown|inconnu)$/u.test(
      plain,
    ) ||
    /^(your|votre|ton|my|mon) (full )?(name|nom|prénom)\b/u.test(plain)
  );
}

const cut = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
