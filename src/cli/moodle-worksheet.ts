import { readFile } from 'node:fs/promises';
import type { OutFolder } from '../bulk/out-folder.ts';
import { fillWorksheet } from '../exports/moodle/fill-worksheet.ts';
import { parseWorksheet, WorksheetError, type Worksheet } from '../exports/moodle/worksheet.ts';
import { terminalName } from '../exports/terminal-line.ts';
import { message } from '../messages/sentence.ts';
import type { Results } from '../results/results.ts';
import type { Console } from './console.ts';
import { ExitError } from './exit-error.ts';

/** The teacher's worksheet, read before anything is graded. @throws ExitError when it is none */
export async function readWorksheet(path: string | undefined): Promise<Worksheet | undefined> {
  if (path === undefined) return undefined;
  try {
    return parseWorksheet(decoded(await readFile(path)));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      throw new ExitError(1, message('grade.no-folder', { folder: path }), { cause });
    const why = cause instanceof WorksheetError ? cause.why : String(cause);
    throw new ExitError(1, message('grade.bad-worksheet', { file: path, why }), { cause });
  }
}

/** A spreadsheet may have saved it in another encoding: names would be lost. @throws WorksheetError */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new WorksheetError(message('worksheet.no-utf8'), { cause });
  }
}

/** Writes it filled to `exports/moodle.csv`, and says who is not in it. */
export async function writeWorksheet(
  worksheet: Worksheet,
  results: Results,
  out: OutFolder,
  io: Console,
): Promise<void> {
  const filled = fillWorksheet(worksheet, results, { language: io.language });
  await out.write(filled.content, 'exports', 'moodle.csv');
  io.print(io.translate(message('grade.moodle', { count: filled.filled })));
  if (filled.unmatched.length === 0) return;
  const names = filled.unmatched.map(({ name }) => terminalName(name)).join(', ');
  io.print(io.translate(message('grade.moodle-unmatched', { names })));
}
