import { message, type Sentence } from '../messages/sentence.ts';
import { findTrackingServer } from '../server/index.ts';
import type { ProgressStep, TrackingServer } from '../server/tracking-server.ts';
import type { Console } from './console.ts';
import { project } from './project.ts';

/** Finds or starts MLflow, showing what takes time. */
export async function openServer(io: Console): Promise<TrackingServer> {
  const show = progressPrinter(io);
  try {
    return await findTrackingServer({ stateFolder: project.state, env: io.env, onProgress: show });
  } finally {
    io.quiet();
  }
}

/** Shows each step; where there is no terminal, one line for each step that is new. */
export function progressPrinter(io: Console): (step: ProgressStep) => void {
  let last = '';
  return (step) => {
    const text = io.translate(sentenceOf(step)).trimEnd();
    io.progress(text);
    if (step.step !== last) io.log(text);
    last = step.step;
  };
}

function sentenceOf({ step, done, total, detail }: ProgressStep): Sentence {
  const count = done === undefined ? '' : total === undefined ? `${done}` : `${done}/${total}`;
  const more = [count, detail ?? ''].filter((part) => part !== '').join(' ');
  return message(`progress.${step}`, { more });
}
