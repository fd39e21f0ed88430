import type { Item } from '../item.ts';
import { claim, type Claim } from './owner.ts';

const NAME =
  /^(?:(?!LATE_|anon_)(?<name>[\p{L}\p{M}\p{N}_]+?)_)?(?<late>LATE_)?(?:anon_(?<anonymous>[A-Za-z0-9]+)|(?<user>\d+))_(?:(?<attachment>\d+)_(?<file>.+)|(?<typed>text|link)\.html)$/su;

/**
 * Canvas's "Download Submissions": one flat folder of files `dupontmarie_LATE_12345_67890_name.ts`:
 * family and first name in lower case without spaces, `LATE` where it was, the user's number, the
 * attachment's number. A file handed in again under its name is called `name-1.ts`.
 *
 * @see https://github.com/instructure/canvas-lms/blob/master/lib/content_zipper.rb
 */
export function canvasClaim(item: Item): Claim | null {
  const found = item.kind === 'file' ? NAME.exec(item.name)?.groups : undefined;
  if (found === undefined) return null;
  const { name, late, anonymous, user, attachment, file } = found;
  if (name === undefined && anonymous === undefined) return null;
  const number = user ?? anonymous ?? '';
  const owner = {
    key: `canvas:${number}`,
    name: name ?? `anon ${number}`,
    number,
    identity: user === undefined ? { canvasAnonymousId: number } : { canvasUserId: user },
    late: late !== undefined,
  };
  return claim(owner, item, file ?? item.name, Number(attachment ?? 0));
}

/** Whether files that lie together come from Canvas: one such name alone may be chance. */
export function isCanvas(items: readonly Item[]): boolean {
  const files = items.filter(({ kind }) => kind === 'file');
  const canvas = files.filter((file) => canvasClaim(file) !== null);
  return canvas.length > 0 && canvas.length * 2 >= files.length;
}
