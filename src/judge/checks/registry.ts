import { message } from '../../messages/sentence.ts';
import { about, failure, type Check } from '../check.ts';
import { requireRun } from '../found-run.ts';
import { loadsOf } from '../loads.ts';
import { asNumbers, asObject, sameNumbers, show } from '../shape.ts';
import type { Snapshot, VersionFact } from '../snapshot.ts';
import { modelNamed } from './model.ts';

/** Exercise 10: the run's model registered under `name`, and loaded back both ways. */
export function registryChecks(runName: string, name: string): readonly Check[] {
  const version = (snapshot: Snapshot): VersionFact => {
    const found = newest(snapshot, name);
    if (found === null) throw new Error('no version: this check must need the registered check');
    return found;
  };
  return [
    {
      id: 'registered',
      points: 2,
      needs: [],
      sentence: message('registered.sentence', { name }),
      hint: message('registered.hint', { name }),
      test: (snapshot) => {
        const found = newest(snapshot, name);
        if (found === null) {
          const other = snapshot.versions[0];
          return other === undefined
            ? failure(message('registered.none', { name }))
            : about(
                { kind: 'version', name: other.name },
                failure(
                  message('registered.near', { name, found: other.name }),
                  message('registered.near.hint', { name }),
                ),
              );
        }
        const { status } = found;
        return status === 'READY'
          ? null
          : about(
              { kind: 'version', name },
              failure(message('registered.status', { version: found.version, status })),
            );
      },
    },
    {
      id: 'registered-run',
      points: 2,
      needs: ['run', 'registered'],
      sentence: message('registered.run.sentence', { run: runName }),
      hint: message('registered.run.hint'),
      test: (snapshot) => {
        const found = version(snapshot);
        const run = requireRun(snapshot, runName);
        const empty = emptyAddress(snapshot, found);
        if (empty !== null) {
          return about(
            { kind: 'version', name },
            failure(
              message('registered.empty', { version: found.version, path: empty }),
              message('registered.empty.hint', { name }),
            ),
          );
        }
        if (found.runId === run.id) return null;
        if (found.runId === null || found.runId === '') {
          return about(
            { kind: 'version', name },
            failure(message('registered.run.nothing', { version: found.version })),
          );
        }
        const seen = snapshot.runs.find((other) => other.id === found.runId)?.name ?? found.runId;
        return about(
          { kind: 'version', name },
          failure(message('registered.run.other', { version: found.version, seen, run: runName })),
        );
      },
    },
    {
      id: 'loaded-latest',
      points: 1,
      needs: ['registered'],
      sentence: message('reloaded.latest.sentence', { name }),
      hint: message('reloaded.latest.hint', { name }),
      test: (snapshot) =>
        loadsOf(snapshot, name).some(({ by }) => by === 'latest' || by === 'either')
          ? null
          : failure(message('reloaded.latest.none', { name })),
    },
    {
      id: 'loaded-by-number',
      points: 1,
      needs: ['registered'],
      sentence: message('reloaded.number.sentence'),
      hint: message('reloaded.number.hint', { name }),
      test: (snapshot) => {
        const { version: number } = version(snapshot);
        return loadsOf(snapshot, name).some(
          ({ by, version }) => version === number && (by === 'number' || by === 'either'),
        )
          ? null
          : failure(message('reloaded.number.none', { version: number }));
      },
    },
    {
      id: 'loaded-predictions',
      points: 1,
      needs: ['run', 'registered-run', 'model'],
      sentence: message('reloaded.predictions.sentence'),
      hint: message('reloaded.predictions.hint'),
      test: (snapshot) => {
        const expected = modelNamed(requireRun(snapshot, runName), 'model')?.firstPredictions ?? [];
        const returned = asObject(snapshot.returned);
        for (const which of ['latest', 'byNumber'] as const) {
          const seen = asNumbers(returned?.[which]);
          if (seen?.length !== 5) {
            return failure(
              message('reloaded.predictions.shape', { seen: show(snapshot.returned) }),
            );
          }
          if (!sameNumbers(seen, expected)) {
            const name = message(`reloaded.which.${which}`);
            return failure(
              message('reloaded.predictions.wrong', { which: name, seen: show(seen) }),
            );
          }
        }
        return null;
      },
    },
  ];
}

/**
 * The artifact that a version was made from by its address, where the run keeps its model of that name elsewhere; else
 * null. MLflow 3 keeps logged models apart from the run's artifacts, and takes any address for a version:
 * https://mlflow.org/docs/latest/ml/mlflow-3/
 */
function emptyAddress({ runs }: Snapshot, { source, modelId }: VersionFact): string | null {
  const [, runId, path = ''] =
    /(?:^runs:\/+|\/)([^/]+)\/(?:artifacts\/)?([^/]+)\/?$/.exec(source ?? '') ?? [];
  const models = runs.filter(({ id }) => id === runId).flatMap((run) => run.models);
  const named = models.filter(({ name }) => name === path);
  const isEmpty = modelId === null && named.every((model) => model.modelId !== null);
  return isEmpty && named.length > 0 ? path : null;
}

function newest(snapshot: Snapshot, name: string): VersionFact | null {
  const versions = snapshot.versions.filter((version) => version.name === name);
  return versions.toSorted((a, b) => Number(b.version) - Number(a.version))[0] ?? null;
}
