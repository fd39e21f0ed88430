import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { graders } from '../../../graders/index.ts';
import type { ChildrenAhead } from '../../run/children-ahead.ts';
import type { Grader } from '../../judge/grader.ts';
import { message } from '../../messages/sentence.ts';
import type { ExerciseResult } from '../../report/result.ts';
import { renderResult, renderSummary, type TerminalStyle } from '../../report/terminal.ts';
import { notesOf, troubleOf } from '../../report/trouble.ts';
import { verdictUrl } from '../../verdict-url.ts';
import { oneAtATime } from '../../server/one-at-a-time.ts';
import type { TrackingServer } from '../../server/tracking-server.ts';
import type { Console } from '../console.ts';
import { ExitError } from '../exit-error.ts';
import { findExercise, findExercises } from '../find-exercise.ts';
import type { OwnExercise } from '../own-results.ts';
import { gradePatiently } from '../grade-patiently.ts';
import { isUntouched, onwardFrom } from '../onward.ts';
import { openServer } from '../open-server.ts';
import { project } from '../project.ts';
import { MEMORY_MB, startAhead } from '../submission-process.ts';
import { keepSnapshot, workbench } from '../workbench.ts';

export interface TestOptions {
  /** Seconds that a submission may take, as typed; each grader's own limit when absent. */
  readonly timeout?: string | undefined;
}

interface Task {
  readonly grader: Grader;
  readonly file: string;
  /** Named by the student: graded even when untouched. */
  readonly named: boolean;
}

/**
 * `npm test`: grades the exercises that were touched, or those that are named, or lone files.
 *
 * @returns the exit status: 0 when nothing that was graded failed, 1 when something did, 2 when a check of ours broke
 */
export async function test(
  words: readonly string[],
  io: Console,
  options: TestOptions = {},
  children: ChildrenAhead = startAhead(io.env),
): Promise<0 | 1 | 2> {
  using ahead = children;
  const timeoutMs = toTimeoutMs(options.timeout);
  const tasks = await toTasks(words);
  await refuseMissing(tasks);
  const bench = await workbench(io, ahead);
  const style: TerminalStyle = {
    translate: io.translate,
    color: io.color,
    detailed: tasks.length === 1,
  };
  await using server = await openServer(io);
  const { version, uri, provider } = server;
  io.print(io.translate(message('cli.server', { version, uri, provider })));
  io.print('');

  // Loaded only where there is such a log: a student waits for what is loaded.
  const onGitHub = io.env['GITHUB_ACTIONS'] === 'true';
  const github = onGitHub ? (await import('../github-actions.ts')).openGitHubLog(io) : null;
  const results: ExerciseResult[] = [];
  const own: OwnExercise[] = [];
  for (const task of tasks) {
    const { name } = task.grader;
    const result = await gradeTask(task, server, {
      ...bench,
      timeoutMs,
      onStage: (stage) => {
        io.progress(io.translate(message(`progress.${stage}`, { name })));
        if (stage === 'observe' && task !== tasks.at(-1)) ahead.prepare();
      },
      onWait: () => {
        io.progress(io.translate(message('progress.another-grades')));
        io.log(io.translate(message('progress.another-grades')));
      },
      onRestart: () => io.print(io.translate(message('cli.restarting', { name }))),
      onGraded: (graded) => own.push(graded),
    });
    io.print(renderResult(result, style));
    results.push(result);
  }
  io.print('');
  const done = tasks.map(({ grader }) => grader);
  io.print(renderSummary(results, style, await onwardFrom(done)));
  if (github !== null && own.length > 0) {
    const name = io.env['GITHUB_ACTOR'] ?? bench.userName;
    const { ownResults } = await import('../own-results.ts');
    await github.end(await ownResults(own, { name, mlflowVersion: version }));
  }
  const graded = results.filter((result) => result.kind === 'graded');
  if (graded.some(({ verdict }) => verdict.broken)) return 2;
  return graded.every(({ verdict }) => verdict.passed) ? 0 : 1;
}

/** @throws ExitError when it is no number of seconds */
function toTimeoutMs(seconds: string | undefined): number | undefined {
  if (seconds === undefined) return undefined;
  const timeoutMs = Number(seconds) * 1000;
  if (timeoutMs > 0 && timeoutMs < 2 ** 31) return timeoutMs;
  throw new ExitError(1, message('cli.bad-timeout', { seconds }));
}

async function toTasks(words: readonly string[]): Promise<Task[]> {
  if (words.length === 0) {
    return findExercises([], graders).map((grader) => ({
      grader,
      file: fileOf(grader),
      named: false,
    }));
  }
  return await Promise.all(
    words.map(async (word) => {
      const grader = findExercise(basename(word), graders);
      const isFile = word.endsWith('.ts') && (await exists(resolve(word)));
      // A path means that file: another one must not be graded in its stead.
      if (!isFile && basename(word) !== word) {
        throw new ExitError(1, message('cli.missing-file', { file: word }));
      }
      return { grader, file: isFile ? resolve(word) : fileOf(grader), named: true };
    }),
  );
}

/** @throws ExitError for an exercise whose file is gone, before anything is started */
async function refuseMissing(tasks: readonly Task[]): Promise<void> {
  for (const { grader, file } of tasks) {
    if (await exists(file)) continue;
    const number = grader.name.slice(0, 2);
    const missing = { file: `exercises/${grader.name}.ts`, number };
    throw new ExitError(1, message('cli.missing-exercise', missing));
  }
}

type Bench = Awaited<ReturnType<typeof workbench>> & {
  readonly timeoutMs: number | undefined;
  readonly onStage: (stage: 'arrange' | 'run' | 'observe') => void;
  readonly onWait: () => void;
  readonly onRestart: () => void;
  readonly onGraded: (exercise: OwnExercise) => void;
};

async function gradeTask(
  task: Task,
  server: TrackingServer,
  bench: Bench,
): Promise<ExerciseResult> {
  const { grader, file } = task;
  const exercise = grader.name;
  const { title } = grader;
  if (!task.named && (await isUntouched(grader.name))) {
    const maxPoints = grader.checks.reduce((sum, check) => sum + check.points, 0);
    return { kind: 'to-do', exercise, title, maxPoints };
  }
  // All that is new in MLflow counts as the submission's: another command must not grade meanwhile.
  const graded = await oneAtATime(
    join(project.state, 'grading'),
    async () => await gradePatiently(grader, file, server, bench, bench.onRestart),
    bench.onWait,
  );
  await keepSnapshot(exercise, graded.snapshot);
  const { verdict, snapshot } = graded;
  const url = verdictUrl(snapshot, server);
  bench.onGraded({ grader, file, verdict, snapshot, url });
  return {
    kind: 'graded',
    exercise,
    title,
    verdict,
    trouble: troubleOf(snapshot.execution, MEMORY_MB),
    notes: notesOf(snapshot),
    url,
    output: snapshot.execution.output,
  };
}

const fileOf = ({ name }: Grader) => join(project.exercises, `${name}.ts`);

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
