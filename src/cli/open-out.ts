import { OutFolderBusyError, openOutFolder, type OutFolder } from '../bulk/out-folder.ts';
import { message } from '../messages/sentence.ts';
import { ExitError } from './exit-error.ts';
import { saysDiskFull } from './full-disk.ts';

/** Opens the folder that the results go into, or says in a sentence why it cannot be had. @throws ExitError */
export async function openOut(path: string): Promise<OutFolder> {
  try {
    return await openOutFolder(path);
  } catch (error) {
    if (saysDiskFull(error)) throw error;
    if (!(error instanceof OutFolderBusyError)) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      throw new ExitError(2, message('grade.unusable-out', { folder: path, code }), {
        cause: error,
      });
    }
    throw new ExitError(2, message('grade.busy', { folder: error.folder }), { cause: error });
  }
}
