import { childrenAhead, type ChildrenAhead } from '../run/children-ahead.ts';
import { startChild } from '../run/run-submission.ts';
import type { Console } from './console.ts';
import { project } from './project.ts';

/** The heap that a submission may use, in mebibytes. */
export const MEMORY_MB = 2048;

/** What a submission's process gets of our environment: enough to run, nothing that is secret. */
export function submissionEnv(env: Console['env']): Record<string, string> {
  const names = [
    'PATH',
    'HOME',
    'USERPROFILE',
    'SYSTEMROOT',
    'TMPDIR',
    'TEMP',
    'TMP',
    'LANG',
    'LC_ALL',
    'NODE_V8_COVERAGE',
    'NODE_COMPILE_CACHE',
  ];
  const given = names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
  return { ...Object.fromEntries(given), ORT_DISABLE_TELEMETRY: '1' };
}

/**
 * Starts the first submission's process at once, where one in TypeScript will come: it is ready when MLflow and the
 * grader are.
 */
export function startAhead(env: Console['env'], typescript = true): ChildrenAhead {
  const options = { memoryMb: MEMORY_MB, csv: project.csv, env: submissionEnv(env) };
  return childrenAhead(() => startChild(options), typescript);
}
