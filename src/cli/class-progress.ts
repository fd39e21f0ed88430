import { rateOf } from '../bulk/rate.ts';
import { terminalName } from '../exports/terminal-line.ts';
import { message } from '../messages/sentence.ts';
import type { SubmissionResult } from '../results/results.ts';
import type { Console } from './console.ts';

/** Where there is no terminal, what has run for half of this time is named again and again, in milliseconds. */
const STILL_MS = 30_000;

/**
 * What is shown while a class is graded: a line that moves on a terminal; else a line for each submission that is done,
 * and now and then one that names those that are not. Until disposed.
 */
export interface ClassProgress extends Disposable {
  begin(submission: Pick<SubmissionResult, 'id' | 'name'>): void;
  end(result: SubmissionResult): void;
}

export function classProgress(io: Console, total: number, stillMs = STILL_MS): ClassProgress {
  const started = performance.now();
  const running = new Map<string, { readonly name: string; readonly since: number }>();
  let done = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    const long = [...running.values()].filter(({ since }) => now - since >= stillMs / 2);
    const names = long
      .map(
        ({ name, since }) => `${terminalName(name)} (${clock(Math.round((now - since) / 1000))})`,
      )
      .join(', ');
    if (long.length > 0) io.log(io.translate(message('grade.still-running', { names })));
  }, stillMs);
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
    begin({ id, name }) {
      running.set(id, { name, since: performance.now() });
      show(name);
    },
    end(result) {
      running.delete(result.id);
      done += 1;
      const points = result.points === null ? '–' : `${result.points}/${result.maxPoints}`;
      const values = { done, total, name: terminalName(result.name), points };
      io.log(io.translate(message('grade.done-one', values)));
      show(result.name);
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}
