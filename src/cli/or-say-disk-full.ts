import { tmpdir } from 'node:os';
import { message } from '../messages/sentence.ts';
import { ExitError } from './exit-error.ts';
import { isDiskFull, saysDiskFull, tellsDiskFull } from './full-disk.ts';
import { mlflowTrouble } from './mlflow-trouble.ts';

/**
 * Does what grades into an out folder.
 *
 * @throws ExitError instead of an error that comes from a full disk; it names the folder, where that is known
 */
export async function orSayDiskFull<T>(out: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const ofMlflow = await mlflowTrouble(cause, { artifactsFolder: out });
    const isFull = ofMlflow !== null && tellsDiskFull(ofMlflow);
    if (!isFull && !saysDiskFull(cause)) throw cause;
    for (const folder of [out, tmpdir()]) {
      if (await isDiskFull(folder))
        throw new ExitError(2, message('grade.disk-full-at', { folder }), { cause });
    }
    throw new ExitError(2, message('grade.disk-full'), { cause });
  }
}
