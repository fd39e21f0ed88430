import { styleText } from 'node:util';
import stringWidth from 'string-width';
import { message, type Language } from '../messages/sentence.ts';
import type { ExerciseResult, Results, SubmissionResult } from '../results/results.ts';
import { classNumbers } from './class-numbers.ts';
import { markOf } from './mark.ts';
import { noMark } from './no-mark.ts';
import { oneLine } from './plain-text.ts';
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
  const names = results.submissions.map(({ name }) => shown(name, NAME_WIDTH));
  const head = say(message('export.student'), language);
  const width = Math.max(stringWidth(head), ...names.map((name) => stringWidth(name)));
  const points = say(message('export.points'), language);
  const marks = results.submissions.map(markText);
  const markWidth = Math.max(points.length, ...marks.map((mark) => mark.length));
  const numbers = results.exercises.map(({ name }) => name.slice(0, 2)).join(' ');
  const lines = results.submissions.map((submission, index) => {
    const mark = (marks[index] ?? '').padStart(markWidth);
    const signs = noMark(submission, language) ?? submission.exercises.map((e) => sign(e, style));
    const rest =
      typeof signs === 'string'
        ? paint('magenta', shown(signs, REASON_WIDTH), style)
        : signs.join('  ');
    return `${mark}  ${padded(names[index] ?? '', width)}  ${rest}`.trimEnd();
  });
  return [
    paint('bold', `${points.padStart(markWidth)}  ${padded(head, width)}  ${numbers}`, style),
    ...lines,
    '',
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

/** `##[` begins a command in a log of GitHub Actions, wherever in the line it stands. */
function shown(text: string, width: number): string {
  const line = oneLine(text).replaceAll('##[', '# #[');
  if (stringWidth(line) <= width) return line;
  let cut = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (stringWidth(cut + segment) >= width) break;
    cut += segment;
  }
  return `${cut}…`;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

function paint(format: Format, text: string, { color }: TableStyle): string {
  return color ? styleText(format, text, { validateStream: false }) : text;
}
