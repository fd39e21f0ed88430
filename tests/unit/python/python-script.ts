import { readFileSync } from 'node:fs';

const root = new URL('../../../', import.meta.url);

/** Where the Python exercises are, as the student has them, as they were handed out, and solved. */
export type Room = 'exercises' | '.stubs' | 'solutions';

/** A script of the workshop: its statement, its preparation, and the pieces that `# %%` lines begin. */
export interface PythonScript {
  readonly source: string;
  /** The text of the docstring. */
  readonly statement: string;
  /** Without the `# %%` lines. */
  readonly cells: readonly string[];
}

/** `07-gradient-boosting` → `07_gradient_boosting`: Python imports no name with dashes. */
export const pythonName = (exercise: string): string => exercise.replaceAll('-', '_');

export const pythonRoom = (room: Room): URL => new URL(`${room}/python/`, root);

export function readScript(room: Room, exercise: string): PythonScript {
  const file = new URL(`${pythonName(exercise)}.py`, pythonRoom(room));
  const source = readFileSync(file, 'utf8');
  const [, statement = ''] = /^"""(.*?)\n?"""\n/s.exec(source) ?? [];
  const [, ...cells] = source.split(/^# %%.*\n/m);
  return { source, statement, cells: cells.map((cell) => cell.trimEnd()) };
}
