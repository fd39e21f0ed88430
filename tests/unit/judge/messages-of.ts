import type { Check } from '../../../src/judge/check.ts';
import type { Snapshot } from '../../../src/judge/snapshot.ts';
import { createTranslator } from '../../../src/messages/translator.ts';

const english = createTranslator('en');

/** What a student reads in English when the check is put to the snapshot; null when it passes. */
export function said(check: Check, snapshot: Snapshot): string | null {
  const failure = check.test(snapshot);
  return failure === null ? null : english(failure.message);
}

/** The hint that goes with it; null when it passes. */
export function hinted(check: Check, snapshot: Snapshot): string | null {
  const failure = check.test(snapshot);
  return failure === null ? null : english(failure.hint ?? check.hint);
}
