import type { RequestLine } from '../../results/results.ts';

export type Activity = 'own' | 'read' | 'write' | 'files';

/** What a submission was waiting for, in milliseconds; requests at the same time count once. */
export type TimeSpent = Readonly<Record<Activity, number>>;

/** @param durationMs of the execution; what no request takes of it is the submission's own */
export function timeSpent(timeline: readonly RequestLine[], durationMs: number): TimeSpent {
  const spent = { own: 0, read: 0, write: 0, files: 0 };
  let until = -Infinity;
  for (const request of timeline.toSorted((a, b) => a.at - b.at)) {
    const end = request.at + request.durationMs;
    spent[activityOf(request)] += Math.max(0, end - Math.max(until, request.at));
    until = Math.max(until, end);
  }
  spent.own = Math.max(0, durationMs - spent.read - spent.write - spent.files);
  return spent;
}

function activityOf({ method, path }: RequestLine): Exclude<Activity, 'own'> {
  if (path.includes('/mlflow-artifacts/')) return 'files';
  const isSearch = /\/(search|get-[a-z-]+|[a-z-]+-search)(\?|$)/.test(path);
  return method === 'GET' || isSearch ? 'read' : 'write';
}
