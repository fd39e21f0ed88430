import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { classFolder, quickAnswer, readResults, endClass } from './class-folder.ts';
import { replaced, scratchProject, type ScratchProject } from './scratch-project.ts';
import { canMount, smallDisk } from './small-disk.ts';

let project: ScratchProject;

beforeEach(async () => {
  project = await scratchProject();
});
afterEach(async () => await endClass(project));

const KEPT = 'free some space and run the same command again. What was graded is kept.';

// Without root no small disk can be mounted, and nobody fills a real one for a test.
test.skipIf(!(await canMount()))(
  'a disk that fills up while a class is graded costs one sentence; with room the marks are the same',
  async () => {
    await using disk = await smallDisk(join(project.folder, 'out'), '12m');
    const handedIn = await classFolder(project, largeAnswers(6));
    const words = ['grade', handedIn, '--exercises=01', '--out=out'];
    const full = await project.run(words);
    expect(full.stderr.trim().split('\n').at(-1)).toBe(`${disk.folder} is full: ${KEPT}`);
    expect(full.status).toBe(2);
    const graded = full.stderr.match(/^\d\/6 {2}.*/gm) ?? [];
    expect(graded.length).toBeGreaterThan(0);
    expect(graded.length).toBeLessThan(6);

    disk.resize('200m');
    const again = await project.run(words);
    expect(again.status, again.stderr).toBe(0);
    expect(again.stdout).toContain(`${graded.length} submission`);
    const { submissions } = await readResults(project);
    expect(submissions.map(({ points }) => points)).toEqual([7, 6, 7, 6, 7, 6]);
    await project.run(['mlflow', 'stop', '--of=out']);
  },
  400_000,
);

test.skipIf(!(await canMount()))(
  'a full folder for temporary files, or a full out folder, is said before anything is graded',
  async () => {
    const handedIn = await classFolder(project, largeAnswers(1));
    const words = ['grade', handedIn, '--exercises=01', '--out=out'];
    for (const [name, env] of [
      ['temporary', { TMPDIR: join(project.folder, 'temporary') }],
      ['out', {}],
    ] as const) {
      await using disk = await smallDisk(join(project.folder, name), '1m');
      await disk.fill();
      const { status, stdout, stderr } = await project.run(words, env);
      expect(stderr.trim().split('\n').at(-1)).toBe(`${disk.folder} is full: ${KEPT}`);
      expect([status, stdout]).toEqual([2, expect.not.stringContaining('Points')]);

      disk.resize('200m');
      await rm(join(disk.folder, 'filling'));
      const again = await project.run(words, env);
      expect(again.status, again.stderr).toBe(0);
      expect((await readResults(project)).submissions[0]?.points).toBe(7);
      await project.run(['mlflow', 'stop', '--of=out']);
      await rm(join(project.folder, 'out'), { recursive: true }).catch(() => undefined);
    }
  },
  400_000,
);

/** Right answers and ones with one mistake in turns, each with an artifact of two megabytes. */
function largeAnswers(count: number): Record<string, string> {
  const large = replaced(
    quickAnswer(),
    'await mlflow.logMetrics',
    "await mlflow.logText('x'.repeat(2 * 1024 ** 2), 'large.txt');\n    await mlflow.logMetrics",
  );
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `student ${index}/01-first-run.ts`,
      index % 2 === 0 ? large : replaced(large, 'max_depth: 10', 'max_depth: 11'),
    ]),
  );
}
