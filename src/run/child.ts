/**
 * The process in which a submission runs: reads its job from standard input, hands the workshop to the
 * file's default function and reports on file descriptor 3. The report is written when nothing is left
 * to do, so that a forgotten `await` does not cut a run short.
 */
import { readFileSync, writeSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { createMlflow } from '../mlflow/index.ts';
import { createWorkshop } from '../workshop/index.ts';
import { createServing } from './child-serving.ts';
import type { Job, Report } from './job.ts';

const job: Job = JSON.parse(readFileSync(0, 'utf8'));
const submissionUrl = pathToFileURL(job.file).href;
const reporter = { report: null as Report | null, written: false };

process.on('beforeExit', () => {
  // Node's own code for a wait that nothing can end: https://nodejs.org/api/process.html#exit-codes
  if (reporter.report === null) process.exitCode = 13;
  else if (!reporter.written) {
    reporter.written = true;
    writeSync(3, JSON.stringify(reporter.report));
  }
});
process.on('unhandledRejection', (reason) => fail('threw', reason));
process.on('uncaughtException', (error) => fail('threw', error));

void load().then((main) => (main === null ? undefined : run(main)));

async function load(): Promise<((workshop: unknown) => unknown) | null> {
  // An exercise is an ES module wherever it lies, whatever the package.json above it says.
  registerHooks({
    load: (url, context, next) =>
      next(url, url === submissionUrl ? { ...context, format: 'module-typescript' } : context),
  });
  try {
    const module: { default?: unknown } = await import(submissionUrl);
    const { default: main } = module;
    if (typeof main === 'function') return (workshop) => main(workshop);
    fail('no-default-export', new Error('no default function'));
  } catch (error) {
    fail(isSyntaxError(error) ? 'syntax-error' : 'threw', error);
  }
  return null;
}

async function run(main: (workshop: unknown) => unknown): Promise<void> {
  try {
    const mlflow = createMlflow({
      trackingUri: job.trackingUri,
      userName: job.userName,
      sourceName: job.file,
    });
    const workshop = createWorkshop({
      mlflow,
      csv: readFileSync(job.csv, 'utf8'),
      serving: createServing(job.trackingUri),
    });
    const value = await main(workshop);
    reporter.report ??= { kind: 'returned', value: JSON.parse(JSON.stringify(value ?? null)) };
  } catch (error) {
    fail('threw', error);
  }
}

function fail(kind: 'threw' | 'syntax-error' | 'no-default-export', reason: unknown): void {
  const error = reason instanceof Error ? reason : new Error(String(reason));
  // The first thing that went wrong is the cause; what follows it is noise.
  if (reporter.report === null || reporter.report.kind === 'returned') {
    reporter.report = {
      kind,
      error: { name: error.name, message: error.message, line: lineIn(error.stack ?? '') },
    };
  }
  if (kind !== 'no-default-export') console.error(ownStack(error));
  process.exitCode = 1;
}

/** The stack without the frames of Node and of ours. */
function ownStack(error: Error): string {
  const lines = (error.stack ?? error.message).split('\n');
  return lines.filter((line) => !/^ +at /.test(line) || line.includes(job.file)).join('\n');
}

/** The first line of the submission that a stack names. */
function lineIn(stack: string): number | null {
  for (const place of [submissionUrl, job.file]) {
    const [, after] = stack.split(`${place}:`);
    const line = Number.parseInt(after ?? '', 10);
    if (Number.isInteger(line)) return line;
  }
  return null;
}

/** An error of the text itself: what `JSON.parse` and the like throw has a frame in the submission. */
function isSyntaxError(error: unknown): boolean {
  if (!(error instanceof Error) || /^ +at /m.test(ownStack(error))) return false;
  const code = 'code' in error ? String(error.code) : '';
  return error instanceof SyntaxError || code.startsWith('ERR_INVALID_TYPESCRIPT');
}
