import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The project's own folders, as absolute paths. */
const root = fileURLToPath(new URL('../../', import.meta.url));

export const project = {
  root,
  exercises: join(root, 'exercises'),
  /** The exercises as they were handed out. */
  stubs: join(root, 'exercises', '.stubs'),
  solutions: join(root, 'solutions'),
  csv: join(root, 'data', 'customer_data.csv'),
  /** Everything that commands leave behind: MLflow's Python, its data, snapshots. */
  state: join(root, '.mlflow'),
} as const;
