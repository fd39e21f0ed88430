import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { scratchProject } from './scratch-project.ts';

/** What stands for any path. */
const PLACEHOLDER = / (?:PATH|CHEMIN)$/;

const root = new URL('../../', import.meta.url);
const readme = await readFile(new URL('README.md', root), 'utf8');
const path = await readFile(new URL('exercises/README.md', root), 'utf8');

/** Every `npm …` of the README and of the path through the workshop, in code spans and fences, once each. */
const commands = [
  ...new Set(
    [...`${readme}\n${path}`.matchAll(/(?:^|`)(npm (?:test|run)[^`\n]*)/gm)].flatMap(
      (m) => m[1] ?? [],
    ),
  ),
].filter((command) => !PLACEHOLDER.test(command));

/** They run other tests, or run until they are stopped: here only their help is asked for. */
const LONG = [
  'npm run verify',
  'npm run check',
  'npm run law',
  'npm run bench',
  'npm run watch',
  'npm run watch -- --python',
];

/** An untouched exercise that is named has not passed: those are the red answers among them. */
const UNTOUCHED = [
  'npm test 07',
  'npm test 07 -- --python',
  'npm test exercises/python/07_gradient_boosting.py',
];

test('the READMEs name the commands that matter', () => {
  expect(commands).toEqual(expect.arrayContaining(['npm test', ...UNTOUCHED, ...LONG]));
});

test('every command of both READMEs is a script of package.json and does what it says', async () => {
  await using project = await scratchProject();
  const scripts: unknown = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
  // The order of the README is that of a first visit; a snapshot is there once 07 was checked.
  for (const command of commands) {
    const words = wordsOf(command);
    const help = LONG.includes(command) ? ['--help'] : [];
    const { status, stdout, stderr } = await project.run([...words, ...help]);
    expect(scripts, command).toHaveProperty(['scripts', words[0] ?? '']);
    const expected = UNTOUCHED.includes(command) ? 1 : 0;
    expect(status, `${command}\n${stdout}\n${stderr}`).toBe(expected);
  }
}, 240_000);

/** `npm run hint 07` → `hint 07`, as package.json hands it on. */
function wordsOf(command: string): string[] {
  const words = command.split(/\s+/).slice(1);
  return (words[0] === 'run' ? words.slice(1) : words)
    .filter((word) => word !== '--')
    .map((word) => (/^(solutions|docs)\//.test(word) ? fileURLToPath(new URL(word, root)) : word));
}
