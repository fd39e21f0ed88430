import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

// The package is made for bundlers: it imports its JSON without saying so.
const hooks = registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');
hooks.deregister();

const textOf = (name: string) =>
  readFileSync(new URL(`../../../adapters/github/${name}.yml`, import.meta.url), 'utf8');

/** What GitHub's own parser has against a workflow. */
function complaintsOf(name: string, content: string): readonly string[] {
  const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: unknown; readonly steps: Step[] }>
  >;
}
interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const read = (name: string): Workflow => parse(textOf(name));
const stepsOf = (name: string) => Object.values(read(name).jobs).flatMap(({ steps }) => steps);

const NAMES = ['student', 'instructor'];

test.for(NAMES)('GitHub’s parser accepts %s.yml, and not a slip in it', (name) => {
  expect(complaintsOf(name, textOf(name))).toEqual([]);
  expect(complaintsOf(name, textOf(name).replace('runs-on:', 'run-on:'))).not.toEqual([]);
});

test.for(NAMES)('%s.yml may read one repository, keeps no token and pins its actions', (name) => {
  const { permissions, jobs, on } = read(name);
  expect(permissions).toEqual({ contents: 'read' });
  expect(Object.values(jobs).map(({ permissions }) => permissions)).toEqual([undefined]);
  expect(Object.keys(on)).not.toContain('pull_request_target');
  const used = stepsOf(name).filter(({ uses }) => uses !== undefined);
  expect(used.filter(({ uses }) => !/^actions\/[\w-]+@v\d+$/.test(uses ?? ''))).toEqual([]);
  const checkouts = used.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual(
    checkouts.map(() => false),
  );
});

test('student.yml grades TypeScript, scripts and the notebook, whatever failed before', () => {
  const grading = stepsOf('student').filter(({ run }) => run?.startsWith('npm test'));
  const always = "${{ !cancelled() && steps.install.outcome == 'success' }}";
  expect(grading.map(({ run, if: when }) => [run, when])).toEqual([
    ['npm test', undefined],
    ['npm test -- --python', always],
    ['npm test exercises/python/workshop.ipynb', always],
  ]);
});

test.for(NAMES)('%s.yml keeps MLflow and the Python of submissions apart', (name) => {
  const kept = stepsOf(name).filter(({ uses }) => uses?.startsWith('actions/cache@'));
  expect(kept.map((step) => step.with?.['path'])).toEqual([
    '~/.npm',
    '.mlflow/python',
    '.mlflow/python-science',
  ]);
});

test.for(NAMES)('no step of %s.yml puts what somebody typed into a shell', (name) => {
  const typed = stepsOf(name).filter(({ run }) =>
    /\$\{\{ *(inputs|github|secrets)/.test(run ?? ''),
  );
  expect(typed).toEqual([]);
});
