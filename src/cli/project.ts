import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';

/** Where the project's own files are, as an absolute path. */
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where a person works: the project itself, or the folder that WORKSHOP_HOME names. */
const { WORKSHOP_HOME } = process.env;
const home = WORKSHOP_HOME === undefined || WORKSHOP_HOME === '' ? root : resolve(WORKSHOP_HOME);

export const project = {
  root,
  home,
  exercises: join(home, 'exercises'),
  csv: join(home, 'data', 'customer_data.csv'),
  /** Everything that commands leave behind: MLflow's Python, its data, snapshots. */
  state: join(home, '.mlflow'),
  /** The embedded MLflow's Python, which the MLflows of all out folders share. */
  python: join(home, '.mlflow', 'python'),
  /** The exercises as they were handed out. */
  stubs: join(root, '.stubs'),
  solutions: join(root, 'solutions'),
} as const;
