import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseFiles, hashContent } from './choose-files.ts';
import type { FindExercise, FindOther } from './exercise-of.ts';
import { gather } from './gather.ts';
import { startBudget, type Limits } from './limits.ts';
import type { Looking } from './look-at.ts';
import { note } from './note.ts';
import type { Claim, Owner } from './platforms/owner.ts';
import { problemOf } from './problem.ts';
import { rankFiles } from './rank-files.ts';
import type { Ignored, Submission } from './submission.ts';

const MOST_IGNORED = 50;

/** What all submissions of a class are read with. */
export interface Reading extends Pick<
  Looking,
  'exercises' | 'holds' | 'isAnswered' | 'isUntouched'
> {
  readonly exerciseOf: FindExercise;
  readonly otherOf: FindOther;
  /** Absolute path of an existing folder; each submission gets a folder in it, under its id. */
  readonly scratch: string;
  readonly limits: Limits;
}

/** Reads all of one student's work into a folder of its own, which is made anew. */
export async function readSubmission(
  owner: Owner,
  id: string,
  claims: readonly Claim[],
  { exerciseOf, otherOf, scratch, limits, ...looking }: Reading,
): Promise<Submission> {
  const { exercises } = looking;
  const folder = join(scratch, id);
  const unpacking = join(scratch, '.unpacking');
  for (const path of [folder, unpacking]) {
    await rm(path, { recursive: true, force: true });
    await mkdir(path);
  }
  using open = new DisposableStack();
  const gathered = await gather(claims, startBudget(limits), unpacking, open);
  const ranked = rankFiles(gathered.files, { exerciseOf, otherOf, exercises });
  const limitBytes = limits.fileBytes;
  const chosen = await chooseFiles(ranked, { ...looking, folder, limitBytes });
  await rm(unpacking, { recursive: true, force: true });

  const ignored = [...chosen.ignored, ...gathered.ignored, ...ranked.ignored];
  const problem = Object.keys(chosen.files).length === 0 ? problemOf(ignored, exercises) : null;
  return {
    id,
    name: owner.name,
    identity: owner.identity,
    late: owner.late,
    source: sourceOf(claims),
    files: chosen.files,
    ignored: atMost(ignored, MOST_IGNORED),
    problem,
    contentHash: hashContent(chosen.files, problem),
  };
}

function sourceOf(claims: readonly Claim[]): string {
  return claims[0]?.item.path ?? '';
}

function atMost(ignored: readonly Ignored[], most: number): readonly Ignored[] {
  if (ignored.length <= most) return ignored;
  const more = note('', 'submission.more-ignored', { count: ignored.length - most });
  return [...ignored.slice(0, most), more];
}
