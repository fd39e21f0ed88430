import { message } from '../../messages/sentence.ts';
import { about, failure, type Check } from '../check.ts';
import { requireRun } from '../found-run.ts';
import { nearest } from '../nearest.ts';
import type { ModelFact, RunFact, Scores, Snapshot } from '../snapshot.ts';
import { isSameScore, sourceHint } from './metric-source.ts';

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
        : about(
            logging(run, model),
            failure(message('model.unusable', { name: modelName, problem: model.problem })),
          );
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
      const kind = options.scaled === true ? 'scaledScores' : 'scores';
      const scores = model?.[kind] ?? null;
      const logged = run.metrics[key];
      if (model === null || scores === null || logged === undefined) {
        return failure(message('honest.unscored', { key }));
      }
      return isSameScore(logged, scores[key])
        ? null
        : about(
            { kind: 'metric', runId: run.id, key },
            failure(
              message('honest.wrong', { key, logged: digits(logged), seen: digits(scores[key]) }),
              sourceHint(snapshot, run, model, key, kind),
            ),
          );
    },
  };
}

export function modelNamed(run: RunFact, name: string): ModelFact | null {
  return run.models.find((model) => model.name === name) ?? null;
}

function explainAbsence(snapshot: Snapshot, run: RunFact, name: string) {
  const close = nearest(
    name,
    run.models.map((model) => model.name),
  );
  const found = modelNamed(run, close ?? '') ?? run.models[0];
  if (found !== undefined) {
    return about(
      logging(run, found),
      failure(
        message('model.near', { name, found: found.name }),
        message('model.near.hint', { name }),
      ),
    );
  }
  for (const other of snapshot.runs) {
    const model = other.name === run.name ? null : modelNamed(other, name);
    if (model === null) continue;
    return about(
      logging(other, model),
      failure(
        message('model.elsewhere', { name, run: other.name, expected: run.name }),
        message('model.elsewhere.hint'),
      ),
    );
  }
  const file = run.artifacts.find((artifact) => /\.(onnx|json|pkl|bin)$/.test(artifact.path));
  return file === undefined
    ? failure(message('model.none', { name, run: run.name }))
    : about(
        { kind: 'artifact', runId: run.id, path: file.path },
        failure(message('model.only-file', { name, file: file.path })),
      );
}

const logging = (run: RunFact, { name, artifactRoot }: ModelFact) =>
  ({ kind: 'model', runId: run.id, name, artifactRoot }) as const;

export const digits = (value: number) => value.toFixed(4);
