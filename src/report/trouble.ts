import { isMessageKey } from '../messages/fr.ts';
import { message, type Message, type Sentence } from '../messages/sentence.ts';
import { writtenIn } from '../messages/written-in.ts';
import { errorSaid } from '../judge/error-said.ts';
import { EXPERIMENT } from '../judge/found-run.ts';
import type { Execution, Snapshot } from '../judge/snapshot.ts';
import { refusalNotes } from './refusal-notes.ts';

/** Node's exit code when what is waited for can no longer come. */
const UNSETTLED = 13;

/** The sentence for an execution that did not complete, or never came to the exercise; null for one that did. */
export function troubleOf(
  { execution, language, notRun }: Pick<Snapshot, 'execution' | 'language' | 'notRun'>,
  memoryMb: number,
): Sentence | null {
  const sentence =
    notRun !== undefined && execution.outcome === 'completed'
      ? notRunSentence(notRun)
      : (elsewhereSentence(execution) ?? sentenceOf(execution, memoryMb));
  return sentence === null ? null : writtenIn(language, sentence);
}

function sentenceOf(execution: Execution, memoryMb: number): Sentence | null {
  const error = execution.error === null ? '' : errorSaid(execution.error);
  const place = execution.error === null ? null : placeOf(execution.error);
  const whole = wholeSentence(execution);
  if (whole !== null) return whole;
  switch (execution.outcome) {
    case 'completed':
      return null;
    case 'threw':
      return place === null
        ? message('execution.threw', { error })
        : message('execution.threw-at', { error, place });
    case 'syntax-error':
      return place === null
        ? message('execution.syntax-error', { error })
        : message('execution.syntax-error-at', { error, place });
    case 'no-default-export':
      return message('execution.no-default-export');
    case 'unreadable-return':
      return message('execution.unreadable-return', { error });
    case 'exited':
      if (execution.exitCode === UNSETTLED) return message('execution.unsettled');
      return message('execution.exited', { code: execution.exitCode ?? '?' });
    case 'timed-out':
      return timedOut(execution);
    case 'out-of-memory':
      return message('execution.out-of-memory', { megabytes: memoryMb });
  }
}

function timedOut({ limitMs, stoppedAt: cell }: Execution): Sentence {
  const seconds = Math.round(limitMs / 1000);
  return cell === undefined
    ? message('execution.timed-out', { seconds })
    : message('execution.timed-out-in', { seconds, cell });
}

/** Python's errors of MLflow's client and of requests: where there is no MLflow, the way there is their cause. */
const OF_THE_WAY = [
  'MlflowException',
  'RestException',
  'ConnectionError',
  'ConnectTimeout',
  'InvalidSchema',
  'MissingSchema',
];

/** Of one that led MLflow elsewhere, and of whose end that is the cause. */
function elsewhereSentence({ outcome, error, elsewhere }: Execution): Sentence | null {
  if (elsewhere === undefined) return null;
  if (outcome !== 'completed' && !OF_THE_WAY.includes(error?.name ?? '')) return null;
  const { uri } = elsewhere;
  const place = placeOf(elsewhere);
  return place === null
    ? message('execution.elsewhere', { uri })
    : message('execution.elsewhere-at', { uri, place });
}

function notRunSentence({ cell }: NonNullable<Snapshot['notRun']>): Sentence {
  return cell === null
    ? message('execution.not-run')
    : message('execution.not-run-after', { cell });
}

/** The catalogue's own sentence for a mistake that says more than how the execution ended. */
function wholeSentence({ error }: Execution): Sentence | null {
  if (error?.code === undefined) return null;
  const key = `execution.${error.code}`;
  if (!isMessageKey(key)) return null;
  return message(key, { ...error.values, error: errorSaid(error), place: placeOf(error) ?? '?' });
}

function placeOf({
  line,
  cell,
}: Pick<NonNullable<Execution['error']>, 'line' | 'cell'>): Message | null {
  if (line === null) return null;
  return typeof cell === 'number'
    ? message('place.cell', { cell, line })
    : message('place.line', { line });
}

/** Things worth knowing that cost nothing: runs of one name, more runs than were looked into, refused calls. */
export function notesOf(snapshot: Snapshot): Sentence[] {
  const counts = new Map<string, number>();
  for (const run of snapshot.runs) {
    if (!run.deleted && run.experimentName === EXPERIMENT) {
      counts.set(run.name, (counts.get(run.name) ?? 0) + 1);
    }
  }
  const several = [...counts]
    .filter(([, count]) => count > 1)
    .map(([name, count]) => message('note.several-runs', { name, count }));
  const { runs, runCount: created } = snapshot;
  const many =
    runs.length === created ? [] : [message('note.many-runs', { created, seen: runs.length })];
  return [...several, ...many, ...refusalNotes(snapshot.requests)];
}
