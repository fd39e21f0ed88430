import type { IncomingHttpHeaders } from 'node:http';
import type { Origin } from '../judge/snapshot.ts';

const MOST = 1_000_000;
const FORM = /^(?:cell=([1-9]\d{0,6});)?line=([1-9]\d{0,6})$/;

/**
 * The place that a request names in `X-Workshop-Origin`, `cell=7;line=3` or `line=12`, each from 1 to a million; null
 * for anything else. What runs the submission writes it, and so may the submission: it tells, and proves nothing.
 */
export function readOrigin(headers: IncomingHttpHeaders): Origin | null {
  const header = headers['x-workshop-origin'];
  const [whole, inCell, inFile] = FORM.exec(typeof header === 'string' ? header : '') ?? [];
  if (whole === undefined) return null;
  const cell = inCell === undefined ? null : Number(inCell);
  const line = Number(inFile);
  return line > MOST || (cell ?? 1) > MOST ? null : { cell, line };
}
