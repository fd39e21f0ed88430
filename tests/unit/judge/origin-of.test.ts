import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/judge/check.ts';
import { batchChecks } from '../../../src/judge/checks/batch.ts';
import { bestModelChecks } from '../../../src/judge/checks/best-model.ts';
import { figure } from '../../../src/judge/checks/figure.ts';
import { honestParams } from '../../../src/judge/checks/honest-params.ts';
import { honestMetric, loggedModel } from '../../../src/judge/checks/model.ts';
import { registryChecks } from '../../../src/judge/checks/registry.ts';
import { runFinished } from '../../../src/judge/checks/run.ts';
import { savedScaler } from '../../../src/judge/checks/scaler.ts';
import { servingChecks } from '../../../src/judge/checks/serving.ts';
import { filledTag, metric, param, tag } from '../../../src/judge/checks/values.ts';
import { defineGrader } from '../../../src/judge/grader.ts';
import { judge } from '../../../src/judge/judge.ts';
import { placeOf } from '../../../src/judge/origin-of.ts';
import type { Json, Origin, RequestFact, Snapshot, Wrote } from '../../../src/judge/snapshot.ts';
import { createTranslator } from '../../../src/messages/translator.ts';
import { modelWith, requestWith, runWith, snapshotWith, versionWith } from './snapshots.ts';

const text = { fr: 'f', en: 'e' };
const en = createTranslator('en');
const fr = createTranslator('fr');
const at = (line: number, cell: number | null = null): Origin => ({ cell, line });
const call = (path: string, origin: Origin | null, wrote: Partial<Wrote>): RequestFact =>
  requestWith({
    path: `/api/2.0/mlflow/${path}`,
    origin,
    wrote: { runId: 'r1', params: [], metrics: [], tags: [], name: null, ...wrote },
  });
const put = (path: string, origin: Origin) =>
  requestWith({ method: 'PUT', path: `/api/2.0/mlflow-artifacts/artifacts/${path}`, origin });

/** Where a failed check says that it was made; null where it says nothing of it. */
function told(check: Check, snapshot: Snapshot, translate = en): string | null {
  const grader = defineGrader({
    name: '00-x',
    title: text,
    hints: [text, text, text],
    checks: [{ ...check, needs: [] }],
  });
  const [result] = judge(grader, snapshot).checks;
  expect(result?.outcome).toBe('failed');
  const place = result?.failure?.at ?? null;
  return place === null ? null : translate(place.sentence);
}

const runs = (changes: Parameters<typeof runWith>[0], ...requests: RequestFact[]) =>
  snapshotWith({ runs: [runWith(changes)], requests });

describe('a failure says which cell and line made it', () => {
  test('in both languages, with and without a cell', () => {
    const logged = (origin: Origin) =>
      runs({ params: { accuracy: '1' } }, call('runs/log-batch', origin, { params: ['accuracy'] }));
    const check = metric('a-run', 'accuracy');
    expect([
      told(check, logged(at(3, 7))),
      told(check, logged(at(3, 7)), fr),
      told(check, logged(at(12))),
      told(check, logged(at(12)), fr),
    ]).toEqual([
      'Cell 7, line 3 logged accuracy as a parameter.',
      'Cellule 7, ligne 3 : accuracy y est loggé comme paramètre.',
      'Line 12 logged accuracy as a parameter.',
      'Ligne 12 : accuracy y est loggé comme paramètre.',
    ]);
  });

  test('a key of the wrong kind, with a near name, a wrong value, or a placeholder', () => {
    const found = {
      params: { n_estimator: '100', max_depth: '3', tree: 'deep' },
      metrics: { lr: 0.1, f1: 85 },
      tags: { author: 'TODO', model_type: ' ', stage: 'dev' },
    };
    const snapshot = runs(
      found,
      call('runs/log-parameter', at(1), { params: ['n_estimator'] }),
      call('runs/log-parameter', at(2), { params: ['max_depth'] }),
      call('runs/log-batch', at(3), { metrics: ['lr', 'f1'] }),
      call('runs/set-tag', at(4), { tags: ['author'] }),
      call('runs/set-tag', at(5), { tags: ['model_type'] }),
      call('runs/set-tag', at(6), { tags: ['stage'] }),
    );
    expect([
      told(param('a-run', 'n_estimators', 100), snapshot),
      told(param('a-run', 'max_depth', 5), snapshot),
      told(param('a-run', 'lr', 0.1), snapshot),
      told(metric('a-run', 'f1'), snapshot),
      told(filledTag('a-run', 'author'), snapshot),
      told(filledTag('a-run', 'model_type'), snapshot),
      told(tag('a-run', 'stage', 'prod'), snapshot),
      told(param('a-run', 'elsewhere', 1), snapshot),
    ]).toEqual([
      'Line 1 logged n_estimator as a parameter.',
      'Line 2 logged max_depth as a parameter.',
      'Line 3 logged lr as a metric.',
      'Line 3 logged f1 as a metric.',
      'Line 4 set the tag author.',
      'Line 5 set the tag model_type.',
      'Line 6 set the tag stage.',
      null,
    ]);
  });

  test('a key in another run', () => {
    const other = runWith({ id: 'r2', name: 'other', metrics: { f1: 0.5 } });
    const snapshot = snapshotWith({
      runs: [other, runWith()],
      requests: [call('runs/log-metric', at(4, 2), { runId: 'r2', metrics: ['f1'] })],
    });
    expect(told(metric('a-run', 'f1'), snapshot)).toBe('Cell 2, line 4 logged f1 as a metric.');
  });

  test('a run of another name or experiment, or that was never ended', () => {
    const create = call('runs/create', at(2, 5), { name: 'a-runn' });
    const renamed = call('runs/set-tag', at(9, 6), { name: 'a-runn' });
    const check = runFinished('a-run');
    expect([
      told(check, runs({ name: 'a-runn' }, create)),
      told(check, runs({ name: 'a-runn' }, call('runs/create', at(2, 5), {}), renamed)),
      told(check, runs({ name: 'calm-owl-12' }, create)),
      told(check, runs({ experimentName: 'Default' }, create)),
      told(check, runs({ status: 'RUNNING' }, create)),
      told(check, runs({ status: 'FAILED' }, create)),
    ]).toEqual([
      'Cell 5, line 2 gave the run the name "a-runn".',
      'Cell 6, line 9 gave the run the name "a-runn".',
      'Cell 5, line 2 opened the run "calm-owl-12".',
      'Cell 5, line 2 opened the run "a-run".',
      'Cell 5, line 2 opened the run "a-run".',
      'Cell 5, line 2 opened the run "a-run".',
    ]);
  });

  test('a metric or a parameter that is not the model’s', () => {
    const snapshot = runs(
      { metrics: { accuracy: 0.99 }, params: { n_estimators: '7' }, models: [modelWith()] },
      call('runs/log-metric', at(8), { metrics: ['accuracy'] }),
      call('runs/log-parameter', at(6), { params: ['n_estimators'] }),
    );
    const [trees] = honestParams('a-run');
    expect(told(honestMetric('a-run', 'accuracy'), snapshot)).toBe(
      'Line 8 logged accuracy as a metric.',
    );
    expect(trees && told(trees, snapshot)).toBe('Line 6 logged n_estimators as a parameter.');
  });

  test('a model, by its entry or by its files', () => {
    const models = [modelWith({ name: 'modle', artifactRoot: '1/models/m-1/artifacts' })];
    const entry = call('logged-models', at(4), { name: 'modle' });
    const file = put('1/models/m-1/artifacts/model.onnx', at(5));
    const check = loggedModel('a-run');
    expect(told(check, runs({ models }, entry, file))).toBe('Line 4 logged the model "modle".');
    expect(told(check, runs({ models }, file))).toBe('Line 5 logged the model "modle".');
    expect(told(check, runs({ models }, put('1/models/m-10/x', at(5))))).toBeNull();
  });

  test('a file', () => {
    const image = { decoded: false, reason: 'no PNG' } as const;
    const artifacts = [
      { path: 'a b.png', sizeBytes: 9, image, json: null },
      { path: 'preprocessing/scaler.json', sizeBytes: 9, image: null, json: {} },
    ];
    const snapshot = runs(
      { artifacts },
      put('workspaces/w/1/r1/artifacts/a%20b.png', at(2)),
      put('workspaces/w/1/r2/artifacts/a%20b.png', at(3)),
      put('workspaces/w/1/r1/artifacts/preprocessing/scaler.json', at(4)),
      put('workspaces/w/1/r1/artifacts/100%', at(5)),
    );
    expect(told(figure('a-run', null), snapshot)).toBe('Line 2 logged a b.png.');
    expect(told(savedScaler('a-run'), snapshot)).toBe('Line 4 logged preprocessing/scaler.json.');
  });

  test('a run that was deleted', () => {
    const snapshot = runs(
      { deleted: true },
      call('runs/create', at(1), { name: 'a-run' }),
      call('runs/delete', at(7, 4), { runId: 'r2' }),
      call('runs/delete', at(8, 4), {}),
    );
    const check = runFinished('a-run');
    expect(told(check, snapshot)).toBe('Cell 4, line 8 deleted the run "a-run".');
    expect(told(check, snapshot, fr)).toBe('Cellule 4, ligne 8 : le run « a-run » y est supprimé.');
  });

  test('a table of a batch', () => {
    const columns = ['customer_id', 'churn_probability', 'churn_predicted'];
    const table = (names: readonly string[], data: readonly (readonly Json[])[]) => ({
      artifacts: [
        { path: 'out/t.json', sizeBytes: 9, image: null, json: { columns: names, data } },
      ],
    });
    const customerIds = Array.from({ length: 100 }, (_, i) => `C${i}`);
    const batch = { customerIds, probability: Array(100).fill(0.5), predicted: Array(100).fill(0) };
    const version = { ...versionWith(), model: modelWith({ batch }) };
    const toldOf = (id: string, artifacts: ReturnType<typeof table>) => {
      const check = batchChecks('a-run').find((one) => one.id === id);
      const snapshot = runs(artifacts, put('workspaces/w/1/r1/artifacts/out/t.json', at(6)));
      const arranged = { runs: [], bestModel: null, version };
      return check && told(check, { ...snapshot, arranged });
    };
    const rows = customerIds.map((id) => [id, 0.1, 0]);
    expect([
      toldOf('columns', table(['customer_id'], [])),
      toldOf('customers', table(columns, rows.slice(1))),
      toldOf('customers', table(columns, rows.toReversed())),
      toldOf('values', table(columns, rows)),
    ]).toEqual(Array(4).fill('Line 6 logged out/t.json.'));
  });

  test('a model server that was asked for another model, or did not start', () => {
    const asked = (uri: string, status: number) =>
      requestWith({ path: '/workshop/serving', body: { model_uri: uri }, status, origin: at(5) });
    const [check] = servingChecks('models:/m/latest');
    const toldOf = (...requests: RequestFact[]) => check && told(check, snapshotWith({ requests }));
    expect(toldOf(asked('models:/m/1', 200))).toBe('Line 5 asked for the model server.');
    expect(toldOf(asked('models:/m/latest', 500))).toBe('Line 5 asked for the model server.');
    expect(toldOf({ ...asked('models:/m/1', 200), origin: null })).toBeNull();
  });

  test('another model than that of the best run', () => {
    const get = (path: string, origin: Origin) => ({ ...put(path, origin), method: 'GET' });
    const snapshot = snapshotWith({
      arranged: { runs: [], version: null, bestModel: modelWith() },
      requests: [get('1/models/m-2/artifacts/model.skops', at(3, 9)), get('1/a.png', at(4, 9))],
    });
    const check = bestModelChecks.find(({ id }) => id === 'model-loaded');
    expect(check && told(check, snapshot)).toBe('Cell 9, line 3 loaded a model.');
    const [download] = snapshot.requests;
    const listing = (folder: string, origin: Origin) =>
      get(`?path=${encodeURIComponent(folder)}`, origin);
    const requests = [
      listing('1/models/m-2/artifacts', at(5)),
      listing('1/models/m-3/artifacts', at(6)),
      ...(download === undefined ? [] : [{ ...download, origin: null }]),
    ];
    expect(check && told(check, { ...snapshot, requests })).toBe('Line 5 loaded a model.');
  });

  test('a version', () => {
    const version = versionWith({ name: 'churn', version: '2', runId: null });
    const snapshot = snapshotWith({
      runs: [runWith()],
      versions: [version],
      requests: [
        call('registered-models/create', at(1), { name: 'churn' }),
        call('model-versions/create', at(2), { name: 'churn' }),
        call('model-versions/create', at(3), { name: 'churn' }),
      ],
    });
    const toldOf = (name: string, id: string) => {
      const check = registryChecks('a-run', name).find((one) => one.id === id);
      return check && told(check, snapshot);
    };
    expect(toldOf('churn', 'registered-run')).toBe('Line 3 registered the version of "churn".');
    expect(toldOf('churnn', 'registered')).toBe('Line 3 registered the version of "churn".');
  });
});

describe('of several requests', () => {
  const wrote = { params: ['k'], metrics: ['k'], tags: ['k'] };
  const first = call('runs/log-batch', at(1), wrote);
  const last = call('runs/log-batch', at(2), wrote);
  const line = (kind: 'param' | 'metric' | 'tag', ...requests: RequestFact[]) =>
    placeOf(snapshotWith({ requests }), { kind, runId: 'r1', key: 'k' })?.origin.line;

  test('a parameter comes from the first, a metric and a tag from the last', () => {
    expect(line('param', first, last)).toBe(1);
    expect(line('metric', first, last)).toBe(2);
    expect(line('tag', first, last)).toBe(2);
  });

  test('a metric that the logging of a model logs again comes from before', () => {
    const model = call('logged-models', at(2), { name: 'model' });
    expect(line('metric', first, model, last)).toBe(1);
    expect(line('metric', model, last)).toBe(2);
    expect(line('metric', { ...first, origin: null }, model, last)).toBeUndefined();
  });

  test('one that MLflow refused made nothing', () => {
    expect(line('metric', first, { ...last, status: 400 })).toBe(1);
  });

  test('nothing is said where the one that counts named no place', () => {
    expect(line('metric', first, { ...last, origin: null })).toBeUndefined();
    expect(line('metric')).toBeUndefined();
  });
});
