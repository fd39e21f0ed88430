import { styleText } from 'node:util';
import stringWidth from 'string-width';
import { message, type Language } from '../messages/sentence.ts';
import type { ExerciseResult, Results, SubmissionResult } from '../results/results.ts';
import { classNumbers } from './class-numbers.ts';
import { problemOf } from './feedback.ts';
import { markOf } from './mark.ts';
import { noMark } from './no-mark.ts';
import { terminalLine } from './terminal-line.ts';
import { say } from './words.ts';

export interface TableStyle {
  readonly language: Language;
  readonly color: boolean;
}

type Format = Parameters<typeof styleText>[0];

const NAME_WIDTH = 32;
const REASON_WIDTH = 120;

/** The class at a glance: a line for each submission, a sign for each exercise. Pure. */
export function renderClass(results: Results, style: TableStyle): string {
  const { language } = style;
  const names = results.submissions.map(({ name }) => terminalLine(name, NAME_WIDTH));
  const head = say(message('export.student'), language);
  const width = Math.max(stringWidth(head), ...names.map((name) => stringWidth(name)));
  const points = say(message('export.points'), language);
  const marks = results.submissions.map(markText);
  const markWidth = Math.max(points.length, ...marks.map((mark) => mark.length));
  const numbers = results.exercises.map(({ name }) => name.slice(0, 2)).join(' ');
  const lines = results.submissions.map((submission, index) => {
    const mark = (marks[index] ?? '').padStart(markWidth);
    const why = noMark(submission, language) ?? problemOf(submission, language);
    const rest =
      why === null
        ? submission.exercises.map((exercise) => sign(exercise, style)).join('  ')
        : paint('magenta', terminalLine(why, REASON_WIDTH), style);
    return `${mark}  ${padded(names[index] ?? '', width)}  ${rest}`.trimEnd();
  });
  return [
    paint('bold', `${points.padStart(markWidth)}  ${padded(head, width)}  ${numbers}`, style),
    ...lines,
    '',
    paint('dim', say(message('export.legend'), language), style),
    classNumbers(results, language),
    '',
  ].join('\n');
}

function sign({ outcome, passed, points }: ExerciseResult, style: TableStyle): string {
  if (passed) return paint('green', '✓', style);
  if (outcome === 'missing' || outcome === 'to-do') return paint('dim', '·', style);
  return points > 0 ? paint('yellow', '◐', style) : paint('red', '✗', style);
}

function markText(submission: SubmissionResult): string {
  const mark = markOf(submission);
  return mark === null ? '–' : `${mark}/${submission.maxPoints}`;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

function paint(format: Format, text: string, { color }: TableStyle): string {
  return color ? styleText(format, text, { validateStream: false }) : text;
}
