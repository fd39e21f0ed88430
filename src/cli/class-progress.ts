import { rateOf } from '../bulk/rate.ts';
import { terminalName } from '../exports/terminal-line.ts';
import { message } from '../messages/sentence.ts';
import type { SubmissionResult } from '../results/results.ts';
import type { Console } from './console.ts';

/** What is shown while a class is graded: a line that moves on a terminal, else a line for each submission. */
export interface ClassProgress {
  begin(name: string): void;
  end(result: SubmissionResult): void;
}

export function classProgress(io: Console, total: number): ClassProgress {
  const started = performance.now();
  let done = 0;
  const show = (name: string) => {
    const { perMinute, secondsLeft } = rateOf(done, total - done, performance.now() - started);
    const values = {
      done,
      total,
      name: terminalName(name),
      rate: perMinute.toFixed(1),
    };
    io.progress(
      io.translate(
        secondsLeft === null
          ? message('grade.progress', values)
          : message('grade.progress-left', { ...values, left: clock(secondsLeft) }),
      ),
    );
  };
  return {
    begin: show,
    end(result) {
      done += 1;
      const points = result.points === null ? '–' : `${result.points}/${result.maxPoints}`;
      const values = { done, total, name: terminalName(result.name), points };
      io.log(io.translate(message('grade.done-one', values)));
      show(result.name);
    },
  };
}

function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}
