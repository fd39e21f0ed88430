import type { PythonSide } from '../grade.ts';
import { pythonModelsHere, type PythonModelsHere } from '../python/models-here.ts';
import { startPythonChild } from '../run/start-python.ts';
import type { Console } from './console.ts';
import { project } from './project.ts';
import { submissionEnv } from './submission-process.ts';
import { submissionPython } from './submission-python.ts';

/** Grades a person's own Python on their machine; disposing ends what it started. */
export interface OwnPython extends Disposable {
  /** The same at each call. */
  readonly side: () => Promise<PythonSide>;
}

/** Installs the Python of submissions when the first one comes. */
export function ownPython(io: Console): OwnPython {
  let models: PythonModelsHere | undefined;
  let opened: Promise<PythonSide> | undefined;

  async function open(): Promise<PythonSide> {
    const { python, arranged } = await submissionPython(io);
    const here = { python, csv: project.csv, env: submissionEnv(io.env) };
    models = pythonModelsHere(here);
    return { python, startChild: () => startPythonChild(here), models, arranged };
  }

  return {
    side: async () => await (opened ??= open()),
    [Symbol.dispose]: () => models?.[Symbol.dispose](),
  };
}
