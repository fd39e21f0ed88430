import type { Cell } from '../notebooks/read-cells.ts';
import type { Grader } from './grader.ts';
import { holdsExercise } from './holds.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The snapshot as it is for each exercise of a Python file that ended early: those that were done by then completed, those
 * that had not begun never ran. How the file ended is told with the one that it ended in, else with the first that never ran.
 *
 * @param cells of a notebook; none of a script
 */
export function ranPart(
  graders: readonly Grader[],
  cells: readonly Cell[],
  snapshot: Snapshot,
): readonly Snapshot[] {
  const { execution, runs } = snapshot;
  const { stoppedAt = 0 } = execution;
  const cell = stoppedAt === 0 ? null : stoppedAt;
  // A script with a syntax error and a damaged notebook ran no line.
  if (cell === null && execution.outcome !== 'syntax-error') return graders.map(() => snapshot);
  const begins = graders.map((grader) => {
    if (cell === null) return Infinity;
    const hasRun = runs.some(({ name }) => grader.checks.some(({ runName }) => runName === name));
    return Math.min(beginOf(grader, cells) ?? cell, hasRun ? cell : Infinity);
  });
  const begun = begins.filter((begin) => begin <= stoppedAt);
  const last = begun.length === 0 ? Math.min(...begins) : Math.max(...begun);
  const tellsOfEnd = begun.length === 0 ? begins.indexOf(last) : null;
  const done: Snapshot = {
    ...snapshot,
    execution: { ...execution, outcome: 'completed', error: null },
  };
  return begins.map((begin, index) => {
    if (begin > stoppedAt) return { ...(index === tellsOfEnd ? snapshot : done), notRun: { cell } };
    return begin < last ? done : snapshot;
  });
}

/**
 * The code cell, from 1, with which an exercise begins: the first below its heading, `## 07 — …`, else the one with which
 * the program holds the exercise as surely as the whole does; null for one that is nowhere.
 */
function beginOf(grader: Grader, cells: readonly Cell[]): number | null {
  const own = new RegExp(`^#{1,3} ${grader.name.slice(0, 2)} — `, 'm');
  const code: string[] = [];
  let isBelow = false;
  for (const { type, text } of cells) {
    if (type === 'markdown')
      isBelow = own.test(text) || (isBelow && !/^#{1,3} \d\d — /m.test(text));
    else if (type === 'code' && text.trim() !== '') {
      if (isBelow) return code.length + 1;
      code.push(text);
    }
  }
  const holds = holdsExercise([grader]);
  const surely = (count: number) => holds(grader.name, code.slice(0, count).join('\n\n'));
  const whole = surely(code.length);
  if (whole === 0) return null;
  let [without, first] = [0, code.length];
  while (first - without > 1) {
    const middle = Math.floor((without + first) / 2);
    if (surely(middle) < whole) without = middle;
    else first = middle;
  }
  return first;
}
