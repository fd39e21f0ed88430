import { message, type Language } from '../messages/sentence.ts';
import type { Results } from '../results/results.ts';
import { markOf } from './mark.ts';
import { say } from './words.ts';

/** How many marks, their mean and median, as a sentence. */
export function classNumbers({ submissions }: Results, language: Language): string {
  const marks = submissions.flatMap((submission) => markOf(submission) ?? []).toSorted(ascending);
  const total = submissions.length;
  if (marks.length === 0) return say(message('export.no-numbers', { total }), language);
  const mean = marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
  const middle = marks.slice(Math.floor((marks.length - 1) / 2), Math.floor(marks.length / 2) + 1);
  const median = middle.reduce((sum, mark) => sum + mark, 0) / middle.length;
  const max = Math.max(...submissions.map(({ maxPoints }) => maxPoints));
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const values = {
    marked: marks.length,
    total,
    mean: number.format(mean),
    median: number.format(median),
    max: number.format(max),
  };
  return say(message('export.numbers', values), language);
}

const ascending = (a: number, b: number) => a - b;
