import type { Work } from '../grade.ts';
import type { Grader } from '../judge/grader.ts';

/** Of an exercise, below the folder of the exercises, of the stubs, or of the solutions. */
export function pathOf({ name }: Pick<Grader, 'name'>, language: Work['language']): string[] {
  return language === 'python' ? ['python', `${name.replaceAll('-', '_')}.py`] : [`${name}.ts`];
}

/** The guided notebook, below the same folders. */
export const NOTEBOOK = ['python', 'workshop.ipynb'] as const;
