import { basename } from 'node:path/posix';
import { canvasClaim, isCanvas } from './platforms/canvas.ts';
import { readLists } from './platforms/class-lists.ts';
import type { FindExercise } from './exercise-of.ts';
import type { Class } from './find-class.ts';
import { githubClaims } from './platforms/github.ts';
import { gradescopeClaims } from './platforms/gradescope.ts';
import type { Budget } from './limits.ts';
import { moodleClaim } from './platforms/moodle.ts';
import { note } from './note.ts';
import { claim, type Claim } from './platforms/owner.ts';
import { ownerCalled, plainClaim } from './platforms/plain.ts';
import type { Ignored } from './submission.ts';

export interface Claims {
  readonly claims: readonly Claim[];
  /** What lies in the class folder and is no student's. */
  readonly ignored: readonly Ignored[];
}

/** Says of everything that lies in a class folder whose it is, the surest sign first. */
export async function claimsOf(
  found: Class,
  className: string,
  exerciseOf: FindExercise,
  budget: Budget,
): Promise<Claims> {
  if (found.kind === 'one-student') {
    return { claims: [claim(ownerCalled(className), found.folder)], ignored: [] };
  }
  const { items } = found;
  const gradescope = await gradescopeClaims(items);
  const github = await githubClaims(
    items,
    basename(found.folder.path) || className,
    await readLists(items),
    budget,
  );
  const known = new Map([...github, ...gradescope.claims].map((known) => [known.item, known]));
  const settled = new Set(gradescope.ignored.map(({ path }) => path));
  const canvas = isCanvas(items) ? canvasClaim : () => null;

  const claims: Claim[] = [];
  const ignored: Ignored[] = [
    ...gradescope.ignored,
    ...found.junk.map(({ path }) => note(path, 'submission.junk')),
  ];
  for (const item of items) {
    if (settled.has(item.path)) continue;
    const whose: Claim | null =
      known.get(item) ?? moodleClaim(item) ?? canvas(item) ?? plainClaim(item, exerciseOf);
    if (whose) claims.push(whose);
    else
      ignored.push(
        note(item.path, item.kind === 'special' ? 'submission.special' : 'submission.other-file'),
      );
  }
  return { claims, ignored };
}
