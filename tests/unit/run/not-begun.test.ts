import { expect, test } from 'vitest';
import { startLocalProgram } from '../../../src/run/local-program.ts';
import { waitingChild } from '../../../src/run/run-submission.ts';

const JOB = { file: '/nowhere/a.py', trackingUri: 'http://127.0.0.1', userName: 'me' };

/** What becomes of a child that does this once it has its job. */
async function run(script: string) {
  const words = ['sh', '-c', `printf 'ready\\n' >&3; cat > /dev/null; ${script}`] as const;
  using child = waitingChild(startLocalProgram(words, { PATH: '/usr/bin:/bin' }));
  return await child.run(JOB, { timeoutMs: 20_000 });
}

test.skipIf(process.platform === 'win32')(
  'a child that ends before it has begun the submission is trouble of ours',
  async () => {
    const ended = run('echo no space left >&2; exit 70');
    await expect(ended).rejects.toThrow('did not start: no space left');
  },
);

test.skipIf(process.platform === 'win32').for([
  ['leaves', `printf 'begun\\n' >&3; exit 70`],
  ['forges what is said', `printf 'begun\\n' >&3; printf 'ready\\nfailed\\n' >&3; exit 70`],
] as const)('a submission that %s has left, whatever its exit code', async ([, script]) => {
  const { execution } = await run(script);
  expect(execution).toMatchObject({ outcome: 'exited', exitCode: 70 });
});
