import { userInfo } from 'node:os';
import { classServer } from '../../bulk/class-server.ts';
import { gradeClass } from '../../bulk/grade-class.ts';
import { diffMarks } from '../../bulk/marks-diff.ts';
import { planGrading } from '../../bulk/plan.ts';
import { gradersHash, rulesHash } from '../../bulk/rules-hash.ts';
import { deleteUnusedWorkspaces } from '../../bulk/unused-workspaces.ts';
import { keepEvidenceOf } from '../../bulk/evidence.ts';
import { hasVerdict } from '../../bulk/has-verdict.ts';
import { readStored, storeResult, type StoredResult } from '../../bulk/stored-result.ts';
import { terminalName } from '../../exports/terminal-line.ts';
import { message } from '../../messages/sentence.ts';
import type { SubmissionResult } from '../../results/results.ts';
import { childrenAhead } from '../../run/children-ahead.ts';
import { ensurePython } from '../../server/index.ts';
import type { Submission } from '../../submissions/submission.ts';
import { classProgress } from '../class-progress.ts';
import { openClassSandbox } from '../class-sandbox.ts';
import { classTrouble } from '../class-trouble.ts';
import { openClassServer } from '../class-mlflow.ts';
import type { Console } from '../console.ts';
import { ExitError } from '../exit-error.ts';
import { readGradeOptions, type GradeOptions } from '../grade-options.ts';
import { readWorksheet } from '../moodle-worksheet.ts';
import { progressPrinter } from '../open-server.ts';
import { sayOnSignals } from '../on-signals.ts';
import { openOut } from '../open-out.ts';
import { orSayDiskFull } from '../or-say-disk-full.ts';
import { project } from '../project.ts';
import { chooseOnly } from '../choose-only.ts';
import { finishClass } from '../finish-class.ts';
import { submissionEnv } from '../submission-process.ts';
import { readClass, refuseMissing } from '../read-class.ts';
import { readStubs } from '../read-stubs.ts';
import { sayBeforehand } from '../say-beforehand.ts';
import { readCustomerData } from '../workbench.ts';

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
  await using out = await openOut(options.out);
  let whenStopped = () => message('grade.stopped-reading');
  using _ = sayOnSignals(io, () => whenStopped());
  io.progress(io.translate(message('grade.reading')));
  const stubs = await readStubs(options.graders);
  const { submissions, ignored } = await readClass(options, out, stubs);
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
  sayBeforehand({ submissions, ignored }, plan, io);

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
