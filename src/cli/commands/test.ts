import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isUntouched } from '../../bulk/stubs.ts';
import type { Graded, Setting } from '../../grade.ts';
import type { ChildrenAhead } from '../../run/children-ahead.ts';
import type { Grader } from '../../judge/grader.ts';
import { message } from '../../messages/sentence.ts';
import type { ExerciseResult } from '../../report/result.ts';
import { ownOutput } from '../../report/own-output.ts';
import { renderResult, renderSummary, type TerminalStyle } from '../../report/terminal.ts';
import { notesOf, troubleOf } from '../../report/trouble.ts';
import { verdictUrl } from '../../verdict-url.ts';
import { oneAtATime } from '../../server/one-at-a-time.ts';
import type { TrackingServer } from '../../server/tracking-server.ts';
import type { Console } from '../console.ts';
import { ExitError } from '../exit-error.ts';
import type { OwnExercise } from '../own-results.ts';
import { gradePatiently } from '../grade-patiently.ts';
import { onwardFrom, type Done } from '../onward.ts';
import { openServer } from '../open-server.ts';
import { ownPython } from '../own-python.ts';
import { project } from '../project.ts';
import { readStubs } from '../read-stubs.ts';
import { MEMORY_MB, startAhead } from '../submission-process.ts';
import { toTasks, type Task } from '../tasks.ts';
import { keepSnapshot, workbench } from '../workbench.ts';

export interface TestOptions {
  /** Seconds that a submission may take, as typed; each grader's own limit when absent. */
  readonly timeout?: string | undefined;
  /** `true` for the exercises in Python. */
  readonly python?: string | undefined;
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
  const tasks = await toTasks(words, options.python);
  using python = ownPython(io);
  const bench = { ...(await workbench(io, ahead)), pythonSide: python.side };
  const style: TerminalStyle = {
    translate: io.translate,
    color: io.color,
    detailed: tasks.length === 1 && tasks[0]?.graders.length === 1,
  };
  await using server = await openServer(io);
  const { version, uri, provider } = server;
  io.print(io.translate(message('cli.server', { version, uri, provider })));
  io.print('');

  // Loaded only where there is such a log: a student waits for what is loaded.
  const onGitHub = io.env['GITHUB_ACTIONS'] === 'true';
  const github = onGitHub ? (await import('../github-actions.ts')).openGitHubLog(io) : null;
  const done: Done[] = [];
  const own: OwnExercise[] = [];
  for (const task of tasks) {
    const name = nameOf(task);
    const found = await gradeTask(task, server, {
      ...bench,
      timeoutMs,
      onStage: (stage) => {
        io.progress(io.translate(message(`progress.${stage}`, { name })));
        const more = task.language === 'typescript' && task !== tasks.at(-1);
        if (stage === 'observe' && more) ahead.prepare();
      },
      onWait: () => {
        io.progress(io.translate(message('progress.another-grades')));
        io.log(io.translate(message('progress.another-grades')));
      },
      onRestart: () => io.print(io.translate(message('cli.restarting', { name }))),
      onGraded: (graded) => own.push(graded),
    });
    for (const result of found) io.print(renderResult(result, style));
    done.push(...found.map((result) => ({ task, result })));
  }
  io.print('');
  const results = done.map(({ result }) => result);
  io.print(renderSummary(results, style, await onwardFrom(done)));
  if (github !== null && own.length === 0) await github.end(null);
  else if (github !== null) {
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

/** What a task is called while it is at work: its exercise, or its file. */
function nameOf({ graders: [first, ...more], file }: Task): string {
  return first === undefined || more.length > 0 ? basename(file) : first.name;
}

type Bench = Omit<Setting, 'trackingUri'> & {
  readonly onWait: () => void;
  readonly onRestart: () => void;
  readonly onGraded: (exercise: OwnExercise) => void;
};

/** @returns a result for each of its exercises */
async function gradeTask(
  task: Task,
  server: TrackingServer,
  bench: Bench,
): Promise<ExerciseResult[]> {
  const { file } = task;
  const untouched = task.named ? new Set<Grader>() : await untouchedOf(task);
  const graders = task.graders.filter((grader) => !untouched.has(grader));
  // All that is new in MLflow counts as the submission's: another command must not grade meanwhile.
  const graded =
    graders.length === 0
      ? []
      : await oneAtATime(
          join(project.state, 'grading'),
          async () => await gradePatiently({ ...task, graders }, server, bench, bench.onRestart),
          bench.onWait,
        );
  const troubled = graded.filter(
    ({ snapshot: { execution, notRun } }) =>
      execution.outcome !== 'completed' || (execution.elsewhere && notRun === undefined),
  );
  const isOpen = ({ verdict }: Graded) => !verdict.passed;
  // How the whole file ended is told once; what it printed, too.
  const ended = troubled.find(isOpen) ?? troubled[0];
  const printed = troubled.find(isOpen) ?? graded.find(isOpen);
  const results: ExerciseResult[] = [];
  for (const grader of task.graders) {
    const { name: exercise, title, checks } = grader;
    const one = graded[graders.indexOf(grader)];
    if (one === undefined) {
      const maxPoints = checks.reduce((sum, check) => sum + check.points, 0);
      results.push({ kind: 'to-do', exercise, title, maxPoints });
      continue;
    }
    const { verdict, snapshot } = one;
    await keepSnapshot(exercise, snapshot);
    const url = verdictUrl(grader, snapshot, server, graders);
    bench.onGraded({ grader, file, verdict, snapshot, url });
    results.push({
      kind: 'graded',
      exercise,
      title,
      verdict,
      trouble:
        one === ended || snapshot.notRun !== undefined ? troubleOf(snapshot, MEMORY_MB) : null,
      notes: one === printed || graded.length === 1 ? notesOf(snapshot) : [],
      url,
      output: one === printed ? ownOutput(snapshot) : '',
    });
  }
  return results;
}

/** The exercises of a file that are as they were handed out. */
async function untouchedOf({ graders: all, file, language }: Task): Promise<ReadonlySet<Grader>> {
  const kind = file.endsWith('.ipynb') ? 'notebook' : language;
  const [source, stubs] = await Promise.all([readFile(file, 'utf8'), readStubs(all)]);
  return new Set(all.filter(({ name }) => isUntouched(name, kind, source, stubs)));
}
