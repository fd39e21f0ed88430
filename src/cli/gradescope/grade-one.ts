import { chmod, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toGradescope, type GradescopeResults } from '../../exports/gradescope.ts';
import { message } from '../../messages/sentence.ts';
import { parseResults } from '../../results/results-document.ts';
import { grade } from '../commands/grade.ts';
import { mlflow } from '../commands/mlflow.ts';
import type { Console } from '../console.ts';
import { memoryOfSubmission } from './memory.ts';
import { chooseSandbox } from './choose-sandbox.ts';
import type { PackageSettings } from './package-settings.ts';

/** What all exercises together may take of Gradescope's 600 s; the rest is for MLflow and for judging. */
const EXERCISES_S = 420;
/** The longest that one exercise may take, in seconds. */
const EXERCISE_S = 120;

/** What became of the one submission: Gradescope's document, or why there is no mark. */
export type Outcome = { readonly results: GradescopeResults } | { readonly trouble: string };

/**
 * Grades the submission that Gradescope laid down, as a class of one. In this process: another one for
 * `grade` would take a tenth of the memory that there is.
 *
 * @param root the folder that is `/autograder` on Gradescope
 */
export async function gradeOne(
  root: string,
  { exercises, language }: PackageSettings,
  outer: Console,
): Promise<Outcome> {
  const { MLFLOW_TRACKING_URI: _, ...env } = outer.env;
  const io = { ...outer, env: { ...env, WORKSHOP_MLFLOW: 'embedded' } };
  for (const folder of ['results', 'submission']) await chmod(join(root, folder), 0o700);
  const scratch = await mkdtemp(join(tmpdir(), 'gradescope-'));
  const out = join(scratch, 'out');
  try {
    // A folder of programs would be read as a class of them.
    const own = join(scratch, 'class', 'submission');
    await mkdir(own, { recursive: true });
    await cp(join(root, 'submission'), own, { recursive: true, verbatimSymlinks: true });
    const sandbox = await chooseSandbox(io);
    io.print(io.translate(message('gradescope.sandbox', { name: sandbox })));
    const timeout = Math.min(EXERCISE_S, Math.floor(EXERCISES_S / exercises.length));
    await grade([join(scratch, 'class')], io, {
      out,
      sandbox,
      jobs: '1',
      exercises: exercises.join(','),
      timeout: String(timeout),
      memory: String(memoryOfSubmission(process.constrainedMemory())),
    });
    const results = parseResults(await readFile(join(out, 'results.json'), 'utf8'));
    const [submission] = results.submissions;
    if (submission === undefined) return { trouble: '' };
    const document = toGradescope(results, submission, language);
    if (document === null) return { trouble: submission.problem?.[language] ?? '' };
    return { results: { ...document, extra_data: { ...document.extra_data, sandbox } } };
  } finally {
    // None was started when the trouble came first.
    await mlflow(['stop'], io, { of: out }).catch(() => undefined);
    await rm(scratch, { recursive: true, force: true });
  }
}
