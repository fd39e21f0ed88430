import { message } from '../../messages/sentence.ts';
import { failure, type Check } from '../check.ts';
import { requireRun } from '../found-run.ts';
import { nearest } from '../nearest.ts';
import type { ModelFact, RunFact, Scores, Snapshot } from '../snapshot.ts';

/** Logged metrics and recomputed ones may differ by this much: rounding to four digits is fine. */
const TOLERANCE = 5e-4;

/** The run carries a logged model of this name that loads and predicts. */
export function loggedModel(runName: string, modelName = 'model', points = 2): Check {
  return {
    id: 'model',
    points,
    needs: ['run'],
    sentence: message('model.sentence', { name: modelName }),
    hint: message('model.hint', { name: modelName }),
    test: (snapshot) => {
      const run = requireRun(snapshot, runName);
      const model = modelNamed(run, modelName);
      if (model === null) return explainAbsence(snapshot, run, modelName);
      return model.problem === null
        ? null
        : failure(message('model.unusable', { name: modelName, problem: model.problem }));
    },
  };
}

/** The logged metric is the one that the logged model reaches on the test rows. */
export function honestMetric(
  runName: string,
  key: keyof Scores,
  options: { scaled?: boolean; needs?: readonly string[] } = {},
): Check {
  return {
    id: `honest-${key}`,
    points: 1,
    needs: ['run', `metric-${key}`, 'model', ...(options.needs ?? [])],
    sentence: message(options.scaled === true ? 'honest.scaled.sentence' : 'honest.sentence', {
      key,
    }),
    hint: message(options.scaled === true ? 'honest.scaled.hint' : 'honest.hint', { key }),
    test: (snapshot) => {
      const run = requireRun(snapshot, runName);
      const model = modelNamed(run, 'model');
      const scores = options.scaled === true ? model?.scaledScores : model?.scores;
      const logged = run.metrics[key];
      if (scores === undefined || scores === null || logged === undefined) {
        return failure(message('honest.unscored', { key }));
      }
      return Math.abs(logged - scores[key]) <= TOLERANCE
        ? null
        : failure(
            message('honest.wrong', { key, logged: digits(logged), seen: digits(scores[key]) }),
          );
    },
  };
}

export function modelNamed(run: RunFact, name: string): ModelFact | null {
  return run.models.find((model) => model.name === name) ?? null;
}

function explainAbsence(snapshot: Snapshot, run: RunFact, name: string) {
  const names = run.models.map((model) => model.name);
  if (names.length > 0) {
    const close = nearest(name, names) ?? names[0] ?? '';
    return failure(
      message('model.near', { name, found: close }),
      message('model.near.hint', { name }),
    );
  }
  const other = snapshot.runs.find((r) => r.name !== run.name && modelNamed(r, name) !== null);
  if (other !== undefined) {
    return failure(
      message('model.elsewhere', { name, run: other.name, expected: run.name }),
      message('model.elsewhere.hint'),
    );
  }
  const file = run.artifacts.find((artifact) => /\.(onnx|json|pkl|bin)$/.test(artifact.path));
  return file === undefined
    ? failure(message('model.none', { name, run: run.name }))
    : failure(message('model.only-file', { name, file: file.path }));
}

export const digits = (value: number) => value.toFixed(4);
