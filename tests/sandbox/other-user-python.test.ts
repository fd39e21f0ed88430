import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import scaler from '../../graders/05-scaler.ts';
import serving from '../../graders/11-serving.ts';
import { gradeWork } from '../../src/grade.ts';
import type { Grader } from '../../src/judge/grader.ts';
import { arrangedModels } from '../../src/python/arranged-models.ts';
import type { Ran } from '../../src/run/run-submission.ts';
import { otherUserPython } from '../../src/sandbox/other-user-python.ts';
import { createOtherUserServers } from '../../src/sandbox/other-user-server.ts';
import { LIMITS, type Limits } from '../../src/sandbox/sandbox.ts';
import { createWorkspace, deleteWorkspace } from '../../src/server/workspaces.ts';
import { FEATURE_COLS } from '../../src/workshop/data/columns.ts';
import { loadWorkshopData } from '../../src/workshop/index.ts';
import { environmentForOthers } from '../python-for-others.ts';
import { CSV, otherUsersReachUs, processesWith, PROJECT } from './boxes.ts';

const folder = mkdtempSync(join(tmpdir(), 'user-python-'));
await chmod(folder, 0o711);
const installed = join(PROJECT, '.mlflow/python-science');
const environment = environmentForOthers(installed, join(folder, 'venv'));
const possible = otherUsersReachUs && environment !== null;
const python = join(environment ?? '', 'bin/python');
afterAll(async () => await rm(folder, { recursive: true, force: true }));

function apart(limits: Partial<Limits> = {}) {
  return otherUserPython({
    python,
    csv: CSV,
    columns: FEATURE_COLS,
    folder: tmpdir(),
    limits: { ...LIMITS, ...limits },
    scoring: { limits: LIMITS, timeoutMs: 60_000 },
  });
}

/** Runs a script that asks no MLflow. */
async function run(source: string, limits?: Partial<Limits>): Promise<Ran> {
  const own = await mkdtemp(join(tmpdir(), 'handed-in-'));
  const file = join(own, 'submission.py');
  await writeFile(file, source);
  try {
    using child = apart(limits).startChild();
    const job = { file, trackingUri: 'http://127.0.0.1:9', userName: 'student' };
    return await child.run(job, { timeoutMs: 40_000 });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** Grades a script. @returns the checks that failed, and how it ran */
async function grade(grader: Grader, source: string) {
  const own = await mkdtemp(join(tmpdir(), 'handed-in-'));
  const file = join(own, 'submission.py');
  await writeFile(file, source);
  const server = inject('lawServer');
  const { uri: trackingUri } = server;
  const workspace = `user-${randomBytes(6).toString('hex')}`;
  await createWorkspace(server, workspace);
  const data = loadWorkshopData(await readFile(CSV, 'utf8'));
  try {
    const [graded] = await gradeWork(
      { file, language: 'python', graders: [grader], part: false },
      {
        trackingUri,
        workspace,
        data: async () => data,
        userName: 'student',
        env: {},
        startChild: () => {
          throw new Error('this is Python');
        },
        pythonSide: async () => ({
          ...apart(),
          python,
          arranged: async () => await arrangedModels(join(installed, 'bin/python'), CSV),
        }),
        python: async () => python,
        startServer: createOtherUserServers({ limits: LIMITS, csv: CSV, folder: tmpdir() }),
      },
    );
    const { checks = [] } = graded?.verdict ?? {};
    const failed = checks.flatMap(({ id, outcome }) => (outcome === 'passed' ? [] : [id]));
    return { failed, execution: graded?.snapshot.execution };
  } finally {
    await deleteWorkspace(server, workspace);
    await rm(own, { recursive: true, force: true });
  }
}

const solution = (await readFile(join(PROJECT, 'solutions/python/05_scaler.py'), 'utf8'))
  // As the workshop's own notebooks have it.
  .replace(/mlflow.set_tracking_uri\(.*\)/, 'mlflow.set_tracking_uri("http://localhost:5000")');

describe.runIf(possible)('Python as another user', () => {
  test('a right and a wrong answer get their verdicts, from models that are opened there', async () => {
    expect(await grade(scaler, solution)).toMatchObject({ failed: [] });
    const better = solution.replace('accuracy_score(y_test, y_pred))', '0.97)');
    expect(better).not.toBe(solution);
    const { failed, execution } = await grade(scaler, better);
    expect(execution?.error).toBeNull();
    expect(failed).toEqual(['honest-accuracy']);
  }, 240_000);

  test('a registered model is served as another user', async () => {
    const source = await readFile(join(PROJECT, 'solutions/python/11_serving.py'), 'utf8');
    expect(await grade(serving, source)).toMatchObject({ failed: [] });
  }, 120_000);

  test('a pickled model runs as a user of its own, neither root nor the submission', async () => {
    const told = join(folder, `told-${randomUUID()}`);
    await writeFile(told, '');
    await chmod(told, 0o666);
    const trap = `
class Trap:
    def __reduce__(self):
        return exec, ("import os; open('${told}', 'a').write(' '.join(map(str, [os.getuid(), os.getgid(), os.access('/etc/shadow', os.R_OK), 'done'])) + chr(10))",)
print(os.getuid())
`;
    const { failed, execution } = await grade(
      scaler,
      solution
        .replace('# %% Le run', `${trap}\n# %% Le run`)
        .replace('joblib.dump(scaler, path)', 'joblib.dump(Trap(), path)'),
    );
    expect(failed).toContain('scaler');
    const [user = ''] = execution?.output.split('\n') ?? [];
    const [, opener = ''] = /^(\d+) \1 False done\n$/.exec(await readFile(told, 'utf8')) ?? [];
    expect(Number(opener)).toBeGreaterThanOrEqual(65_200);
    expect(opener).not.toBe(user);
  }, 120_000);

  test('one finds its data and itself, and nothing of the grader or of one beside it', async () => {
    const secret = await mkdtemp(join(tmpdir(), 'out-'));
    const [{ execution }, beside] = await Promise.all([
      run(`
import glob, json, os, time
from pathlib import Path
time.sleep(3)
def attempt(act):
    try:
        act()
        return "done"
    except OSError as error:
        return error.strerror
tries = {
    "shadow": lambda: open("/etc/shadow"),
    "class": lambda: os.listdir(${JSON.stringify(secret)}),
    "environment": lambda: open("/proc/${process.pid}/environ"),
    "kill": lambda: os.kill(${process.pid}, 0),
    "own": lambda: open(__file__, "w"),
}
neighbours = [place for place in glob.glob("${tmpdir()}/workshop-user-*") if place != str(Path.cwd().parent)]
print(json.dumps({
    **{name: attempt(act) for name, act in tries.items()},
    "neighbours": sorted({attempt(lambda: os.listdir(place + "/submission")) for place in neighbours}),
    "groups": len(os.getgroups()),
    "header": Path("../data/customer_data.csv").read_text().split(",")[0],
    "env": sorted(set(os.environ) & {"HOME", "PATH", "SECRET", "NODE_OPTIONS", "VITEST", "PWD", "USER"}),
}))`),
      run('import time\ntime.sleep(6)'),
    ]);
    await rm(secret, { recursive: true });
    expect(beside.execution.error).toBeNull();
    expect(execution.error).toBeNull();
    expect(JSON.parse(execution.output)).toEqual({
      shadow: 'Permission denied',
      class: 'Permission denied',
      environment: 'Permission denied',
      kill: 'Operation not permitted',
      own: 'Permission denied',
      neighbours: ['Permission denied'],
      groups: 0,
      header: 'customer_id',
      env: ['HOME', 'PATH', 'USER'],
    });
  });

  test('what it leaves running is killed with it', async () => {
    const word = randomUUID();
    const { execution } = await run(`
import subprocess, sys, time
subprocess.Popen([sys.executable, '-Sc', 'import time; time.sleep(600)', '${word}'], start_new_session=True)
time.sleep(1)`);
    expect(execution).toMatchObject({ outcome: 'completed', error: null });
    expect(processesWith(word)).toEqual([]);
  });

  test('memory, CPU time and processes have limits', { timeout: 120_000 }, async () => {
    const outcome = async (source: string, limits: Partial<Limits>) =>
      (await run(source, limits)).execution.outcome;
    const greedy = 'a = []\nwhile True: a.append(bytearray(b"x" * 2**20))';
    expect(await outcome(greedy, { memoryMb: 700 })).toBe('out-of-memory');
    expect(await outcome('while True: pass', { cpuSeconds: 12 })).toBe('timed-out');
    const many = `import subprocess\nfor _ in range(99): subprocess.Popen(['sleep', '60'])`;
    expect(await outcome(many, { tasks: 32 })).toBe('threw');
  });
});
