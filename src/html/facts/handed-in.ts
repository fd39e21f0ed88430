import { readCells } from '../../notebooks/read-cells.ts';
import type { ExerciseResult, Place, SubmissionResult } from '../../results/results.ts';
import { exerciseId } from '../links.ts';

/** Code that is shown as one: a cell of a notebook, or a whole script. */
export interface Part {
  /** Counted from 1 among the code cells; null in a script. */
  readonly cell: number | null;
  readonly lines: readonly string[];
}

/** A file that was handed in, as a page shows it: once, however many exercises it holds. */
export interface HandedIn {
  /** The exercise with which it is shown. */
  readonly shownWith: string;
  readonly holdsSeveral: boolean;
  /** As far as it can be read with pleasure; null when the copy is gone. */
  readonly parts: readonly Part[] | null;
  /** Whether it goes on. */
  readonly isCut: boolean;
  /** Places that are spoken of and shown, by `placeId`. */
  readonly places: ReadonlySet<string>;
}

const LINES = 1500;
const CHARACTERS = 100_000;

/** The file of each exercise that ran. @param sources their text, by the exercise with which they are shown */
export function handedIn(
  { exercises }: SubmissionResult,
  sources: ReadonlyMap<string, string>,
): ReadonlyMap<string, HandedIn> {
  const shown = Map.groupBy(exercises, ({ exercise, ranWith }) => ranWith ?? exercise);
  const files = new Map<string, HandedIn>();
  for (const [shownWith, results] of shown) {
    const source = sources.get(shownWith);
    const whole = source === undefined ? null : partsOf(source, results[0]?.file?.kind);
    const parts = whole === null ? null : cutParts(whole);
    const places = placesOf(results, shownWith, parts ?? []);
    const isCut = whole !== null && parts !== null && sizeOf(parts) < sizeOf(whole);
    const file = { shownWith, holdsSeveral: results.length > 1, parts, isCut, places };
    for (const { exercise } of results) files.set(exercise, file);
  }
  return files;
}

/** Of the line of code on a page. */
export function placeId(shownWith: string, { cell, line }: Place): string {
  return `${exerciseId(shownWith)}${cell === null ? '' : `-cell-${cell}`}-line-${line}`;
}

function placesOf(
  results: readonly ExerciseResult[],
  shownWith: string,
  parts: readonly Part[],
): ReadonlySet<string> {
  const spokenOf = results.flatMap(({ checks }) => checks.flatMap(({ at }) => at ?? []));
  const isShown = ({ cell, line }: Place) =>
    parts.some((part) => part.cell === cell && line <= part.lines.length);
  return new Set(spokenOf.filter(isShown).map((place) => placeId(shownWith, place)));
}

function partsOf(source: string, kind: NonNullable<ExerciseResult['file']>['kind']): Part[] {
  if (kind !== 'notebook') return [{ cell: null, lines: linesOf(source) }];
  return readCells(source)
    .filter(({ type }) => type === 'code')
    .map(({ text }, index) => ({ cell: index + 1, lines: linesOf(text) }))
    .filter(({ lines }) => lines.length > 0);
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function cutParts(parts: readonly Part[]): Part[] {
  const shown: Part[] = [];
  let lines = 0;
  let characters = 0;
  for (const part of parts) {
    const kept: string[] = [];
    for (const line of part.lines) {
      if (lines >= LINES || characters >= CHARACTERS) break;
      kept.push(line.slice(0, CHARACTERS - characters));
      lines += 1;
      characters += line.length + 1;
    }
    if (kept.length > 0) shown.push({ ...part, lines: kept });
  }
  return shown;
}

function sizeOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { lines }) => sum + lines.join('\n').length, 0);
}
