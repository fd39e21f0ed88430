import { message, type Message } from './sentence.ts';

/** `Cell 7, line 3`, or `Line 12` in a script. */
export function place(cell: number | null, line: number): Message {
  return cell === null ? message('origin.line', { line }) : message('origin.cell', { cell, line });
}
