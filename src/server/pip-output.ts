import { DiskFullError, InstallFailedError, NoNetworkError, type ServerError } from './errors.ts';

/** What one line of pip's output says about how far it is. */
export type PipEvent =
  | { readonly event: 'skipped' }
  | { readonly event: 'collecting'; readonly name: string }
  | { readonly event: 'installing'; readonly count: number };

/** Reads one line of `pip install`; undefined for lines that say nothing of progress. */
export function readPipLine(line: string): PipEvent | undefined {
  if (/^Ignoring \S+: markers /.test(line)) return { event: 'skipped' };
  const name = /^Collecting ([\w.-]+)/.exec(line)?.[1];
  if (name !== undefined) return { event: 'collecting', name };
  const names = /^Installing collected packages: (.+)$/.exec(line)?.[1];
  if (names !== undefined) return { event: 'installing', count: names.split(', ').length };
  return undefined;
}

/** How many packages a locked requirements file lists, for all platforms together. */
export function countRequirements(lockFile: string): number {
  return lockFile.match(/^[\w.-]+==/gm)?.length ?? 0;
}

const NO_SPACE = /No space left on device|Errno 28|WinError 112|Disk quota exceeded/i;
const NO_NETWORK =
  /NewConnectionError|Failed to establish a new connection|name resolution|NameResolutionError|ConnectTimeout|ReadTimeout|Read timed out|ProxyError|Network is unreachable|Connection (?:refused|reset)|getaddrinfo failed/i;

/** The error that pip's output describes. */
export function whyPipFailed(output: string, folder: string, log: string): ServerError {
  if (NO_SPACE.test(output)) return new DiskFullError(folder);
  if (NO_NETWORK.test(output)) return new NoNetworkError(log);
  return new InstallFailedError(log, lastLines(output));
}

/** The last three lines that say something, on one line. */
export function lastLines(output: string): string {
  const lines = output.split(/\r?\n/).map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.startsWith('[notice]'))
    .slice(-3)
    .join(' / ')
    .slice(-600);
}
