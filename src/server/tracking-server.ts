/** Where an MLflow comes from: a given address, the official image, or a local process. */
export type Provider = 'uri' | 'container' | 'embedded';

/** Why a provider was taken: a key of the message catalogue. */
export type Because =
  | 'forced-by-WORKSHOP_MLFLOW'
  | 'MLFLOW_TRACKING_URI-is-set'
  | 'docker-engine-answers'
  | 'no-docker-engine';

/**
 * An MLflow that answers. Disposing it lets go of our handle only: a server of ours stays warm for the
 * next command and stops by itself when idle.
 */
export interface TrackingServer extends AsyncDisposable {
  readonly provider: Provider;
  /** Base address without a trailing slash, e.g. `http://127.0.0.1:41537`. */
  readonly uri: string;
  /** MLflow's own version, e.g. `3.17.2`. */
  readonly version: string;
  /** Whether the server keeps submissions apart by workspaces. */
  readonly workspaces: boolean;
  readonly reason: Because;
  /** Folder that holds the artifacts, for a server whose files are ours. */
  readonly artifactsFolder?: string;
  /** Stops a server of ours at once; does nothing to a server that was given to us. */
  stop(): Promise<void>;
  /**
   * The same server if it answers; one of ours that died is started again on the same data and port.
   * @throws {PortTakenError} another program took the port meanwhile
   */
  revive(): Promise<TrackingServer>;
}

/** One step of a preparation that takes time, for the terminal to show. */
export interface ProgressStep {
  readonly step:
    | 'waiting-for-another-command'
    | 'creating-python'
    | 'collecting-packages'
    | 'installing-packages'
    | 'preparing-database'
    | 'pulling-image'
    | 'starting-server';
  /** Packages done, when they can be counted. */
  readonly done?: number;
  readonly total?: number;
  /** What is being worked on, e.g. a package. */
  readonly detail?: string;
}

export type OnProgress = (step: ProgressStep) => void;
