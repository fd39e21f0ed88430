import { message } from '../../messages/sentence.ts';
import { about, failure, type Check } from '../check.ts';
import { requireRun } from '../found-run.ts';
import { isPlaceholder } from '../placeholder.ts';
import { explainMissing } from './missing.ts';

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
      if (seen === undefined) return explainMissing(snapshot, run, 'param', key);
      if (sameValue(seen, expected)) return null;
      return about(
        { kind: 'param', runId: run.id, key },
        failure(
          message('param.wrong', { key, expected, seen: cut(seen) }),
          message('param.wrong.hint', { key, expected }),
        ),
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
      if (seen === undefined) return explainMissing(snapshot, run, 'metric', key);
      // A kept snapshot has null where MLflow held NaN.
      if (Number.isFinite(seen) && seen >= 0 && seen <= 1) return null;
      return about(
        { kind: 'metric', runId: run.id, key },
        failure(
          message('metric.range', { key, seen: String(seen) }),
          message('metric.range.hint', { key }),
        ),
      );
    },
  };
}

/** The run has this tag with this value, in capitals or not: Python writes `True`. */
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
      if (seen === undefined) return explainMissing(snapshot, run, 'tag', key);
      return sameValue(seen, expected)
        ? null
        : about(
            { kind: 'tag', runId: run.id, key },
            failure(message('tag.wrong', { key, expected, seen: cut(seen) })),
          );
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
      if (seen === undefined) return explainMissing(snapshot, run, 'tag', key);
      const evidence = { kind: 'tag', runId: run.id, key } as const;
      if (seen.trim() === '') return about(evidence, failure(message('tag.blank', { key })));
      return isPlaceholder(seen)
        ? about(evidence, failure(message('tag.placeholder', { key, seen: cut(seen) })))
        : null;
    },
  };
}

/** `100`, `100.0`, `1e2`: what people and programs write for a number. `Number` alone takes `0x64` too. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function sameValue(seen: string, expected: string | number): boolean {
  return typeof expected === 'number'
    ? DECIMAL.test(seen.trim()) && Number(seen) === expected
    : seen.trim().toLowerCase() === expected.toLowerCase();
}

const cut = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
