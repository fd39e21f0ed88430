/**
 * Kills a process that leads its own group, and what it started; one that has gone already is fine.
 *
 * @param pid undefined when it could not be started
 */
export function killTree(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}
