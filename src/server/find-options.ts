import type { OnProgress } from './tracking-server.ts';

/** What making a private Python environment needs. */
export interface PythonOptions {
  /** `<project>/.mlflow` */
  readonly stateFolder: string;
  /** Another place for the environment, to share one between state folders. */
  readonly pythonFolder?: string | undefined;
  /** Reads MLFLOW_TRACKING_URI, WORKSHOP_MLFLOW, DOCKER_HOST and what Python and pip read. */
  readonly env: Record<string, string | undefined>;
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What finding or starting an MLflow needs. */
export interface FindOptions extends PythonOptions {
  /** Minutes without a request after which a server of ours stops; 30 unless told. */
  readonly idleMinutes?: number | undefined;
}
