import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gradeWork, type Graded, type Setting } from '../grade.ts';
import type { Grader } from '../judge/grader.ts';
import type { Snapshot } from '../judge/snapshot.ts';
import { createMlflow } from '../mlflow/index.ts';
import { ownOutput } from '../report/own-output.ts';
import { notesOf, troubleOf } from '../report/trouble.ts';
import { verdictUrl } from '../verdict-url.ts';
import { bilingual } from '../results/bilingual.ts';
import { exerciseResult, notRun } from '../results/exercise-result.ts';
import type { ExerciseResult, SubmissionResult } from '../results/results.ts';
import { createWorkspace, deleteWorkspace } from '../server/index.ts';
import type { TrackingServer } from '../server/tracking-server.ts';
import type { Submission, SubmittedFile } from '../submissions/submission.ts';
import { metricFingerprints, modelFingerprints, sourceFingerprint } from './fingerprints.ts';
import { keepFigures } from './keep-figures.ts';
import type { OutFolder } from './out-folder.ts';
import { isUntouched, ownCode, type Stubs } from './stubs.ts';
import { workspaceName } from './workspace-name.ts';

/** How long the deletion of a workspace that came to nothing is waited for, in milliseconds. */
const DELETE_MS = 10_000;

/** What every submission of a class is graded with. */
export interface ClassSetting extends Omit<Setting, 'trackingUri' | 'workspace' | 'onStage'> {
  readonly graders: readonly Grader[];
  readonly out: OutFolder;
  readonly stubs: Stubs;
  /** What a submission may take of memory, in mebibytes: for the sentence that says it took more. */
  readonly memoryMb: number;
  /** Whether its workspace stays in MLflow, for the instructor to look into. */
  readonly keep: boolean;
}

/**
 * Grades one submission in a workspace of its own, its exercises one after the other, as a student works
 * through them. Writes evidence below `submissions/<id>/` of the out folder.
 *
 * @throws what `grade` throws, and WorkspaceError: trouble of ours, with which nothing is marked
 */
export async function gradeSubmission(
  submission: Submission,
  server: TrackingServer,
  setting: ClassSetting,
): Promise<SubmissionResult> {
  if (submission.problem !== null) return unreadable(submission, setting);
  const workspace = workspaceName(submission.id);
  try {
    await createWorkspace(
      server,
      workspace,
      // A pair of halves that the cut would part is a character that MLflow refuses.
      submission.name.slice(0, 200).toWellFormed(),
    );
    return await gradeIn(workspace, submission, server, setting);
  } catch (error) {
    // No result will name it. An MLflow that is gone is asked in vain, and one that hangs not for long.
    const deleted = deleteWorkspace(server, workspace).catch(() => undefined);
    await Promise.race([deleted, pause(DELETE_MS, undefined, { ref: false })]);
    throw error;
  }
}

async function gradeIn(
  workspace: string,
  submission: Submission,
  server: TrackingServer,
  setting: ClassSetting,
): Promise<SubmissionResult> {
  const results = new Map<string, ExerciseResult>();
  const metrics: string[] = [];
  const models: string[] = [];
  const sources: Record<string, string> = {};
  const client = createMlflow({ trackingUri: server.uri, workspace, userName: setting.userName });
  for (const { file, graders } of byFile(submission, setting.graders)) {
    const source = await readFile(file.path, 'utf8');
    const touched: Grader[] = [];
    for (const grader of graders) {
      if (isUntouched(grader.name, file.kind, source, setting.stubs))
        results.set(grader.name, notRun(grader, 'to-do', factOf(submission, file)));
      else touched.push(grader);
    }
    if (touched.length === 0) continue;
    const language = file.kind === 'typescript' ? 'typescript' : 'python';
    const part = graders.length > 1;
    const work = { file: file.path, language, graders: touched, part } as const;
    const graded = await gradeWork(work, { ...setting, trackingUri: server.uri, workspace });
    for (const [index, one] of graded.entries()) {
      const { exercise } = one.verdict;
      const own = ownCode(exercise, file.kind, source, setting.stubs);
      sources[exercise] = sourceFingerprint(own, language);
      // What a file of several exercises left is the same for each.
      if (index === 0) {
        metrics.push(...metricFingerprints(one.snapshot));
        models.push(...modelFingerprints(one.snapshot));
      }
      const grader = touched[index];
      if (grader !== undefined) results.set(exercise, await keep(grader, one, file, touched));
    }
  }

  /** Keeps the evidence of one verdict. */
  async function keep(
    grader: Grader,
    { snapshot, verdict, memoryBytes }: Graded,
    file: SubmittedFile,
    all: readonly Grader[],
  ): Promise<ExerciseResult> {
    const [first] = all;
    // Below the attempt: what an earlier mark was made from stays until this one takes its place.
    const folder = [...evidenceFolder(submission.id, workspace), verdict.exercise];
    await setting.out.write(JSON.stringify(snapshot), ...folder, 'snapshot.json');
    return exerciseResult({
      verdict,
      snapshot,
      trouble: troubleOf(snapshot, setting.memoryMb),
      notes: notesOf(snapshot),
      output: ownOutput(snapshot),
      url: verdictUrl(grader, snapshot, server, all, workspace),
      memoryBytes,
      file: factOf(submission, file),
      ranWith: first === undefined || first === grader ? null : first.name,
      figures: await keepFigures(runsOf(grader, snapshot, all), client, setting, folder),
      snapshotPath: [...folder, 'snapshot.json'].join('/'),
    });
  }

  const exercises = setting.graders.map(
    (grader) => results.get(grader.name) ?? notRun(grader, 'missing', null),
  );
  if (!setting.keep) await deleteWorkspace(server, workspace);
  return {
    ...base(submission),
    outcome: 'graded',
    problem: null,
    points: sum(exercises.map(({ points }) => points)),
    maxPoints: sum(exercises.map(({ maxPoints }) => maxPoints)),
    exercises,
    fingerprints: { models: models.toSorted(), metrics: metrics.toSorted(), sources },
    workspace: setting.keep ? workspace : null,
  };
}

/** Where the evidence of one grading is kept, below the out folder. */
export function evidenceFolder(id: string, workspace: string): string[] {
  return ['submissions', id, workspace];
}

/** One that could not be graded for a reason of ours: no points, neither good nor bad. */
export function infraError(
  submission: Submission,
  setting: Pick<ClassSetting, 'graders'>,
  problem: SubmissionResult['problem'],
): SubmissionResult {
  const ungraded = notGraded(submission, setting);
  return { ...ungraded, outcome: 'infra-error', problem, points: null, exercises: [] };
}

function unreadable(submission: Submission, setting: ClassSetting): SubmissionResult {
  const problem = submission.problem === null ? null : bilingual(submission.problem);
  return { ...notGraded(submission, setting), outcome: 'unreadable', problem, points: 0 };
}

function notGraded(submission: Submission, { graders }: Pick<ClassSetting, 'graders'>) {
  const exercises = graders.map((grader) => notRun(grader, 'missing', null));
  return {
    ...base(submission),
    maxPoints: sum(exercises.map(({ maxPoints }) => maxPoints)),
    exercises,
    fingerprints: { models: [], metrics: [], sources: {} },
    workspace: null,
  };
}

function base({ id, name, identity, late, source, contentHash, ignored }: Submission) {
  return {
    id,
    name,
    identity,
    late,
    source,
    contentHash,
    ignored: ignored.map(({ path, why }) => ({ path, why: bilingual(why) })),
    gradedAt: new Date().toISOString(),
  };
}

/** Of a file that holds several exercises: the runs of this one. What is called like none goes with the first. */
function runsOf(grader: Grader, { runs }: Snapshot, all: readonly Grader[]): Snapshot['runs'] {
  const namesOf = ({ checks }: Grader) => checks.flatMap(({ runName }) => runName ?? []);
  const own = namesOf(grader);
  const known = all.flatMap(namesOf);
  return runs.filter(
    ({ name }) => own.includes(name) || (grader === all[0] && !known.includes(name)),
  );
}

function factOf({ id }: Submission, { kind, source, sha256, path }: SubmittedFile) {
  return { kind, source, sha256, path: `handed-in/${id}/${basename(path)}` };
}

/** Every file once, with the exercises that it is handed in for, in the order of the first. */
function byFile({ files }: Submission, graders: readonly Grader[]) {
  const found = new Map<string, { readonly file: SubmittedFile; readonly graders: Grader[] }>();
  for (const grader of graders) {
    const file = files[grader.name];
    if (file === undefined) continue;
    const entry = found.get(file.path) ?? { file, graders: [] };
    entry.graders.push(grader);
    found.set(file.path, entry);
  }
  return found.values();
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
