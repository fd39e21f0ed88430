import type { Message } from '../messages/sentence.ts';

/** What a submission may be. */
export type Kind = 'typescript' | 'python' | 'notebook';

/** One student's work, or one group's. Everything marked "as found" was written by strangers. */
export interface Submission {
  /**
   * A folder name that is safe everywhere, unlike any other of the class: ASCII letters, digits and
   * hyphens. The same in each run over the same class.
   */
  readonly id: string;
  /** As found. */
  readonly name: string;
  readonly identity: Identity;
  /** What the platform said; null where it said nothing. */
  readonly late: boolean | null;
  /** The folder or file it was read from, relative to the class folder, as found. */
  readonly source: string;
  /** By exercise; one file of several exercises is the file of each. */
  readonly files: Readonly<Record<string, SubmittedFile>>;
  /** What was found and does not count, each with the reason. */
  readonly ignored: readonly Ignored[];
  /** Why nothing can be graded; null when there is at least one file. */
  readonly problem: Message | null;
  /** SHA-256 over what counts: another value means another submission. */
  readonly contentHash: string;
}

/** How the platform knows the student. All as found. */
export interface Identity {
  readonly email?: string;
  readonly studentId?: string;
  /** The number in Moodle's "Participant 123", the Identifier column of its grading worksheet. */
  readonly moodleParticipant?: string;
  readonly canvasUserId?: string;
  /** Where Canvas hides names: its anonymous identifier. */
  readonly canvasAnonymousId?: string;
  readonly gradescopeSubmissionId?: string;
  readonly githubLogin?: string;
  /** Everyone who handed it in, where there are several. */
  readonly members?: readonly Member[];
}

export interface Member {
  readonly name: string;
  readonly email?: string;
  readonly studentId?: string;
}

export interface SubmittedFile {
  readonly kind: Kind;
  /** Absolute path of the copy in the scratch folder. */
  readonly path: string;
  /** Where it was found, relative to the class folder, as found. */
  readonly source: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface Ignored {
  /** Relative to the class folder, as found. */
  readonly path: string;
  readonly why: Message;
}
