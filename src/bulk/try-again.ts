import type { Bilingual } from '../messages/sentence.ts';

/** Trouble of ours, never of the submission. */
export interface Trouble {
  readonly sentence: Bilingual;
  /** Whether going on makes no sense for anyone, such as on a full disk. */
  readonly concernsAll: boolean;
}

export interface Attempts<T> {
  readonly attempt: () => Promise<T>;
  readonly troubleOf: (error: unknown) => Promise<Trouble>;
  /** Brings back what was lost; when it fails, that counts as a failed attempt. */
  readonly recover: (trouble: Trouble) => Promise<void>;
  readonly giveUp: (trouble: Trouble) => T;
}

const ATTEMPTS = 3;

/** Tries three times. @throws the error of trouble that concerns all */
export async function tryAgain<T>(attempts: Attempts<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attempts.attempt();
    } catch (error) {
      const trouble = await attempts.troubleOf(error);
      if (trouble.concernsAll) throw error;
      if (attempt === ATTEMPTS) return attempts.giveUp(trouble);
      // When it cannot be brought back, the next attempt says so; unless that concerns all.
      await attempts.recover(trouble).catch(async (cause: unknown) => {
        if ((await attempts.troubleOf(cause)).concernsAll) throw cause;
      });
    }
  }
}
