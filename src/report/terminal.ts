import { styleText } from 'node:util';
import type { CheckResult } from '../judge/judge.ts';
import { message, type Sentence } from '../messages/sentence.ts';
import type { Translate } from '../messages/translator.ts';
import type { ExerciseResult } from './result.ts';

export interface TerminalStyle {
  readonly translate: Translate;
  readonly color: boolean;
  /** Names the passed checks too, as for a single exercise. */
  readonly detailed: boolean;
}

/** What is shown of one printed line, in characters. */
const LINE_LIMIT = 300;

type Format = Parameters<typeof styleText>[0];

/** The lines of one exercise. Pure. */
export function renderResult(result: ExerciseResult, style: TerminalStyle): string {
  const { translate } = style;
  const paint = painter(style);
  if (result.kind === 'to-do') {
    const points = translate(message('report.points', { points: 0, max: result.maxPoints }));
    return paint(
      'dim',
      `○ ${result.exercise}  ${translate(result.title)}  ${points}  ${translate(message('report.to-do'))}`,
    );
  }
  const { verdict } = result;
  const points = translate(
    message('report.points', { points: verdict.points, max: verdict.maxPoints }),
  );
  const [mark, color, word] = verdict.broken
    ? (['!', 'magenta', 'report.broken'] as const)
    : verdict.passed
      ? (['✓', 'green', 'report.passed'] as const)
      : (['✗', 'red', 'report.failed'] as const);
  const lines = [
    `${paint(color, mark)} ${paint('bold', result.exercise)}  ${translate(result.title)}  ${points}  ${paint(color, translate(message(word)))}`,
  ];
  if (result.trouble !== null) {
    const tint = verdict.passed ? 'yellow' : 'red';
    lines.push(`  ${paint(tint, inert(translate(result.trouble)))}`);
    const isAllRight = verdict.checks.every(({ outcome }) => outcome === 'passed');
    if (!verdict.passed && isAllRight) lines.push(`  ${translate(message('report.only-its-end'))}`);
  }
  // Where the file broke before anything was reached, the checks only echo the trouble.
  const listed = result.trouble === null || verdict.points > 0 || verdict.broken;
  const checks = listed ? verdict.checks : [];
  for (const check of checks) lines.push(...renderCheck(check, style));
  const skipped = checks.filter(({ blockedBy }) => blockedBy !== null).length;
  if (skipped > 0) {
    lines.push(
      `  ${paint('dim', `· ${translate(message('report.skipped', { count: skipped }))}`)}`,
    );
  }
  for (const note of result.notes) lines.push(`  ${paint('yellow', inert(translate(note)))}`);
  if (!verdict.passed && result.output.trim() !== '') {
    lines.push(`  ${paint('dim', translate(message('report.printed')))}`);
    const printed = result.output.trim().split('\n');
    for (const line of printed.slice(0, 12)) {
      lines.push(`    ${paint('dim', inert(cut(line)))}`);
    }
    if (printed.length > 12) lines.push(`    ${paint('dim', '[…]')}`);
  }
  if (result.url !== null) {
    lines.push(`  ${translate(message('report.look', { url: result.url }))}`);
  }
  return lines.join('\n');
}

function renderCheck(check: CheckResult, style: TerminalStyle): string[] {
  const { translate } = style;
  const paint = painter(style);
  const sentence = inert(translate(check.sentence));
  switch (check.outcome) {
    case 'passed':
      return style.detailed ? [`  ${paint('green', '✓')} ${sentence}`] : [];
    case 'skipped':
      return [];
    case 'broken': {
      const error = check.brokenBecause ?? '';
      return [
        `  ${paint('magenta', '!')} ${sentence}`,
        `    ${translate(message('report.broken-check', { error }))}`,
      ];
    }
    case 'failed': {
      const lines = [`  ${paint('red', '✗')} ${sentence}`];
      if (check.failure !== null) {
        lines.push(`    ${inert(translate(check.failure.message))}`);
        const { at, hint } = check.failure;
        if (at !== null) lines.push(`    ${inert(translate(at.sentence))}`);
        if (hint !== undefined) {
          const text = message('report.try', { hint: translate(hint) });
          lines.push(`    ${paint('cyan', inert(translate(text)))}`);
        }
      }
      return lines;
    }
  }
}

/**
 * The last lines: how many passed, and where to go on. Pure.
 *
 * @param onward where to go on
 */
export function renderSummary(
  results: readonly ExerciseResult[],
  style: TerminalStyle,
  onward: Sentence,
): string {
  const { translate } = style;
  const graded = results.filter((result) => result.kind === 'graded');
  const passed = graded.filter(({ verdict }) => verdict.passed).length;
  const todo = results.length - graded.length;
  const points = graded.reduce((sum, { verdict }) => sum + verdict.points, 0);
  const max = results.reduce(
    (sum, result) => sum + (result.kind === 'to-do' ? result.maxPoints : result.verdict.maxPoints),
    0,
  );
  const lines = [
    painter(style)(
      'bold',
      translate(
        message('report.summary', {
          count: passed,
          failed: graded.length - passed,
          todo,
          points,
          max,
        }),
      ),
    ),
  ];
  return [...lines, translate(onward)].join('\n');
}

function painter({ color }: TerminalStyle) {
  return (format: Format, text: string) =>
    color ? styleText(format, text, { validateStream: false }) : text;
}

function cut(line: string): string {
  return line.length > LINE_LIMIT ? `${line.slice(0, LINE_LIMIT)}…` : line;
}

/** Control characters of foreign text do nothing in a terminal. */
function inert(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (c) => (c === '\t' ? ' ' : '\u{FFFD}'));
}
