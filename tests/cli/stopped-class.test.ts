import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { classFolder, quickAnswer, endClass } from './class-folder.ts';
import { scratchProject, type ScratchProject } from './scratch-project.ts';

let project: ScratchProject;

beforeEach(async () => {
  project = await scratchProject();
});
afterEach(async () => await endClass(project));

const ENDLESS = 'export default () => { for (;;); };';

test.runIf(process.platform === 'linux').for([
  ['SIGINT', 130, 'en', 'Stopped: 1 of 2 submissions has a verdict.'],
  ['SIGTERM', 143, 'fr', 'Arrêté : 1 rendu sur 2 a un verdict.'],
] as const)('%s says how far the class is, and leaves nothing running', async (row) => {
  const [signal, status, language, sentence] = row;
  const handedIn = await classFolder(project, {
    'Loop/01-first-run.ts': ENDLESS,
    'Marie/01-first-run.ts': quickAnswer(),
  });
  const words = ['grade', handedIn, '--exercises=01', '--out=out', '--jobs=2'];
  const { child, ended } = project.start([...words, `--lang=${language}`]);
  await project.appears(join('out', 'submissions', 'marie', 'result.json'));
  // Marie's line is printed a moment after her result is there.
  await pause(500);
  child.kill(signal);
  const { status: found, stderr } = await ended;
  expect(stderr.trim().split('\n').at(-1)).toContain(sentence);
  expect(found).toBe(status);
  for (let waitedMs = 0; started().length > 0; waitedMs += 20) {
    if (waitedMs > 5000) throw new Error(`still there: ${started().join('\n')}`);
    await pause(20);
  }

  const again = await project.run([...words, '--timeout=2']);
  expect(again.stdout).toContain('1 submission was graded before and is kept');
  expect(again.stdout).toContain('2 of 2 submissions have a verdict');
});

/** The command lines of what was started for this project, MLflow itself excepted. */
function started(): string[] {
  return globSync('/proc/[0-9]*/cmdline').flatMap((file) => {
    try {
      const words = readFileSync(file, 'utf8');
      return words.includes(project.folder) && !words.includes('serve.py') ? [words] : [];
    } catch {
      return [];
    }
  });
}
