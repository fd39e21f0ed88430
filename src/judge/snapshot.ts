import type { Written } from '../messages/written-in.ts';

/**
 * What one submission left behind, as plain JSON: the only thing that checks see.
 * Times are milliseconds since the epoch, sizes are bytes.
 */
export interface Snapshot {
  readonly schema: 'snapshot/v1';
  readonly exercise: string;
  /** What the submission is written in. */
  readonly language: Written;
  /** Whether the file holds other exercises, too: how it ended says nothing then of one of which all is right. */
  readonly part: boolean;
  readonly execution: Execution;
  /**
   * Of an exercise that never ran, since its file ended before: in this code cell of the notebook, null for an end before
   * the first line. Absent for one that ran.
   */
  readonly notRun?: { readonly cell: number | null };
  /** What the submission's default function returned, after JSON; null when it returned nothing. */
  readonly returned: Json;
  /** Runs that the submission created, in any experiment, deleted ones included, newest first. */
  readonly runs: readonly RunFact[];
  /** How many it created; where they are too many, `runs` holds only some. */
  readonly runCount: number;
  /** Names of runs that were already there in the workshop's experiment, newest first. */
  readonly earlierRunNames: readonly string[];
  /** Model versions that the submission created. */
  readonly versions: readonly VersionFact[];
  /** What the grader had put into MLflow before the submission ran. */
  readonly arranged: Arranged;
  /** Requests that reached MLflow from the submission, in order. */
  readonly requests: readonly RequestFact[];
}

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

export interface Execution {
  readonly outcome:
    | 'completed'
    /** It completed, but what it returned has no JSON or too much of it: `returned` is null. */
    | 'unreadable-return'
    | 'threw'
    | 'exited'
    | 'syntax-error'
    | 'no-default-export'
    | 'timed-out'
    | 'out-of-memory';
  readonly durationMs: number;
  readonly limitMs: number;
  /** What it printed, cut at a limit. */
  readonly output: string;
  readonly exitCode: number | null;
  /** The code cell of a notebook, from 1, after which none ran; absent where all did, and in other files. */
  readonly stoppedAt?: number;
  /** Where the submission had led MLflow in the end, and what line did that, when that is not its own MLflow. */
  readonly elsewhere?: {
    readonly uri: string;
    readonly cell: number | null;
    readonly line: number | null;
  };
  readonly error: {
    readonly name: string;
    /** In its own words. */
    readonly message: string;
    readonly line: number | null;
    /** The notebook's code cell, from 1, in which that line is; null in a script, absent in TypeScript. */
    readonly cell?: number | null;
    /** Names the catalogue's sentence for it, where there is one, and fills it. */
    readonly code?: string;
    readonly values?: Readonly<Record<string, string | number>>;
  } | null;
}

export interface RunFact {
  readonly id: string;
  readonly name: string;
  readonly experimentId: string;
  readonly experimentName: string;
  readonly status: string;
  readonly deleted: boolean;
  readonly startTime: number;
  readonly params: Readonly<Record<string, string>>;
  /** The last value of each metric. */
  readonly metrics: Readonly<Record<string, number>>;
  /** Tags that the submission set; MLflow's own (`mlflow.*`) are left out. */
  readonly tags: Readonly<Record<string, string>>;
  readonly artifacts: readonly ArtifactFact[];
  readonly models: readonly ModelFact[];
}

export interface ArtifactFact {
  readonly path: string;
  readonly sizeBytes: number;
  /** Present for names that end like an image's: what decoding the file gave. */
  readonly image: ImageFact | null;
  /** Of small `.json` artifacts that parse, and of a pickled scaler below `preprocessing/`, its mean and scale. */
  readonly json: Json;
}

export type ImageFact =
  | {
      readonly decoded: true;
      readonly format: string;
      readonly width: number;
      readonly height: number;
      readonly blank: boolean;
      /** Distinct colours, counted up to 256. */
      readonly colors: number;
      /** Share of neighbouring pixels, side by side or one above the other, that differ sharply; 0 to 1. */
      readonly edges: number;
    }
  | { readonly decoded: false; readonly reason: string };

export interface ModelFact {
  readonly name: string;
  readonly modelId: string | null;
  /** Where its files are behind `/mlflow-artifacts/artifacts/`, to recognise downloads. */
  readonly artifactRoot: string;
  readonly flavors: readonly string[];
  /** SHA-256 of the file that predicts; null when there is none that could be read. */
  readonly sha256: string | null;
  /** Why it could not be loaded or used; null when it could. */
  readonly problem: string | null;
  /** Its trees and the depth of the deepest; none in a model of another kind, null where they cannot be counted. */
  readonly trees: { readonly count: number; readonly depth: number } | null;
  /** Scores on the workshop's test rows as they are; null when it could not be used. */
  readonly scores: Scores | null;
  /** Scores on the test rows, scaled once: by the model itself, or by the scaler logged with the run; null without one. */
  readonly scaledScores: Scores | null;
  /** Predictions of the first five test rows. */
  readonly firstPredictions: readonly number[];
  /** Predictions of the first hundred customers of the data set. */
  readonly batch: {
    readonly customerIds: readonly string[];
    readonly probability: readonly number[];
    readonly predicted: readonly number[];
  };
}

export interface Scores {
  readonly accuracy: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface VersionFact {
  readonly name: string;
  readonly version: string;
  readonly status: string;
  readonly runId: string | null;
  readonly modelId: string | null;
  /** The address that it was made from; null in snapshots from before it was kept. */
  readonly source: string | null;
}

export interface Arranged {
  readonly runs: readonly ArrangedRun[];
  /** The registered version that the submission should have used, with its model. */
  readonly version: (VersionFact & { readonly model: ModelFact }) | null;
  /** The model of the best active FINISHED run. */
  readonly bestModel: ModelFact | null;
}

export interface ArrangedRun {
  readonly id: string;
  readonly experimentId: string;
  readonly name: string;
  readonly status: string;
  readonly deleted: boolean;
  readonly accuracy: number | null;
  /** Rank among the active FINISHED runs of the experiment by accuracy, 1 the best; null when it does not rank. */
  readonly rank: number | null;
}

export interface RequestFact {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly at: number;
  readonly durationMs: number;
  /** The JSON bodies of searches, of questions for the latest versions and of scoring calls; null otherwise. */
  readonly body: Json;
  readonly answer: Json;
  /** Where in the submission it was made, as it says itself: good for telling, never for a mark. Null when unknown. */
  readonly origin: Origin | null;
  /** Of writing calls with small bodies; null for all others, and of a flood for all but the newest. */
  readonly wrote: Wrote | null;
}

/** A place in a submission, counted from 1. */
export interface Origin {
  /** The code cell of a notebook; null in a script. */
  readonly cell: number | null;
  /** In the cell, or in the script. */
  readonly line: number;
}

/** What a request wrote: keys, no values. */
export interface Wrote {
  /** The run that was created or written to, or that a model comes from. */
  readonly runId: string | null;
  readonly params: readonly string[];
  readonly metrics: readonly string[];
  readonly tags: readonly string[];
  /** What it named: the run, the logged model or the registered model. */
  readonly name: string | null;
}
