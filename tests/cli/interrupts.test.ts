import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { replaced, scratchProject, solutionOf, type ScratchProject } from './scratch-project.ts';

const CTRL_C = '\u0003';
const FILE = 'exercises/07-gradient-boosting.ts';

let project: ScratchProject;
let temp = '';

beforeAll(async () => {
  project = await scratchProject();
  temp = join(project.folder, 'temp');
  await mkdir(temp);
  await project.run(['mlflow', 'start']);
});
afterAll(async () => await project[Symbol.asyncDispose]());
beforeEach(async () => await project.run(['reset', '07']));

/** Processes whose temporary folder is in ours: what a command started, MLflow itself excepted. */
function started(): number[] {
  return globSync('/proc/[0-9]*').flatMap((folder) => {
    try {
      const inside = readFileSync(`${folder}/environ`, 'utf8').includes(`TMPDIR=${temp}`);
      // What is dead already has no command line.
      return inside && readFileSync(`${folder}/cmdline`, 'utf8') !== ''
        ? [Number(folder.slice(6))]
        : [];
    } catch {
      return [];
    }
  });
}

async function nothingIsLeft(): Promise<void> {
  for (let waitedMs = 0; started().length > 0; waitedMs += 20) {
    if (waitedMs > 5000) throw new Error(`still there: ${started().join(', ')}`);
    await pause(20);
  }
  expect(await readdir(temp)).toEqual([]);
  const state = await readdir(join(project.folder, '.mlflow'));
  expect(state.filter((name) => name.endsWith('.lock'))).toEqual([]);
  const kept = join(project.folder, '.mlflow', 'snapshots');
  expect(
    existsSync(kept) ? (await readdir(kept)).filter((name) => name.startsWith('.')) : [],
  ).toEqual([]);
}

test.runIf(process.platform === 'linux')(
  'Ctrl+C in the middle of a run ends the submission and its children, and leaves nothing behind',
  async () => {
    await project.write(
      FILE,
      `import { spawn } from 'node:child_process';
       import { mkdtempSync, writeFileSync } from 'node:fs';
       import { tmpdir } from 'node:os';
       import { join } from 'node:path';
       export default async function ({ mlflow }) {
         await mlflow.setExperiment('workshop-churn-learning');
         const folder = mkdtempSync(join(tmpdir(), 'mine-'));
         writeFileSync(join(folder, 'half'), 'half');
         spawn('sleep', ['1000'], { stdio: 'inherit' });
         writeFileSync(${JSON.stringify(join(project.folder, 'running'))}, '');
         for (;;);
       }`,
    );
    await using terminal = project.onTerminal(['test', '07'], { TMPDIR: temp });
    await project.appears('running');
    // The command, the submission and its child.
    expect(started().length).toBeGreaterThanOrEqual(3);
    terminal.type(CTRL_C);
    expect((await terminal.ended).status).toBe(130);
    await nothingIsLeft();
  },
);

test.runIf(process.platform === 'linux')(
  'Ctrl+C while a model is served ends the model server too',
  async () => {
    const solution = await solutionOf('11-serving');
    const here = JSON.stringify(join(project.folder, 'serving'));
    const served = /const server = await serving\.serve\(.*\);/.exec(solution)?.[0] ?? '?';
    await project.write(
      'exercises/11-serving.ts',
      replaced(
        `import { writeFileSync } from 'node:fs';\n${solution}`,
        served,
        `${served}\n  writeFileSync(${here}, '');\n  for (;;) await new Promise((later) => setTimeout(later, 1000));`,
      ),
    );
    await using terminal = project.onTerminal(['test', '11'], { TMPDIR: temp });
    await project.appears('serving');
    terminal.type(CTRL_C);
    expect((await terminal.ended).status).toBe(130);
    await nothingIsLeft();
  },
);

test.runIf(process.platform === 'linux')(
  'a run that ends leaves nothing behind either',
  async () => {
    await project.write(FILE, await solutionOf('07-gradient-boosting'));
    await project.write('exercises/11-serving.ts', await solutionOf('11-serving'));
    const { stdout } = await project.run(['test', '07', '11'], { TMPDIR: temp });
    expect(stdout).toContain('2 passed');
    await nothingIsLeft();
  },
);

test.skipIf(process.platform === 'win32')(
  'a terminal that does not know its width shows plain lines, and the verdict',
  async () => {
    await project.write(FILE, await solutionOf('07-gradient-boosting'));
    await using terminal = project.onTerminal(['test', '07'], { NO_COLOR: '1' }, 0);
    await terminal.shows('07-gradient-boosting  Log a gradient boosting  17/17  passed');
    expect((await terminal.ended).status).toBe(0);
  },
);

test.skipIf(process.platform === 'win32')(
  'watch grades on each save and ends cleanly on Ctrl+C',
  async () => {
    const solution = await solutionOf('07-gradient-boosting');
    await using terminal = project.onTerminal(['watch'], {
      TMPDIR: temp,
      NO_COLOR: '1',
    });
    await terminal.shows('Waiting for you to save');
    await project.write(FILE, solution);
    // As an editor that writes twice, and is then seen to have written while the first is graded.
    await terminal.shows('running…');
    await project.write(FILE, solution);
    await terminal.shows('✓ 07-gradient-boosting  Log a gradient boosting  17/17  passed');
    await terminal.shows('Next: open exercises/08-tags-and-confusion-matrix.ts, then npm test 08');
    expect(await terminal.shows('Waiting for you to save')).not.toContain('17/17');
    await project.write(FILE, replaced(solution, 'learning_rate', 'learning_rat'));
    await terminal.shows('Parameter learning_rate missing: you logged "learning_rat".');
    await terminal.shows('Waiting for you to save');
    await project.write(FILE, 'export default function () {\n  for (;;);\n}\n');
    await terminal.shows('running…');
    terminal.type(CTRL_C);
    expect((await terminal.ended).status).toBe(0);
    await nothingIsLeft();
  },
);
