import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/gateway/limits.ts';
import { createBudget } from '../../../src/gateway/budget.ts';
import { checkBody } from '../../../src/gateway/policy/check-body.ts';
import { decide } from '../../../src/gateway/policy/decide.ts';
import { toErrorJson, type Refusal } from '../../../src/gateway/refusal.ts';
import type { RequestFact } from '../../../src/judge/snapshot.ts';
import { createTranslator } from '../../../src/messages/translator.ts';
import { refusalNotes } from '../../../src/report/refusal-notes.ts';
import { requestWith } from '../judge/snapshots.ts';

const fact = (method: string, path: string, refusal: Refusal | null) =>
  requestWith({
    method,
    path,
    status: refusal?.status ?? 200,
    answer: refusal === null ? { runs: [] } : toErrorJson(refusal),
  });

function refused(method: string, path: string): RequestFact {
  const decision = decide({ method, target: path, headers: {} }, 'mine');
  if (decision.kind !== 'refuse') throw new Error(`${path} is not refused`);
  return fact(method, path, decision.refusal);
}

test('a student reads what was refused, once for each reason', () => {
  const body = checkBody(
    '/api/2.0/mlflow/model-versions/create',
    Buffer.from('{"source":"/etc"}'),
    'm',
  );
  if (body.kind !== 'refuse') throw new Error('not refused');
  const requests = [
    fact('POST', '/api/2.0/mlflow/runs/search', null),
    refused('POST', '/api/3.0/mlflow/workspaces'),
    refused('POST', '/api/3.0/mlflow/workspaces?again'),
    refused('GET', '/graphql'),
    fact('POST', '/api/2.0/mlflow/model-versions/create', body.refusal),
  ];
  const [fr, en] = [createTranslator('fr'), createTranslator('en')];
  expect(refusalNotes(requests).map(en)).toEqual([
    'Call refused: POST /api/3.0/mlflow/workspaces, GET /graphql. A submission has access to experiments, runs, models, artifacts and the registry of MLflow only.',
    'Model version refused: its source must be a model of your own runs (runs:/… or models:/…).',
  ]);
  expect(refusalNotes(requests).map(fr)).toEqual([
    'Appel refusé : POST /api/3.0/mlflow/workspaces, GET /graphql. Un devoir n’a accès qu’aux expériences, runs, modèles, artefacts et au registre de MLflow.',
    'Version de modèle refusée : sa source doit être un modèle de vos propres runs (runs:/… ou models:/…).',
  ]);
});

test('a limit is told with its number', () => {
  const budget = createBudget({ ...DEFAULT_LIMITS, runs: 0 });
  const path = '/api/2.0/mlflow/runs/create';
  const notes = [
    budget.take({ method: 'POST', path, bytes: 1 }),
    budget.take({ method: 'PUT', path: '/big', bytes: 1e9 }),
  ].flatMap((taken) => ('reason' in taken ? refusalNotes([fact('PUT', '/big', taken)]) : []));
  expect(notes.map(createTranslator('en'))).toEqual([
    'Limit reached: a submission makes at most 0 runs.',
    'Limit reached: one file has at most 200 MB (PUT /big).',
  ]);
});

test('long and many calls are cut', () => {
  const requests = Array.from({ length: 9 }, (_, i) => refused('GET', `/${i}${'x'.repeat(300)}`));
  const [note] = refusalNotes(requests).map(createTranslator('en'));
  expect(note).toContain('x…, …. A submission');
  expect(note?.length).toBeLessThan(500);
});
