import { mkdir, realpath } from 'node:fs/promises';
import { message } from '../messages/sentence.ts';
import { claimsOf } from './claims.ts';
import { findExercise, findOther } from './exercise-of.ts';
import { findClass } from './find-class.ts';
import { DEFAULT_LIMITS, startBudget, type Limits } from './limits.ts';
import type { Looking } from './look-at.ts';
import { openClass } from './open-class.ts';
import type { Claim, Owner } from './platforms/owner.ts';
import { readSubmission } from './read-submission.ts';
import { ClassFolderError, Refusal } from './refusal.ts';
import { submissionIds } from './submission-id.ts';
import type { Ignored, Submission } from './submission.ts';

/** `exercises` are the names asked for, `NN-name`. */
export interface ReadOptions extends Pick<
  Looking,
  'exercises' | 'holds' | 'isAnswered' | 'isUntouched'
> {
  /** Names of all exercises that there are; those asked for when absent. */
  readonly known?: readonly string[];
  /** Absolute path of a folder of ours, made if need be; nothing is written anywhere else. */
  readonly scratch: string;
  readonly limits?: Partial<Limits>;
  /** Absolute paths inside the class folder that are not handed in, such as the results'. */
  readonly skip?: readonly string[];
}

export interface ClassRead {
  /** By id. */
  readonly submissions: readonly Submission[];
  /** What lies in the class folder and is nobody's. */
  readonly ignored: readonly Ignored[];
}

/** A class ZIP holds everybody's work, so it may be larger than one submission. */
const CLASS_ENTRIES = 2_000_000;

/**
 * Reads what students handed in, whatever platform it was downloaded from (docs/grading.md has the table),
 * and copies the files that count to `scratch/<id>/NN-name.ts`. The class is only read, nothing of it is
 * run, links are not followed, and one submission that is broken or hostile says so in its `problem`
 * without touching another.
 *
 * @param path of a folder, a ZIP, or one program
 * @throws ClassFolderError when `path` itself cannot be read
 */
export async function readSubmissions(path: string, options: ReadOptions): Promise<ClassRead> {
  const { exercises, holds, isAnswered, isUntouched } = options;
  await mkdir(options.scratch, { recursive: true });
  const scratch = await realpath(options.scratch);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const budget = startBudget({ ...limits, entries: CLASS_ENTRIES });
  const exerciseOf = findExercise(exercises);
  const otherOf = findOther(exercises, options.known ?? exercises);

  using open = new DisposableStack();
  try {
    const skip = await Promise.all(
      (options.skip ?? []).map((item) => realpath(item).catch(() => item)),
    );
    const { root, ignored } = await openClass(path, [scratch, ...skip], budget, open);
    const found = await findClass(root, exerciseOf, budget);
    const whose = await claimsOf(found, root.name, exerciseOf, budget);
    const owners = byOwner(whose.claims);
    const ids = submissionIds([...owners.keys()]);
    const submissions: Submission[] = [];
    for (const [owner, theirs] of owners) {
      const id = ids.get(owner) ?? '';
      const about = { exercises, exerciseOf, otherOf, holds, isAnswered, isUntouched };
      const reading = { ...about, scratch, limits };
      submissions.push(await readSubmission(owner, id, theirs, reading));
    }
    return {
      submissions: submissions.sort((a, b) => (a.id < b.id ? -1 : 1)),
      ignored: [...ignored, ...whose.ignored],
    };
  } catch (error) {
    throw error instanceof Refusal
      ? new ClassFolderError(message(error.why.key, { ...error.why.values, file: path }), error)
      : error;
  }
}

function byOwner(claims: readonly Claim[]): ReadonlyMap<Owner, readonly Claim[]> {
  const keys = new Map<string, Owner>();
  const owners = new Map<Owner, Claim[]>();
  for (const claim of claims) {
    const owner = keys.get(claim.owner.key) ?? claim.owner;
    keys.set(owner.key, owner);
    owners.set(owner, [...(owners.get(owner) ?? []), claim]);
  }
  return owners;
}
