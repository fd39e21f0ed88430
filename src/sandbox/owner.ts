import { startOf } from './process-tree.ts';

/** This process, in a way that no later one of the same number is taken for it. */
export function thisOwner(): string {
  return `${process.pid}-${startOf(process.pid) ?? 0}`;
}

/** Whether the process that `thisOwner` named has ended. */
export function hasEnded(owner: string): boolean {
  const [pid, started] = owner.split('-');
  return (startOf(Number(pid)) ?? '0') !== started;
}
