import type { Bilingual } from '../../../src/messages/sentence.ts';
import type { ExerciseResult, Results, SubmissionResult } from '../../../src/results/results.ts';
import { gradedSubmission, infraError, sampleClass } from '../results/sample-class.ts';

/** What students have called themselves, their files and their runs. */
export const NASTY: readonly string[] = [
  "=cmd|' /C calc'!A0",
  '+1+cmd',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '＝cmd',
  '＠x',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  ']]>',
  '\u202Egpj.exe',
  '\u2066a\u2069',
  'a\u0000b',
  '\u001B[31mred\u001B[0m\u001B]8;;http://evil\u0007link\u001B]8;;\u0007',
  'x'.repeat(10_240),
  '漢'.repeat(10_240),
  '👩‍🎓🎉',
  '\uD800 alone',
  '\uFFFE\uFFFF',
  '../../etc/passwd',
  '[click](http://evil.example)',
  '![i](http://evil.example/i.png)',
  '**bold** `code` | cell | <b>',
  'http://evil.example www.evil.example @everyone a@b.example',
  '::error::pwned',
  'a\n::error file=x::pwned',
  '##[error]pwned',
  '%0A::error::x%25',
  'a,b:c;d"e',
  '{{name}} $t(report.passed)',
  'a\u2028b\u2029c',
  '    Points Possible',
  '',
];

/** A class of which everything that a student can choose is nasty. */
export function nastyClass(): Results {
  const clean = sampleClass();
  return {
    ...clean,
    submissions: [
      ...NASTY.map((text, index) => poisoned(gradedSubmission(`s${index}`), text)),
      ...NASTY.map((text, index) => poisoned(infraError(`i${index}`), text)),
    ],
  };
}

function poisoned(submission: SubmissionResult, text: string): SubmissionResult {
  return {
    ...submission,
    name: text,
    source: text,
    identity: {
      email: text,
      studentId: text,
      moodleParticipant: text,
      canvasUserId: text,
      githubLogin: text,
      members: [{ name: text, email: text }],
    },
    problem: submission.problem === null ? null : both(text),
    exercises: submission.exercises.map((exercise) => poisonedExercise(exercise, text)),
    ignored: [{ path: text, why: both(text) }],
  };
}

function poisonedExercise(exercise: ExerciseResult, text: string): ExerciseResult {
  return {
    ...exercise,
    trouble: exercise.trouble === null ? null : both(text),
    notes: [both(text)],
    output: `${text}\n`,
    file: exercise.file === null ? null : { ...exercise.file, source: text },
    checks: exercise.checks.map((check) => ({
      ...check,
      message: check.message === null ? null : both(text),
      hint: check.hint === null ? null : both(text),
      ...(check.at !== undefined && { at: { ...check.at, sentence: both(text) } }),
    })),
  };
}

const both = (text: string): Bilingual => ({ fr: text, en: text });
