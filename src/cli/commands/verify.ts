import type { Console } from '../console.ts';
import { runSteps, type Step } from '../run-steps.ts';

const CHECKS: readonly Step[] = [
  { title: 'types', command: ['tsc', '-p', '.'] },
  { title: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { title: 'format', command: ['oxfmt', '--check', '.'] },
  { title: 'dead code', command: ['knip'] },
];

/** `npm run check`: what answers in seconds. */
export async function check(_words: readonly string[], io: Console): Promise<0 | 1> {
  return await runSteps(
    [...CHECKS, { title: 'unit tests', command: ['vitest', 'run', '--project', 'unit'] }],
    io,
  );
}

/** `npm run verify`: everything, with the coverage of child processes too. */
export async function verify(_words: readonly string[], io: Console): Promise<0 | 1> {
  return await runSteps([...CHECKS, { title: 'tests', command: ['c8', 'vitest', 'run'] }], io);
}

/** `npm run law`: the matrix of answers against checks; words filter by exercise or answer. */
export async function law(words: readonly string[], io: Console): Promise<0 | 1> {
  const filter = words.length === 0 ? [] : ['-t', words.join(' ')];
  return await runSteps(
    [{ title: 'law', command: ['vitest', 'run', '--project', 'law', ...filter] }],
    io,
  );
}
