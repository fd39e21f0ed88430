import type { MessageKey } from '../../messages/fr.ts';
import { message } from '../../messages/sentence.ts';
import { about, failure, type Failure } from '../check.ts';
import { holdingWords, nearest } from '../nearest.ts';
import type { RunFact, Snapshot } from '../snapshot.ts';

type Kind = 'param' | 'metric' | 'tag';

const WRONG_KIND = {
  param: { metric: 'param.wrong-kind.metric', tag: 'param.wrong-kind.tag' },
  metric: { param: 'metric.wrong-kind.param', tag: 'metric.wrong-kind.tag' },
  tag: { param: 'tag.wrong-kind.param', metric: 'tag.wrong-kind.metric' },
} as const satisfies Record<Kind, Partial<Record<Kind, MessageKey>>>;

/** Says where a key of the run went: another kind of thing, another run, or another spelling. */
export function explainMissing(snapshot: Snapshot, run: RunFact, kind: Kind, key: string): Failure {
  const others: Partial<Record<Kind, MessageKey>> = WRONG_KIND[kind];
  for (const other of ['param', 'metric', 'tag'] as const) {
    const wrongKind = others[other];
    if (wrongKind !== undefined && keysOf(run, other).includes(key)) {
      return about(
        { kind: other, runId: run.id, key },
        failure(message(wrongKind, { key }), message(`${kind}.wrong-kind.hint`, { key })),
      );
    }
  }
  const elsewhere = snapshot.runs.find(
    (other) => other.id !== run.id && !other.deleted && keysOf(other, kind).includes(key),
  );
  if (elsewhere !== undefined) {
    const evidence = { kind, runId: elsewhere.id, key };
    return about(evidence, explainElsewhere(elsewhere, run, kind, key));
  }
  const keys = keysOf(run, kind);
  const close = nearest(key, keys) ?? holdingWords(key, keys);
  if (close !== null) {
    return about(
      { kind, runId: run.id, key: close },
      failure(message(`${kind}.near`, { key, found: close }), message('key.near.hint', { key })),
    );
  }
  return keys.length === 0
    ? failure(message(`${kind}.none`, { key }))
    : failure(message(`${kind}.missing`, { key, found: keys.slice(0, 8).join(', ') }));
}

/** Opening a run again under the same name makes a second one: then both names are the same. */
function explainElsewhere(other: RunFact, run: RunFact, kind: Kind, key: string): Failure {
  return other.name === run.name
    ? failure(
        message(`${kind}.twin`, { key, name: run.name }),
        message('key.twin.hint', { name: run.name }),
      )
    : failure(
        message(`${kind}.elsewhere`, { key, found: other.name, name: run.name }),
        message('key.elsewhere.hint', { key }),
      );
}

function keysOf(run: RunFact, kind: Kind): string[] {
  return Object.keys({ param: run.params, metric: run.metrics, tag: run.tags }[kind]);
}
