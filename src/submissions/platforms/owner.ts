import type { Item } from '../item.ts';
import type { Identity } from '../submission.ts';

/** Whose work something is. Two things of one `key` are one student's. */
export interface Owner {
  readonly key: string;
  readonly name: string;
  /** The platform's number, which makes the id unlike any other; null where there is none. */
  readonly number: string | null;
  readonly identity: Identity;
  readonly late: boolean | null;
}

/** Something in the class folder, and whose it is. */
export interface Claim {
  readonly owner: Owner;
  readonly item: Item;
  /** The file's name without what the platform put before it. */
  readonly fileName: string;
  /** Of two files with one name, the later handed in has the greater number. */
  readonly order: number;
}

export function claim(owner: Owner, item: Item, fileName = item.name, order = 0): Claim {
  return { owner, item, fileName, order };
}
