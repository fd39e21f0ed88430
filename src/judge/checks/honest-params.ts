import { message } from '../../messages/sentence.ts';
import { about, failure, type Check } from '../check.ts';
import { requireRun } from '../found-run.ts';
import type { ModelFact, Snapshot } from '../snapshot.ts';
import { modelNamed } from './model.ts';

/**
 * The logged n_estimators and max_depth are those of the logged model: as many trees, none deeper.
 * A model whose trees cannot be counted (two ensembles, another exporter) is given the benefit of the doubt.
 * A shallower one is too: a tree stops early when it has nothing left to split.
 */
export function honestParams(runName: string): readonly Check[] {
  const seen = (snapshot: Snapshot, key: string) => {
    const run = requireRun(snapshot, runName);
    const trees: ModelFact['trees'] = modelNamed(run, 'model')?.trees ?? null;
    const evidence = { kind: 'param', runId: run.id, key } as const;
    return { trees, logged: Number(run.params[key]), evidence };
  };
  return [
    {
      id: 'honest-n-estimators',
      points: 1,
      needs: ['run', 'param-n-estimators', 'model'],
      sentence: message('honest.trees.sentence'),
      hint: message('honest.param.hint'),
      test: (snapshot) => {
        const { trees, logged, evidence } = seen(snapshot, 'n_estimators');
        return trees === null || trees.count === logged
          ? null
          : about(evidence, failure(message('honest.trees.wrong', { logged, seen: trees.count })));
      },
    },
    {
      id: 'honest-max-depth',
      points: 1,
      needs: ['run', 'param-max-depth', 'model'],
      sentence: message('honest.depth.sentence'),
      hint: message('honest.param.hint'),
      test: (snapshot) => {
        const { trees, logged, evidence } = seen(snapshot, 'max_depth');
        return trees === null || trees.depth <= logged
          ? null
          : about(evidence, failure(message('honest.depth.wrong', { logged, seen: trees.depth })));
      },
    },
  ];
}
