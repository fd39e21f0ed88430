/**
 * The process in which a submission runs, `child.ts CUSTOMER_DATA.csv`: loads the workshop and its data,
 * reads its job from standard input, hands the workshop to the file's default function and reports on file
 * descriptor 3. The report is written when nothing is left to do, so that a forgotten `await` does not cut a
 * run short.
 */
import { readFileSync, writeSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { createMlflow } from '../mlflow/index.ts';
import { createWorkshop, loadWorkshopData } from '../workshop/index.ts';
import { describeThrown, ownStack } from './child-error.ts';
import { originHeader } from './child-origin.ts';
import { createReport } from './child-report.ts';
import { createServing } from './child-serving.ts';
import { BEGUN, READY, type GivenJob, type Trouble } from './job.ts';

type Main = (workshop: unknown) => unknown;

// What takes time comes before the job: it is waited for while MLflow is made ready.
const data = loadWorkshopData(readFileSync(process.argv[2] ?? '', 'utf8'));
writeSync(3, READY);
const { nonce, ...job }: GivenJob = JSON.parse(readFileSync(0, 'utf8'));
const report = createReport(nonce);
const submissionUrl = pathToFileURL(job.file).href;
let notFound: string | null = null;

process.on('beforeExit', () => {
  // Node's own code for a wait that nothing can end: https://nodejs.org/api/process.html#exit-codes
  if (report.empty) process.exitCode = 13;
  report.write();
});
process.on('unhandledRejection', (reason) => fail('threw', reason));
process.on('uncaughtException', (error) => fail('threw', error));

writeSync(3, BEGUN);
void load().then((main) => (main === null ? undefined : run(main)));

async function load(): Promise<Main | null> {
  registerHooks({
    // An exercise is an ES module wherever it lies, whatever the package.json above it says.
    load: (url, context, next) =>
      next(url, url === submissionUrl ? { ...context, format: 'module-typescript' } : context),
    resolve(specifier, context, next) {
      try {
        return next(specifier, context);
      } catch (error) {
        notFound = specifier;
        throw error;
      }
    },
  });
  try {
    const module: { default?: unknown } = await import(submissionUrl);
    const { default: main } = module;
    if (typeof main === 'function' && !isClass(main)) return (workshop) => main(workshop);
    const code = typeof main === 'function' ? { code: 'DEFAULT_IS_CLASS' } : {};
    const error = { name: 'TypeError', message: 'no default function', line: null, ...code };
    report.failed({ kind: 'no-default-export', error });
    process.exitCode = 1;
  } catch (error) {
    fail(isSyntaxError(error) ? 'syntax-error' : 'threw', error);
  }
  return null;
}

async function run(main: Main): Promise<void> {
  const { trackingUri, userName, file: sourceName } = job;
  const headers = originHeader(submissionUrl);
  const workshop = createWorkshop({
    mlflow: createMlflow({ trackingUri, userName, sourceName, headers }),
    data,
    serving: createServing(trackingUri, headers),
  });
  let value: unknown;
  try {
    value = await main(workshop);
  } catch (error) {
    fail('threw', error);
    return;
  }
  report.returned(value);
}

function fail(kind: Trouble, thrown: unknown): void {
  const place = { file: job.file, url: submissionUrl, notFound };
  report.failed({ kind, error: describeThrown(thrown, place) });
  console.error(ownStack(thrown, job.file));
  process.exitCode = 1;
}

/** An error of the text itself: what `JSON.parse` and the like throw has a frame in the submission. */
function isSyntaxError(error: unknown): boolean {
  if (!(error instanceof Error) || /^ +at /m.test(ownStack(error, job.file))) return false;
  const code = 'code' in error ? String(error.code) : '';
  return error instanceof SyntaxError || code.startsWith('ERR_INVALID_TYPESCRIPT');
}

function isClass(main: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(main));
}
