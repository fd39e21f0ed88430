import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { classProgress } from '../../../src/cli/class-progress.ts';
import { createConsole } from '../../../src/cli/console.ts';
import { gradedSubmission } from '../results/sample-class.ts';

test('without a terminal, what runs for long is named again and again until it is done', async () => {
  const lines: string[] = [];
  const io = { ...(await createConsole('en')), log: (text: string) => void lines.push(text) };
  {
    using progress = classProgress(io, 2, 20);
    progress.begin({ id: 'marie', name: 'Marie' });
    while (lines.length < 2) await pause(5);
    progress.end(gradedSubmission('marie'));
    lines.length = 0;
    progress.begin({ id: 'paul', name: 'Paul\n##[error]' });
    while (lines.length < 1) await pause(5);
  }
  expect(lines[0]).toBe('Still running: Paul # #[error] (0:00)');
  const count = lines.length;
  await pause(60);
  expect(lines).toHaveLength(count);
});
