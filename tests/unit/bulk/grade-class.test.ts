import { expect, test } from 'vitest';
import { gradeClass } from '../../../src/bulk/grade-class.ts';
import type { ClassSetting } from '../../../src/bulk/grade-submission.ts';
import type { OutFolder } from '../../../src/bulk/out-folder.ts';
import { message } from '../../../src/messages/sentence.ts';
import type { TrackingServer } from '../../../src/server/tracking-server.ts';
import type { Submission } from '../../../src/submissions/submission.ts';

/** Submissions in which nothing can be graded: they need no MLflow. */
const submissions = ['a', 'b', 'c'].map((id): Submission => ({
  id,
  name: id,
  identity: {},
  late: null,
  source: id,
  files: {},
  ignored: [],
  problem: message('submission.empty'),
  contentHash: id,
}));

const unused = () => {
  throw new Error('not needed here');
};
const out: OutFolder = {
  path: '',
  mlflow: '',
  scratch: '',
  file: unused,
  write: unused,
  read: unused,
  folders: unused,
  remove: unused,
  [Symbol.asyncDispose]: unused,
};
const setting: ClassSetting = {
  graders: [],
  out,
  stubs: { files: {}, notebook: '' },
  memoryMb: 0,
  keep: true,
  data: () => Promise.reject(new Error('no data')),
  userName: '',
  env: {},
  startChild: unused,
  python: unused,
};

const server: TrackingServer = {
  provider: 'embedded',
  uri: '',
  version: '',
  workspaces: true,
  reason: 'no-docker-engine',
  stop: unused,
  revive: unused,
  [Symbol.asyncDispose]: unused,
};

const run = {
  submissions,
  server: { current: () => server, revive: unused },
  setting,
  jobs: 1,
  troubleOf: async () => ({ sentence: { fr: '', en: '' }, concernsAll: true }),
};

test('every submission gets its result', async () => {
  const done: string[] = [];
  await gradeClass({ ...run, onResult: async ({ id }) => void done.push(id) });
  expect(done).toEqual(['a', 'b', 'c']);
});

test('after trouble for all, nothing more is begun or stored', async () => {
  const done: string[] = [];
  const grading = gradeClass({
    ...run,
    jobs: 2,
    onResult: async ({ id }) => {
      if (id === 'b') throw new Error('the disk is full');
      done.push(id);
    },
  });
  await expect(grading).rejects.toThrow('the disk is full');
  expect(done).toEqual(['a']);
});
