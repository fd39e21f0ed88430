import { expect, test } from 'vitest';
import { graders } from '../../../graders/index.ts';
import { verdictUrl } from '../../../src/verdict-url.ts';
import { modelWith, runWith, snapshotWith, versionWith } from '../judge/snapshots.ts';

const server = { uri: 'http://mlflow', workspaces: false };
const RUN = 'exercice-gradient-boosting';
const other = runWith({ id: 'other', name: 'avec-graphiques' });
const own = runWith({ id: 'own', name: RUN });
const near = runWith({ id: 'near', name: 'exercice_gradient_boostin' });
const best = { id: 'best', experimentId: '1', name: 'b', status: 'FINISHED', deleted: false };
const version = { ...versionWith(), model: modelWith() };
const arranged = { runs: [{ ...best, accuracy: 1, rank: 1 }], version, bestModel: null };

function link(number: string, changes: Parameters<typeof snapshotWith>[0], all = graders) {
  const grader = graders.find(({ name }) => name.startsWith(number));
  if (grader === undefined) throw new Error(`no exercise ${number}`);
  const url = verdictUrl(grader, snapshotWith(changes), server, all.length > 0 ? all : [grader]);
  return url === null ? null : url.replace(/^.*\//, '');
}

test('in a file of several exercises, the link leads to none of another one', () => {
  expect(link('07', { runs: [other, own], arranged })).toBe('own');
  expect(link('07', { runs: [other, near], arranged })).toBe('near');
  expect(link('07', { runs: [other], arranged })).toBeNull();
  expect(link('07', { runs: [], arranged })).toBeNull();
  expect(link('09', { runs: [other], arranged })).toBe('best');
  expect(link('11', { runs: [other], arranged })).toBe(version.version);
});

test('an exercise that never ran leads nowhere', () => {
  expect(link('09', { runs: [other], arranged, notRun: { cell: 3 } })).toBeNull();
});

test('the newest run of a file for one exercise is that one’s', () => {
  expect(link('07', { runs: [other] }, [])).toBe('other');
});
