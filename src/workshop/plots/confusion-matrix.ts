import { blue, textOnBlue } from './blues.ts';
import { figureOf } from './figure.ts';
import type { Figure } from './figure.ts';
import { PlotInputError } from './plot-input-error.ts';
import { rect, text } from './svg.ts';

export interface ConfusionMatrixOptions {
  /** "Matrice de confusion" by default. */
  title?: string;
  /** A name for each label, `0`, `1`, … by default. */
  labels?: readonly string[];
  /** "Prédit" by default. */
  xLabel?: string;
  /** "Réel" by default. */
  yLabel?: string;
}

const CELL = 132;
const GAP = 4;
const TOP = 74;
const LEFT = 104;
const BAR = 14;
const RIGHT = 106;
const BOTTOM = 84;

/**
 * A confusion matrix as an annotated heat map: in each cell its count, and the share of its row.
 * @param counts a square of whole numbers, true label down, as `metrics.confusionMatrix` gives
 * @throws PlotInputError for anything else
 */
export function confusionMatrix(
  counts: readonly (readonly number[])[],
  options: ConfusionMatrixOptions = {},
): Figure {
  checkCounts(counts);
  const size = counts.length;
  const labels = options.labels ?? counts.map((_, i) => String(i));
  if (labels.length !== size) {
    const message = `${labels.length} labels for a matrix of ${size} rows.`;
    throw new PlotInputError('MATRIX_LABELS', message, { labels: labels.length, rows: size });
  }
  const side = size * CELL;
  const width = LEFT + side + RIGHT;
  const height = TOP + side + BOTTOM;
  const most = Math.max(1, ...counts.flat());
  const middle = LEFT + side / 2;
  const parts = [
    text(middle, 38, options.title ?? 'Matrice de confusion', { size: 20, bold: true }),
    ...counts.flatMap((row, i) => row.map((count, j) => cell(i, j, count, row, most))),
    ...labels.flatMap((label, i) => [
      text(LEFT + (i + 0.5) * CELL, TOP + side + 26, label, { size: 14 }),
      text(LEFT - 18, TOP + (i + 0.5) * CELL, label, { size: 14, turned: label.length > 2 }),
    ]),
    text(middle, TOP + side + 60, options.xLabel ?? 'Prédit', { size: 16, bold: true }),
    text(34, TOP + side / 2, options.yLabel ?? 'Réel', { size: 16, bold: true, turned: true }),
    ...colourBar(LEFT + side + 28, side, most),
  ];
  return figureOf(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans, Verdana, sans-serif">
<rect width="100%" height="100%" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`,
    width,
    height,
  );
}

function cell(i: number, j: number, count: number, row: readonly number[], most: number): string {
  const share = count / most;
  const x = LEFT + j * CELL;
  const y = TOP + i * CELL;
  const total = row.reduce((sum, other) => sum + other, 0);
  const percent = total === 0 ? 0 : Math.round((100 * count) / total);
  const fill = textOnBlue(share);
  return [
    rect(x + GAP / 2, y + GAP / 2, CELL - GAP, CELL - GAP, blue(share), 6),
    text(x + CELL / 2, y + CELL / 2 - 8, String(count), { size: 28, bold: true, fill }),
    text(x + CELL / 2, y + CELL / 2 + 22, `${percent}\u00a0%`, { size: 13, fill, opacity: 0.85 }),
  ].join('\n');
}

/** The scale of the blues, from 0 at the bottom to the largest count. */
function colourBar(x: number, height: number, most: number): string[] {
  const steps = 64;
  const step = (height - GAP) / steps;
  const bars = Array.from({ length: steps }, (_, k) =>
    // Half a unit of overlap hides the seams between steps.
    rect(x, TOP + GAP / 2 + k * step, BAR, step + 0.5, blue(1 - k / (steps - 1))),
  );
  const ticks = [0, 0.5, 1].map((share) =>
    text(
      x + BAR + 8,
      TOP + GAP / 2 + (1 - share) * (height - GAP),
      String(Math.round(share * most)),
      {
        size: 12,
        fill: '#475569',
        start: true,
      },
    ),
  );
  return [...bars, ...(most > 1 ? ticks : ticks.filter((_, i) => i !== 1))];
}

function checkCounts(counts: readonly (readonly number[])[]): void {
  const square = counts.length > 0 && counts.every((row) => row.length === counts.length);
  if (!square) {
    const message = 'A confusion matrix has as many columns as rows.';
    throw new PlotInputError('MATRIX_NOT_SQUARE', message);
  }
  const wrong = counts.flat().find((count) => !Number.isInteger(count) || count < 0);
  if (wrong !== undefined) {
    const value = String(wrong);
    throw new PlotInputError('MATRIX_NOT_COUNTS', `${value} is not a count of rows.`, { value });
  }
}
