import { message } from '../../messages/sentence.ts';
import { about, failure, type Check, type Failure } from '../check.ts';
import { downloaded } from '../evidence.ts';
import { requireRun } from '../found-run.ts';
import { show } from '../shape.ts';
import type { Json, ModelFact, Snapshot } from '../snapshot.ts';
import { bestTable, type LoggedTable } from '../table.ts';

const CUSTOMERS = 100;
const COLUMNS = ['customer_id', 'churn_probability', 'churn_predicted'];

/** Exercise 12: a hundred customers scored by the registered model, logged as a table. */
export function batchChecks(runName: string): readonly Check[] {
  const artifacts = (snapshot: Snapshot) => requireRun(snapshot, runName).artifacts;
  const table = (snapshot: Snapshot): LoggedTable => {
    const found = bestTable(artifacts(snapshot), COLUMNS);
    if (found === null) throw new Error('no table: this check must need the table check');
    return found;
  };
  const aboutTable = (snapshot: Snapshot, failed: Failure): Failure => {
    const { id } = requireRun(snapshot, runName);
    return about({ kind: 'artifact', runId: id, path: table(snapshot).path }, failed);
  };
  return [
    {
      id: 'registered-model',
      points: 2,
      needs: [],
      sentence: message('batch.model.sentence'),
      hint: message('batch.model.hint'),
      test: (snapshot) =>
        downloaded(snapshot, registeredModel(snapshot))
          ? null
          : failure(message('batch.model.none')),
    },
    {
      id: 'table',
      points: 1,
      needs: ['run'],
      sentence: message('batch.table.sentence'),
      hint: message('batch.table.hint'),
      test: (snapshot) => {
        const found =
          artifacts(snapshot)
            .map((artifact) => artifact.path)
            .join(', ') || '—';
        return bestTable(artifacts(snapshot), COLUMNS) === null
          ? failure(message('batch.table.none', { found }))
          : null;
      },
    },
    {
      id: 'columns',
      points: 1,
      needs: ['table'],
      sentence: message('batch.columns.sentence'),
      hint: message('batch.columns.hint'),
      test: (snapshot) => {
        const { columns } = table(snapshot);
        const missing = COLUMNS.filter((column) => !columns.includes(column));
        return missing.length === 0
          ? null
          : aboutTable(
              snapshot,
              failure(
                message('batch.columns.missing', {
                  count: missing.length,
                  missing: missing.join(', '),
                  found: columns.join(', '),
                }),
              ),
            );
      },
    },
    {
      id: 'customers',
      points: 1,
      needs: ['columns'],
      sentence: message('batch.rows.sentence'),
      hint: message('batch.rows.hint'),
      test: (snapshot) => {
        const { rows } = table(snapshot);
        if (rows.length !== CUSTOMERS) {
          return aboutTable(snapshot, failure(message('batch.rows.count', { count: rows.length })));
        }
        const { customerIds } = registeredModel(snapshot).batch;
        const ids = rows.map((row) => row['customer_id'] ?? null);
        const wrong = ids.findIndex((id, i) => id !== customerIds[i]);
        if (wrong === -1) return null;
        const seen = show(ids[wrong]);
        const expected = customerIds[wrong] ?? '';
        return aboutTable(
          snapshot,
          sameMembers(ids, customerIds)
            ? failure(
                message('batch.rows.order', { row: wrong + 1, seen, expected }),
                message('batch.rows.order.hint'),
              )
            : failure(message('batch.rows.ids', { seen, expected })),
        );
      },
    },
    {
      id: 'values',
      points: 2,
      needs: ['customers'],
      sentence: message('batch.values.sentence'),
      hint: message('batch.values.hint'),
      test: (snapshot) => {
        const { customerIds, probability, predicted } = registeredModel(snapshot).batch;
        const expected = { churn_probability: probability, churn_predicted: predicted };
        for (const [i, row] of table(snapshot).rows.entries()) {
          for (const [column, values] of Object.entries(expected)) {
            const seen = row[column];
            const value = values[i] ?? NaN;
            if (typeof seen !== 'number' || Math.abs(seen - value) > 1e-4) {
              const id = customerIds[i] ?? '';
              const rounded = Number(value.toFixed(4));
              const values = { column, id, seen: show(seen), expected: rounded };
              return aboutTable(snapshot, failure(message('batch.values.wrong', values)));
            }
          }
        }
        return null;
      },
    },
  ];
}

/** Of two lists as long as each other. */
function sameMembers(a: readonly Json[], b: readonly Json[]): boolean {
  const members = new Set(a);
  return members.size === b.length && b.every((member) => members.has(member));
}

function registeredModel(snapshot: Snapshot): ModelFact {
  const { version } = snapshot.arranged;
  if (version === null) throw new Error('no registered model was arranged');
  return version.model;
}
