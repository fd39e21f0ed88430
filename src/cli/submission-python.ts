import type { PythonSide } from '../grade.ts';
import { arrangedModels } from '../python/arranged-models.ts';
import { ensureSubmissionPython } from '../python/install.ts';
import type { Console } from './console.ts';
import { progressPrinter } from './open-server.ts';
import { project } from './project.ts';

/** The Python of submissions, installed when it is not there yet, and the models that it made; read once. */
export async function submissionPython(
  io: Console,
): Promise<Pick<PythonSide, 'python' | 'arranged'>> {
  const python = await ensureSubmissionPython({
    stateFolder: project.state,
    env: io.env,
    onProgress: progressPrinter(io, 'libraries'),
  });
  let models: ReturnType<typeof arrangedModels> | undefined;
  return { python, arranged: async () => await (models ??= arrangedModels(python, project.csv)) };
}
