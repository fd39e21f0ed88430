import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMlflow } from '../../src/mlflow/index.ts';
import type { Results, SubmissionResult } from '../../src/results/results.ts';
import { readResults, serverOf } from '../cli/class-folder.ts';
import { scratchProject, type Ended, type ScratchProject } from '../cli/scratch-project.ts';
import { processesWith, PROJECT, providers } from '../sandbox/boxes.ts';
import { FILE_NAME, NEIGHBOURS, submissionFiles, writeClass } from './attacked-class.ts';
import { startCanary, type Canary } from './canary.ts';
import { hostileFolders } from './hostile-folders.ts';
import { attacks } from './table.ts';

/**
 * The corpus of attacks, each a real submission in a class that `grade` grades in a real sandbox: the honest
 * verdict for each attacker, full marks for their neighbours, and nothing of ours in what is left.
 */

const EXERCISES = [
  '01-first-run',
  '05-scaler',
  '07-gradient-boosting',
  '10-model-registry',
  '11-serving',
  '12-batch-inference',
];
const GRADE_MS = 600_000;

test('every attack has its files, and every file its attack', async () => {
  const names = new Set(attacks.map(({ name }) => name));
  const owners = [
    ...(await submissionFiles()).map((file) => FILE_NAME.exec(file)?.[1] ?? file),
    ...Object.keys(hostileFolders()).map(nameIn),
  ];
  expect(new Set(owners)).toEqual(names);
});

test('docs/security.md names every attack in its row', async () => {
  const page = await readFile(join(PROJECT, 'docs', 'security.md'), 'utf8');
  for (const { id, name } of attacks) {
    const row = page.split('\n').find((line) => line.startsWith(`| ${id} |`));
    expect(row).toContain(name.startsWith('=') ? 'a student called' : `\`${name}\``);
  }
});

describe.for(providers)('in a $name sandbox', ({ name: sandbox }) => {
  describe.for([
    { kind: 'sly', greedy: undefined, handsIn: EXERCISES, options: [] },
    {
      kind: 'greedy',
      greedy: true,
      handsIn: ['01-first-run'],
      options: ['--timeout=8', '--memory=512'],
    },
  ] as const)('a class of $kind attackers', ({ greedy, handsIn, options }) => {
    const secret = `secret-${randomUUID()}`;
    const word = randomUUID();
    const attackers = attacks.filter(
      (attack) =>
        attack.greedy === greedy && (attack.judged !== true || sandbox === providers[0]?.name),
    );
    let project: ScratchProject;
    let canary: Canary;
    let ended: Ended;
    let results: Results;
    let before: readonly string[];

    beforeAll(async () => {
      project = await scratchProject();
      canary = await startCanary();
      const marks = {
        secret: await project.write('secret.txt', secret),
        canary: canary.uri,
        class: join(project.folder, 'class'),
        out: join(project.folder, 'out'),
        project: PROJECT.replace(/\/$/, ''),
        word,
      };
      await writeClass(marks.class, attackers, handsIn, marks);
      before = await everything(project.folder);
      const words = [
        'grade',
        marks.class,
        `--exercises=${handsIn.map((name) => name.slice(0, 2)).join()}`,
      ];
      ended = await project.run(
        [...words, '--out=out', '--jobs=2', `--sandbox=${sandbox}`, ...options],
        {
          GRADER_TOKEN: secret,
          TESTCONTAINERS_RYUK_DISABLED: 'true',
        },
      );
      if (ended.status !== 0) throw new Error(ended.stdout + ended.stderr);
      results = await readResults(project);
    }, GRADE_MS);
    afterAll(async () => {
      await project.run(['mlflow', 'stop', '--of=out']);
      await project[Symbol.asyncDispose]();
      await canary[Symbol.asyncDispose]();
    });

    test('each submission has a verdict', () => {
      expect(ended.stderr).not.toMatch(/^ +at /m);
      expect(results.submissions).toHaveLength(attackers.length + NEIGHBOURS.length);
    });

    test.for(attackers)('$id $name: $shows', ({ name, ends }) => {
      const submission = results.submissions.find((one) => one.name === name);
      if (ends === 'unreadable') {
        expect(submission).toMatchObject({ outcome: 'unreadable', points: 0 });
        return;
      }
      const expected = Object.entries(ends).map(([exercise, { outcomes, passes }]) => {
        return [exercise, { outcome: expect.toBeOneOf(outcomes), passes }];
      });
      expect(endingsOf(submission)).toEqual(Object.fromEntries(expected));
      expect(submission?.points).toBe(pointsOf(results, ends));
    });

    test.for(NEIGHBOURS)('%s has full marks', (name) => {
      const submission = results.submissions.find((one) => one.name === name);
      const handedIn = submission?.exercises.filter(({ outcome }) => outcome !== 'missing') ?? [];
      const failed = handedIn.filter(({ passed }) => !passed);
      expect(failed.map(({ exercise, trouble, checks }) => [exercise, trouble, checks])).toEqual(
        [],
      );
      const full = handedIn.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
      expect(full).toBeGreaterThan(0);
      expect(submission?.points).toBe(full);
    });

    test('what the neighbours logged is in MLflow as it was judged', async () => {
      const { port } = await serverOf(project);
      const trackingUri = `http://127.0.0.1:${port}`;
      for (const name of NEIGHBOURS) {
        const workspace = results.submissions.find((one) => one.name === name)?.workspace ?? '';
        const mlflow = createMlflow({ trackingUri, workspace });
        const [run] = await mlflow.searchRuns({
          experimentNames: ['workshop-churn-learning'],
          filterString: "attributes.run_name = 'mon-premier-run-mlflow'",
        });
        expect(run?.info).toMatchObject({ status: 'FINISHED', lifecycleStage: 'active' });
        expect(run?.data.metrics).toEqual({ accuracy: 0.8, f1: 0.5 });
      }
    });

    test('no secret is in what was printed or kept, and nobody called home', async () => {
      expect(ended.stdout + ended.stderr).not.toContain(secret);
      expect(await filesWith(join(project.folder, 'out'), secret)).toEqual([]);
      expect(canary.visits).toEqual([]);
    });

    test('nothing of them lives on, and nothing outside the out folder has changed', async () => {
      expect(processesWith(word)).toEqual([]);
      const after = await everything(project.folder);
      const ours = /^(out|\.mlflow)(\/|$)/;
      expect(after.filter((line) => !ours.test(line))).toEqual(
        before.filter((line) => !ours.test(line)),
      );
      const forged = /(^|\/)(shadow|loaded|unpickled|mine)$/;
      expect(after.filter((line) => forged.test(line))).toEqual([]);
    });

    test('what is shown of them is text', async () => {
      expect(ended.stdout + ended.stderr).not.toMatch(/^::|^##\[/m);
      expect(ended.stdout + ended.stderr).not.toContain('\u001B');
      const rows: string[][] = parse(await project.read('out/exports/grades.csv'), { bom: true });
      expect(rows.length).toBeGreaterThan(NEIGHBOURS.length);
      expect(rows.flat().filter((cell) => /^[=+@\t\r-]/.test(cell))).toEqual([]);
      expect(await filesWith(join(project.folder, 'out', 'report'), '<img src=x')).toEqual([]);
      expect(await filesWith(join(project.folder, 'out', 'report'), '<script')).toEqual([]);
    });
  });
});

function endingsOf(submission: SubmissionResult | undefined) {
  const handedIn = submission?.exercises.filter(({ outcome }) => outcome !== 'missing') ?? [];
  return Object.fromEntries(
    handedIn.map(({ exercise, outcome, checks }) => {
      const passes = checks.filter((check) => check.outcome === 'passed').map(({ id }) => id);
      return [exercise, { outcome, passes }];
    }),
  );
}

/** What the checks that an attacker honestly passes are worth. */
function pointsOf(
  { exercises }: Results,
  ends: Readonly<Record<string, { passes: readonly string[] }>>,
) {
  return exercises
    .flatMap(({ name, checks }) => checks.filter(({ id }) => ends[name]?.passes.includes(id)))
    .reduce((sum, { points }) => sum + points, 0);
}

async function filesWith(folder: string, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && (await readFile(path)).includes(text)) found.push(path);
  }
  return found;
}

/** Every path below a folder. */
async function everything(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

/** Whose it is, of a path in the class folder. */
function nameIn(path: string): string {
  const owner = attacks.find(({ name }) => path.startsWith(`${name}/`) || path === `${name}.zip`);
  return owner?.name ?? path;
}
