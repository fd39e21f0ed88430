import { message } from '../../messages/sentence.ts';
import { about, failure, type Check } from '../check.ts';
import { requireRun } from '../found-run.ts';
import { readScaler } from '../scaler.ts';

/** An artifact under `preprocessing/` holds the scaler. */
export function savedScaler(runName: string): Check {
  return {
    id: 'scaler',
    points: 2,
    needs: ['run'],
    sentence: message('scaler.sentence'),
    hint: message('scaler.hint'),
    test: (snapshot) => {
      const { id: runId, artifacts } = requireRun(snapshot, runName);
      const inside = artifacts.filter((artifact) => artifact.path.startsWith('preprocessing/'));
      if (inside.some((artifact) => readScaler(artifact.json) !== null)) return null;
      const [first] = inside;
      if (first !== undefined) {
        const { path } = first;
        const evidence = { kind: 'artifact', runId, path } as const;
        return about(evidence, failure(message('scaler.unreadable', { path })));
      }
      const elsewhere = artifacts.find((artifact) => readScaler(artifact.json) !== null);
      if (elsewhere !== undefined) {
        const { path } = elsewhere;
        const evidence = { kind: 'artifact', runId, path } as const;
        return about(evidence, failure(message('scaler.elsewhere', { path })));
      }
      const found = artifacts.map((artifact) => artifact.path).join(', ') || '—';
      return failure(message('scaler.missing', { found }));
    },
  };
}
