import type { MessageKey } from '../messages/fr.ts';
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

/** What is said where the libraries of students' Python are installed, and not MLflow's server. */
const OF_LIBRARIES: Partial<Record<ProgressStep['step'], MessageKey>> = {
  'waiting-for-another-command': 'progress.libraries.waiting-for-another-command',
  'collecting-packages': 'progress.libraries.collecting-packages',
  'installing-packages': 'progress.libraries.installing-packages',
};

/**
 * Shows each step; where there is no terminal, one line for each step that is new.
 *
 * @param what what is installed
 */
export function progressPrinter(
  io: Pick<Console, 'translate' | 'progress' | 'log'>,
  what: 'mlflow' | 'libraries' = 'mlflow',
): (step: ProgressStep) => void {
  const keys = what === 'libraries' ? OF_LIBRARIES : {};
  let last = '';
  return (step) => {
    const key = keys[step.step] ?? (`progress.${step.step}` as const);
    const text = io.translate(sentenceOf(key, step)).trimEnd();
    io.progress(text);
    if (step.step !== last) io.log(text);
    last = step.step;
  };
}

function sentenceOf(key: MessageKey, { done, total, detail }: ProgressStep): Sentence {
  const count = done === undefined ? '' : total === undefined ? `${done}` : `${done}/${total}`;
  const more = [count, detail ?? ''].filter((part) => part !== '').join(' ');
  return message(key, { more });
}
