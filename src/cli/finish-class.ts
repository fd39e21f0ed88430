import type { MarkChange, MarksDiff } from '../bulk/marks-diff.ts';
import type { OutFolder } from '../bulk/out-folder.ts';
import { hasVerdict } from '../bulk/has-verdict.ts';
import { readStored } from '../bulk/stored-result.ts';
import { toClassFiles } from '../exports/class-files.ts';
import type { Worksheet } from '../exports/moodle/worksheet.ts';
import { terminalName } from '../exports/terminal-line.ts';
import { renderClass } from '../exports/terminal-table.ts';
import type { Grader } from '../judge/grader.ts';
import { message } from '../messages/sentence.ts';
import { generator } from '../results/generator.ts';
import { exerciseInfo } from '../results/exercise-result.ts';
import { parseResults, serializeResults } from '../results/results-document.ts';
import type { Results } from '../results/results.ts';
import type { Submission } from '../submissions/submission.ts';
import { writeWorksheet } from './moodle-worksheet.ts';
import type { Console } from './console.ts';
import { addToGitHubSummary } from './github-actions.ts';
import { writeReport } from './write-report.ts';

export interface Finish {
  readonly out: OutFolder;
  readonly io: Console;
  readonly startedAt: string;
  readonly gradersHash: string;
  readonly graders: readonly Grader[];
  /** All that was handed in. */
  readonly submissions: readonly Submission[];
  /** Null when nothing had to be graded. */
  readonly mlflowVersion: string | null;
  readonly diff: MarksDiff | null;
  readonly allowDecrease: boolean;
  /** Moodle's own grading worksheet, to be filled. */
  readonly worksheet: Worksheet | undefined;
}

/** Writes what the class's results are now and says it. @returns the exit status of `grade` */
export async function finishClass(finish: Finish): Promise<0 | 2> {
  const { out, io, submissions, diff } = finish;
  const stored = await readStored(out);
  const results: Results = {
    schema: 'results/v1',
    generator,
    mlflow: { version: finish.mlflowVersion ?? (await earlierVersion(out)) },
    gradersHash: finish.gradersHash,
    startedAt: finish.startedAt,
    finishedAt: new Date().toISOString(),
    exercises: finish.graders.map(exerciseInfo),
    submissions: submissions.flatMap(({ id }) => stored.get(id)?.result ?? []),
  };
  await out.write(serializeResults(results), 'results.json');
  await addToGitHubSummary(results, io);
  const report = await writeReport(results, out, io.language);
  for (const { path, content } of toClassFiles(results, { language: io.language })) {
    await out.write(content, 'exports', ...path.split('/'));
  }
  if (finish.worksheet !== undefined) await writeWorksheet(finish.worksheet, results, out, io);
  io.print(renderClass(results, { language: io.language, color: io.color }));
  const hidden = results.submissions.filter(
    ({ identity, points }) => identity.canvasAnonymousId !== undefined && points !== null,
  );
  if (hidden.length > 0) {
    const names = hidden.map(({ name }) => terminalName(name)).join(', ');
    io.print(io.translate(message('grade.canvas-hidden', { names })));
  }
  if (diff !== null) printDiff(diff, finish);
  const whole = results.submissions.filter(hasVerdict);
  const values = { done: whole.length, total: submissions.length, folder: out.path };
  io.print(io.translate(message('grade.finished', values)));
  io.print(io.translate(message('html.written', { file: report })));
  return whole.length === submissions.length ? 0 : 2;
}

function printDiff({ gain, lose, same }: MarksDiff, { io, allowDecrease }: Finish): void {
  const line = ({ name, before, after }: MarkChange) =>
    `  ${terminalName(name)}: ${before} → ${after}`;
  for (const change of [...gain, ...lose]) io.print(line(change));
  const values = { gain: gain.length, lose: lose.length, same };
  io.print(io.translate(message('grade.diff', values)));
  if (lose.length > 0 && !allowDecrease) io.print(io.translate(message('grade.not-lowered')));
}

/** The MLflow of the results that were there, when nothing had to be graded this time. */
async function earlierVersion(out: OutFolder): Promise<string> {
  const text = await out.read('results.json');
  return text === null ? '' : parseResults(text).mlflow.version;
}
