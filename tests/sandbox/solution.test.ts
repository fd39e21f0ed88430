import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { graders } from '../../graders/index.ts';
import { grade, type Graded, type Setting } from '../../src/grade.ts';
import { startChild, type WaitingChild } from '../../src/run/run-submission.ts';
import { LIMITS, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { startSandboxedChild } from '../../src/sandbox/sandboxed-child.ts';
import { createServerSandbox } from '../../src/sandbox/sandboxed-server.ts';
import { createSandboxedScorer } from '../../src/sandbox/sandboxed-scorer.ts';
import { createWorkspace, deleteWorkspace } from '../../src/server/workspaces.ts';
import { loadWorkshopData } from '../../src/workshop/index.ts';
import { CSV, PROJECT, providers } from './boxes.ts';

const data = loadWorkshopData(await readFile(CSV, 'utf8'));
const server = inject('lawServer');

describe.for(providers)('in a $name sandbox', ({ open }) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await open();
  });
  afterAll(async () => await sandbox[Symbol.asyncDispose]());

  test.for(['07-gradient-boosting', '09-best-model', '11-serving'])(
    'the solution of %s passes',
    { timeout: 240_000 },
    async (name) => {
      const boxed = () => startSandboxedChild(sandbox, { limits: LIMITS, csv: CSV });
      const scorer = createSandboxedScorer(sandbox, { limits: LIMITS, timeoutMs: 30_000 });
      const { verdict, snapshot } = await gradeSolution(name, boxed, {
        scorer,
        startServer: createServerSandbox(sandbox, LIMITS),
      });
      expect(verdict).toMatchObject({ outcome: 'graded', passed: true });
      // The record is the same as without a sandbox: what is evidence passed the gateway.
      const plain = await gradeSolution(name, () =>
        startChild({ memoryMb: 2048, csv: CSV, env: {} }),
      );
      const paths = (graded: Graded['snapshot']) =>
        graded.requests.map(
          ({ method, path }) => `${method} ${path.replaceAll(/[0-9a-f-]{8,}/g, '*')}`,
        );
      expect(paths(snapshot).sort()).toEqual(paths(plain.snapshot).sort());
    },
  );
});

async function gradeSolution(
  name: string,
  start: () => WaitingChild,
  apart: Pick<Setting, 'scorer' | 'startServer'> = {},
): Promise<Graded> {
  const grader = graders.find((candidate) => candidate.name === name);
  if (grader === undefined) throw new Error(`no grader ${name}`);
  const workspace = `sandbox-${randomBytes(4).toString('hex')}`;
  await createWorkspace(server, workspace);
  try {
    return await grade(grader, join(PROJECT, 'solutions', `${name}.ts`), {
      trackingUri: server.uri,
      workspace,
      data: async () => data,
      userName: 'student',
      env: { PATH: process.env['PATH'] ?? '' },
      startChild: start,
      ...apart,
      python: async () => server.python,
    });
  } finally {
    await deleteWorkspace(server, workspace);
  }
}
