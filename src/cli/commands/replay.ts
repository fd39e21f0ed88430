import { readFile } from 'node:fs/promises';
import { graders } from '../../../graders/index.ts';
import { judge } from '../../judge/judge.ts';
import { parseSnapshot, SnapshotError } from '../../judge/snapshot-schema.ts';
import { message } from '../../messages/sentence.ts';
import { ownOutput } from '../../report/own-output.ts';
import { renderResult } from '../../report/terminal.ts';
import { notesOf, troubleOf } from '../../report/trouble.ts';
import type { Console } from '../console.ts';
import { ExitError } from '../exit-error.ts';
import { findExercise } from '../find-exercise.ts';
import { MEMORY_MB } from '../submission-process.ts';

/** `npm run replay FILE`: judges a kept snapshot again, without MLflow and without the submission. */
export async function replay(words: readonly string[], io: Console): Promise<0 | 1> {
  const [file = ''] = words;
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ExitError(1, message('cli.no-snapshot', { file }), { cause });
  });
  let snapshot;
  try {
    snapshot = parseSnapshot(text);
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    throw new ExitError(1, message('cli.bad-snapshot', { file, error: error.message }), {
      cause: error,
    });
  }
  const grader = findExercise(snapshot.exercise, graders);
  const verdict = judge(grader, snapshot);
  const { translate, color } = io;
  const result = {
    kind: 'graded' as const,
    exercise: grader.name,
    title: grader.title,
    verdict,
    trouble: troubleOf(snapshot, MEMORY_MB),
    notes: notesOf(snapshot),
    url: null,
    output: ownOutput(snapshot),
  };
  io.print(renderResult(result, { translate, color, detailed: true }));
  return verdict.passed ? 0 : 1;
}
