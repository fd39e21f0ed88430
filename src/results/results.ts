import type { Bilingual } from '../messages/sentence.ts';

/**
 * The marks of a class with their evidence: the one document that every export and report is made from.
 * `results-schema.json` says the same to others; docs/results.md explains it. Times are ISO 8601 in UTC,
 * durations milliseconds, sizes bytes. Names and sources of students are as found: never trust them.
 */
export interface Results {
  readonly schema: 'results/v1';
  readonly generator: { readonly name: string; readonly version: string };
  readonly mlflow: { readonly version: string };
  /** SHA-256 over the graders: another value means that marks were given by other rules. */
  readonly gradersHash: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly exercises: readonly ExerciseInfo[];
  /** By id. */
  readonly submissions: readonly SubmissionResult[];
}

export interface ExerciseInfo {
  readonly name: string;
  readonly title: Bilingual;
  readonly maxPoints: number;
  readonly checks: readonly {
    readonly id: string;
    readonly sentence: Bilingual;
    readonly points: number;
  }[];
}

/** What became of one student's, or one group's, work. */
export interface SubmissionResult {
  /** A folder name that is safe everywhere, unlike any other of the class. */
  readonly id: string;
  readonly name: string;
  /** How the platform knows the student; whatever it said. */
  readonly identity: {
    readonly email?: string;
    readonly studentId?: string;
    readonly moodleParticipant?: string;
    readonly canvasUserId?: string;
    readonly canvasAnonymousId?: string;
    readonly gradescopeSubmissionId?: string;
    readonly githubLogin?: string;
    readonly members?: readonly {
      readonly name: string;
      readonly email?: string;
      readonly studentId?: string;
    }[];
  };
  /** What the platform said; null where it said nothing. */
  readonly late: boolean | null;
  /** Where it was read from, relative to the class folder. */
  readonly source: string;
  readonly contentHash: string;
  /** `infra-error`: our own trouble, never scored; `unreadable`: nothing in it can be graded. */
  readonly outcome: 'graded' | 'unreadable' | 'infra-error';
  /** Why it is unreadable, or what our trouble was; null when it was graded. */
  readonly problem: Bilingual | null;
  /** Null for `infra-error`. */
  readonly points: number | null;
  readonly maxPoints: number;
  /** One for each exercise asked for, in order; none for `infra-error`. */
  readonly exercises: readonly ExerciseResult[];
  /** Files that do not count, each with the reason. */
  readonly ignored: readonly { readonly path: string; readonly why: Bilingual }[];
  readonly fingerprints: Fingerprints;
  readonly gradedAt: string;
  /** The MLflow workspace that holds its runs; null when it has none. */
  readonly workspace: string | null;
}

/** What two submissions have in common when one was copied from the other. */
export interface Fingerprints {
  /** SHA-256 of each logged model's files, sorted. */
  readonly models: readonly string[];
  /** SHA-256 of each run's metrics and their values, sorted. */
  readonly metrics: readonly string[];
  /** SHA-256 of each source without comments and white space, by exercise. */
  readonly sources: Readonly<Record<string, string>>;
}

export interface ExerciseResult {
  readonly exercise: string;
  /** `missing`: no file was handed in; `to-do`: the file is as it was handed out. */
  readonly outcome: 'graded' | 'crashed' | 'timed-out' | 'out-of-memory' | 'missing' | 'to-do';
  readonly passed: boolean;
  /** A check of ours broke: the points say nothing about the student. */
  readonly broken: boolean;
  readonly points: number;
  readonly maxPoints: number;
  readonly durationMs: number | null;
  readonly limitMs: number | null;
  /** The most memory that it was seen to use, where the sandbox measures it. */
  readonly memoryBytes: number | null;
  /** Address of its run in MLflow's UI. */
  readonly url: string | null;
  /** What happened to the execution itself, when it did not complete. */
  readonly trouble: Bilingual | null;
  /** Where an error ended it, where that is known. */
  readonly troubleAt?: Place;
  readonly notes: readonly Bilingual[];
  /** What it printed, cut at a limit. */
  readonly output: string;
  readonly file: SubmittedFileFact | null;
  /**
   * Of a file that holds several exercises and ran once: the exercise with which its time, memory, notes, output and
   * requests are told. Absent in that one, and where the file is this exercise's alone.
   */
  readonly ranWith?: string;
  readonly checks: readonly CheckFact[];
  /** Requests that reached MLflow from it, in order. */
  readonly timeline: readonly RequestLine[];
  /** Images it logged, as files of the out folder. */
  readonly figures: readonly { readonly artifact: string; readonly path: string }[];
  /** The snapshot that was judged, as a file of the out folder. */
  readonly snapshot: string | null;
}

export interface SubmittedFileFact {
  /** Absent in documents from before there was another than TypeScript. */
  readonly kind?: 'typescript' | 'python' | 'notebook';
  /** Where it was found, relative to the class folder. */
  readonly source: string;
  /** The copy that was run, as a file of the out folder. */
  readonly path: string;
  readonly sha256: string;
}

export interface CheckFact {
  readonly id: string;
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'broken';
  readonly points: number;
  readonly maxPoints: number;
  readonly sentence: Bilingual;
  /** What was asked and what was seen, of a failed check. */
  readonly message: Bilingual | null;
  readonly hint: Bilingual | null;
  /** Of a failed check: where in the submission that was made, where it is known. */
  readonly at?: Place & { readonly sentence: Bilingual };
  /** Of a skipped check: the id of the check to mend first; null where nothing was seen of the exercise. */
  readonly blockedBy: string | null;
  /** Of a broken check: our own error. */
  readonly brokenBecause: string | null;
}

/** Counted from 1; `cell` among the code cells of a notebook, null in a script. */
export interface Place {
  readonly cell: number | null;
  readonly line: number;
}

export interface RequestLine {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly durationMs: number;
  /** Where in the submission it was made, where that is known. */
  readonly origin?: Place;
}
