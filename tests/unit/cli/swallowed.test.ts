import { expect, test } from 'vitest';
import { ExitError } from '../../../src/cli/exit-error.ts';
import { GRADE_ARGUMENTS } from '../../../src/cli/grade-arguments.ts';
import { refuseSwallowed } from '../../../src/cli/swallowed.ts';
import { createTranslator } from '../../../src/messages/translator.ts';

const args = {
  lang: { type: 'string' },
  python: { type: 'boolean' },
  ...GRADE_ARGUMENTS,
} as const;

/** What has to be typed instead; null when nothing was kept back. */
function typed(
  script: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  given: Readonly<Record<string, unknown>> = {},
): string | null {
  try {
    const all = { npm_lifecycle_event: script, ...env };
    refuseSwallowed(script, words, { keep: true, ...given }, args, all);
    return null;
  } catch (error) {
    if (!(error instanceof ExitError)) throw error;
    const said = createTranslator('en')(error.sentence);
    return said.slice(said.indexOf('Type: ') + 'Type: '.length);
  }
}

test.for([
  ['test', ['07'], { npm_config_python: 'true' }, 'npm test 07 -- --python'],
  ['hint', ['07'], { npm_config_python: 'true' }, 'npm run hint 07 -- --python'],
  // As npm 11 hands on `npm run grade class --exercises=07 --allow-decrease --no-keep`.
  [
    'grade',
    ['class'],
    { npm_config_exercises: '07', npm_config_allow_decrease: 'true', npm_config_keep: '' },
    'npm run grade class -- --exercises=07 --allow-decrease --no-keep',
  ],
  ['grade', ['class', 'out'], { npm_config_out: 'true' }, 'npm run grade class out -- --out=…'],
  ['hint', ['07', 'fr'], { npm_config_long: 'true' }, 'npm run hint 07 -- --lang=fr'],
] as const)('npm run %s %s with %o', ([script, words, env, command]) => {
  expect(typed(script, words, env)).toBe(command);
});

test('options that reached the command stay in what has to be typed', () => {
  expect(typed('grade', ['class'], { npm_config_timeout: '60' }, { out: 'marks' })).toBe(
    'npm run grade class -- --timeout=60 --out=marks',
  );
});

test('what is no option of ours, typed again or about another script is nothing to say', () => {
  expect(typed('test', [], { npm_config_yes: 'true', npm_config_long: '' })).toBeNull();
  expect(typed('test', ['07'], { npm_config_python: '/usr/bin/python3' })).toBeNull();
  expect(typed('test', ['07'], { npm_config_python: 'true' }, { python: true })).toBeNull();
  expect(typed('test', ['07'], { npm_config_timeout: '5' }, { timeout: '60' })).toBeNull();
  expect(
    typed('test', ['07'], { npm_config_python: 'true', npm_lifecycle_event: 'verify' }),
  ).toBeNull();
  expect(typed('grade', ['class'], { npm_config_keep: '' }, { keep: false })).toBeNull();
});
