/** What MLflow, the grader and the sandbox take together, in mebibytes; measured. */
const OURS_MB = 450;
/** With less no reference solution runs. */
const LEAST_MB = 256;
/** What `grade` gives elsewhere. */
const MOST_MB = 2048;

/**
 * What a submission may take of a container's memory, in mebibytes: where it takes more, it is stopped, and
 * not the grader with it.
 *
 * @param limitBytes of the container, as `process.constrainedMemory()` says; 0 or huge when there is none
 */
export function memoryOfSubmission(limitBytes: number): number {
  const limitMb = limitBytes === 0 ? Infinity : Math.floor(limitBytes / 1024 ** 2);
  return Math.min(MOST_MB, Math.max(LEAST_MB, limitMb - OURS_MB));
}
