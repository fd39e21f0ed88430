import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { graders as allGraders } from '../../../graders/index.ts';
import { classServer } from '../../bulk/class-server.ts';
import { gradeClass } from '../../bulk/grade-class.ts';
import { diffMarks } from '../../bulk/marks-diff.ts';
import { openOutFolder, OutFolderBusyError, type OutFolder } from '../../bulk/out-folder.ts';
import { planGrading } from '../../bulk/plan.ts';
import { gradersHash, rulesHash } from '../../bulk/rules-hash.ts';
import { deleteUnusedWorkspaces } from '../../bulk/unused-workspaces.ts';
import { keepEvidenceOf } from '../../bulk/evidence.ts';
import { isAnswered, isUntouched, type Stubs } from '../../bulk/stubs.ts';
import { hasVerdict } from '../../bulk/has-verdict.ts';
import { readStored, storeResult, type StoredResult } from '../../bulk/stored-result.ts';
import { terminalName } from '../../exports/terminal-line.ts';
import { holdsExercise } from '../../judge/holds.ts';
import { message } from '../../messages/sentence.ts';
import type { SubmissionResult } from '../../results/results.ts';
import { childrenAhead } from '../../run/children-ahead.ts';
import { ensurePython } from '../../server/index.ts';
import { secondCopies } from '../../submissions/one-persons-work.ts';
import { readSubmissions, type ClassRead } from '../../submissions/read-submissions.ts';
import { ClassFolderError } from '../../submissions/refusal.ts';
import type { Submission } from '../../submissions/submission.ts';
import { classProgress } from '../class-progress.ts';
import { openClassSandbox } from '../class-sandbox.ts';
import { classTrouble } from '../class-trouble.ts';
import { openClassServer } from '../class-mlflow.ts';
import type { Console } from '../console.ts';
import { ExitError } from '../exit-error.ts';
import { saysDiskFull } from '../full-disk.ts';
import { readGradeOptions, type GradeOptions } from '../grade-options.ts';
import { readWorksheet } from '../moodle-worksheet.ts';
import { progressPrinter } from '../open-server.ts';
import { sayOnSignals } from '../on-signals.ts';
import { orSayDiskFull } from '../or-say-disk-full.ts';
import { project } from '../project.ts';
import { chooseOnly } from '../choose-only.ts';
import { finishClass } from '../finish-class.ts';
import { submissionEnv } from '../submission-process.ts';
import { readStubs } from '../read-stubs.ts';
import { readCustomerData } from '../workbench.ts';

/** How many things of the class folder that are nobody's are named. */
const PASSED_OVER = 10;

/**
 * `npm run grade -- FOLDER`: grades what a class handed in, goes on where it was stopped, and writes the
 * results.
 *
 * @returns 0 when every submission has a verdict, 2 otherwise
 */
export async function grade(
  words: readonly string[],
  io: Console,
  typed: Readonly<Record<string, string | undefined>>,
): Promise<0 | 1 | 2> {
  const options = readGradeOptions(words, typed);
  return await orSayDiskFull(options.out, async () => await gradeInto(options, io));
}

async function gradeInto(options: GradeOptions, io: Console): Promise<0 | 1 | 2> {
  const data = await readCustomerData();
  const startedAt = new Date().toISOString();
  await refuseMissing(options.source);
  const worksheet = await readWorksheet(options.moodle);
  await using out = await open(options.out);
  let whenStopped = () => message('grade.stopped-reading');
  using _ = sayOnSignals(io, () => whenStopped());
  io.progress(io.translate(message('grade.reading')));
  const stubs = await readStubs(options.graders);
  const { submissions, ignored } = await read(options, out, stubs);
  const stored = await readStored(out);
  refuseOtherExercises(options, [...stored.values()]);
  const graders = await gradersHash(project.root);
  const { timeoutMs, limits, mlflowLimits } = options;
  const rules = rulesHash({
    graders,
    exercises: options.graders.map(({ name }) => name),
    timeoutMs,
    limits,
    mlflowLimits,
  });
  const plan = planGrading(submissions, stored, {
    rulesHash: rules,
    only: chooseOnly(submissions, options.only),
    regrade: options.regrade,
  });
  io.quiet();
  for (const { why } of ignored.slice(0, PASSED_OVER))
    io.print(io.translate(message('grade.passed-over', { why: io.translate(why) })));
  if (ignored.length > PASSED_OVER) {
    const count = ignored.length - PASSED_OVER;
    io.print(io.translate(message('submission.more-ignored', { count })));
  }
  const copies = secondCopies(submissions.map(({ name }) => name));
  if (copies.length > 0) {
    const named = copies.slice(0, PASSED_OVER).map(terminalName);
    const names = [...named, ...(copies.length > PASSED_OVER ? ['…'] : [])].join(', ');
    io.print(io.translate(message('grade.copies', { names })));
  }
  if (plan.kept.length > 0)
    io.print(io.translate(message('grade.kept', { count: plan.kept.length })));
  if (plan.outdated > 0)
    io.print(io.translate(message('grade.outdated', { count: plan.outdated })));

  const graded: SubmissionResult[] = [];
  whenStopped = () => {
    const total = options.regrade ? plan.toGrade.length : submissions.length;
    const kept = options.regrade ? [] : plan.kept.map(({ result }) => result);
    const count = [...kept, ...graded].filter(hasVerdict).length;
    const key = options.regrade ? 'grade.stopped-regrade' : 'grade.stopped';
    return message(key, { count, total });
  };
  let mlflowVersion: string | null = null;
  if (plan.toGrade.length > 0) {
    await using sandbox = await openClassSandbox(options, io);
    // Imports what they import while MLflow starts; the first one says what went wrong.
    if (plan.toGrade.some(hasAny('python'))) sandbox.pythonSide().catch(() => undefined);
    const server = classServer(await openClassServer(out, io));
    const used = workspacesOf([...stored.values()].map(({ result }) => result));
    await deleteUnusedWorkspaces(server.current(), used);
    mlflowVersion = server.current().version;
    using children = childrenAhead(sandbox.startChild, plan.toGrade.some(hasAny('typescript')));
    const { uri, version } = server.current();
    const { jobs } = options;
    const count = plan.toGrade.length;
    io.print(
      io.translate(message('grade.begin', { count, uri, version, jobs, sandbox: sandbox.name })),
    );
    using progress = classProgress(io, count);
    await gradeClass({
      submissions: plan.toGrade,
      server,
      jobs,
      setting: {
        graders: options.graders,
        out,
        stubs,
        memoryMb: limits.memoryMb,
        mlflowLimits,
        keep: options.keep,
        data,
        userName: userInfo().username,
        env: submissionEnv(io.env),
        startChild: () => children.take(),
        scorer: sandbox.scorer,
        images: sandbox.images,
        startServer: sandbox.startServer,
        pythonSide: sandbox.pythonSide,
        timeoutMs,
        python: async () =>
          await ensurePython({
            stateFolder: project.state,
            env: io.env,
            onProgress: progressPrinter(io),
          }),
      },
      troubleOf: async (error) => await classTrouble(error, server.current()),
      onStart: (submission) => progress.begin(submission),
      onRetry: ({ name }, { sentence }) =>
        io.print(
          io.translate(
            message('grade.retry', {
              name: terminalName(name),
              why: sentence[io.language],
            }),
          ),
        ),
      async onResult(result) {
        const before = stored.get(result.id);
        const falls =
          options.regrade &&
          before !== undefined &&
          before.result.contentHash === result.contentHash &&
          (result.points ?? -1) < (before.result.points ?? -1);
        if (!falls || options.allowDecrease) {
          await storeResult(out, { schema: 'stored-result/v1', rulesHash: rules, result });
          await keepEvidenceOf(result, out);
        } else if (before !== undefined) await keepEvidenceOf(before.result, out);
        graded.push(result);
        progress.end(result);
      },
    });
    io.quiet();
    const now = workspacesOf([...(await readStored(out)).values()].map(({ result }) => result));
    await deleteUnusedWorkspaces(server.current(), now);
  }
  const before = new Map([...stored].map(([id, { result }]) => [id, result]));
  return await finishClass({
    out,
    io,
    startedAt,
    gradersHash: graders,
    graders: options.graders,
    submissions,
    mlflowVersion,
    diff: options.regrade ? diffMarks(before, graded) : null,
    allowDecrease: options.allowDecrease,
    worksheet,
  });
}

function hasAny(language: 'typescript' | 'python') {
  return ({ files }: Submission) =>
    Object.values(files).some(
      ({ kind }) => (kind === 'typescript') === (language === 'typescript'),
    );
}

/** Marks of other exercises in one folder would be added up and compared as if they were the same. */
function refuseOtherExercises({ graders }: GradeOptions, stored: readonly StoredResult[]): void {
  const asked = graders.map(({ name }) => name).join(', ');
  for (const { result } of stored) {
    const names = result.exercises.map(({ exercise }) => exercise).join(', ');
    if (names === '' || names === asked) continue;
    throw new ExitError(1, message('grade.other-exercises', { names }));
  }
}

function workspacesOf(results: readonly SubmissionResult[]): ReadonlySet<string> {
  return new Set(results.flatMap(({ workspace }) => workspace ?? []));
}

async function open(path: string): Promise<OutFolder> {
  try {
    return await openOutFolder(path);
  } catch (error) {
    if (saysDiskFull(error)) throw error;
    if (!(error instanceof OutFolderBusyError)) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      throw new ExitError(2, message('grade.unusable-out', { folder: path, code }), {
        cause: error,
      });
    }
    throw new ExitError(2, message('grade.busy', { folder: error.folder }), { cause: error });
  }
}

async function read(options: GradeOptions, out: OutFolder, stubs: Stubs): Promise<ClassRead> {
  const exercises = options.graders.map(({ name }) => name);
  try {
    const found = await readSubmissions(options.source, {
      exercises,
      known: allGraders.map(({ name }) => name),
      holds: holdsExercise(options.graders),
      isAnswered: (exercise, kind, text) => isAnswered(exercise, kind, text, stubs),
      isUntouched: (exercise, kind, text) => isUntouched(exercise, kind, text, stubs),
      scratch: out.scratch,
      skip: [out.path],
    });
    if (found.submissions.length > 0) return found;
  } catch (error) {
    if (!(error instanceof ClassFolderError)) throw error;
    throw new ExitError(1, error.why, { cause: error });
  }
  throw new ExitError(1, message('grade.nothing', { folder: options.source }));
}

async function refuseMissing(source: string): Promise<void> {
  const there = await stat(source).catch(() => null);
  if (there === null) throw new ExitError(1, message('grade.no-folder', { folder: source }));
}
