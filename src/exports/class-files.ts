import type { Language } from '../messages/sentence.ts';
import type { Results, SubmissionResult } from '../results/results.ts';
import { toCanvas } from './canvas.ts';
import { toExercism } from './exercism.ts';
import { jsonFile, type ExportFile } from './export-file.ts';
import { toGitHubSummary } from './github-summary.ts';
import { toGradeBook } from './grade-book.ts';
import { toGradescope } from './gradescope.ts';
import { toJUnit } from './junit.ts';
import { toLtiScore } from './lti-score.ts';
import { toPrairieLearn } from './prairielearn.ts';
import { toXapi, type XapiOptions } from './xapi.ts';

export interface ClassFilesOptions {
  readonly language: Language;
  /** Header of the column of Canvas's grade book. */
  readonly canvasTotal?: string;
  readonly xapi?: XapiOptions;
}

const TITLE = 'Du Chaos à MLflow';
/** `.invalid` is nobody's: who keeps records for others gives their own. */
const XAPI: XapiOptions = {
  homePage: 'https://du-chaos-a-mlflow.invalid/',
  activities: 'https://du-chaos-a-mlflow.invalid/exercises/',
};

/**
 * Every export of a class that needs nothing but its results, as files. Moodle's needs the teacher's
 * worksheet (`fillWorksheet`), Classroom 50's the runner's variables (`toClassroom50`). Pure.
 */
export function toClassFiles(results: Results, options: ClassFilesOptions): readonly ExportFile[] {
  const { language, canvasTotal = TITLE, xapi = XAPI } = options;
  return [
    { path: 'grades.csv', content: toGradeBook(results, language) },
    { path: 'canvas.csv', content: toCanvas(results, { total: canvasTotal }).content },
    { path: 'junit.xml', content: toJUnit(results, language) },
    { path: 'summary.md', content: toGitHubSummary(results, language) },
    jsonFile('xapi.json', toXapi(results, xapi)),
    ...results.submissions.flatMap((submission) => filesOf(results, submission, language)),
  ];
}

function filesOf(results: Results, submission: SubmissionResult, language: Language): ExportFile[] {
  const { id, identity } = submission;
  const gradescope = toGradescope(results, submission, language);
  const userId = identity.canvasUserId;
  const score =
    userId === undefined || userId === ''
      ? null
      : toLtiScore(results, submission, userId, language);
  return [
    ...(gradescope === null ? [] : [jsonFile(`gradescope/${id}.json`, gradescope)]),
    ...(score === null ? [] : [jsonFile(`lti/${id}.json`, score)]),
    jsonFile(`prairielearn/${id}.json`, toPrairieLearn(results, submission, language)),
    ...[...toExercism(results, submission, language)].map(([exercise, own]) =>
      jsonFile(`exercism/${id}/${exercise}.json`, own),
    ),
  ];
}
