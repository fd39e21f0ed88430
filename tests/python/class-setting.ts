import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { graders } from '../../graders/index.ts';
import { gradeWork, type Graded, type PythonSide } from '../../src/grade.ts';
import { createMlflow, type Mlflow } from '../../src/mlflow/index.ts';
import { arrangedModels } from '../../src/python/arranged-models.ts';
import { startZygote, type Zygote } from '../../src/python/zygote.ts';
import { openBubblewrap } from '../../src/sandbox/open-bubblewrap.ts';
import { LIMITS, type Limits, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { createSandboxedImages } from '../../src/sandbox/sandboxed-images.ts';
import { openSandboxedPython } from '../../src/sandbox/sandboxed-python.ts';
import { createServerSandbox } from '../../src/sandbox/sandboxed-server.ts';
import { createWorkspace, deleteWorkspace } from '../../src/server/workspaces.ts';
import { FEATURE_COLS } from '../../src/workshop/data/columns.ts';
import { loadWorkshopData } from '../../src/workshop/index.ts';

const CSV = fileURLToPath(new URL('../../data/customer_data.csv', import.meta.url));

export interface Handed {
  /** `submission.py` when absent. */
  readonly name?: `${string}.py` | `${string}.ipynb`;
  readonly source: string;
  /** Numbers of the exercises that it is judged for, such as `07`. */
  readonly exercises: readonly string[];
  readonly limits?: Partial<Limits>;
  /** Of each exercise. */
  readonly timeoutMs?: number;
  /** Started for itself instead of forked. */
  readonly fresh?: boolean;
  /** Looks into its MLflow before that is deleted. */
  readonly look?: (mlflow: Mlflow) => Promise<void>;
}

/** What a class's Python is graded with: bubblewrap, and one process from which all are forked. */
export interface ClassSetting extends AsyncDisposable {
  /** Grades one file in a workspace of its own. @returns the outcome of each exercise, by its number */
  grade(handed: Handed): Promise<ReadonlyMap<string, Graded>>;
}

export async function openClassSetting(): Promise<ClassSetting> {
  const python = inject('pythonScience');
  const server = { uri: inject('trackingUri'), artifactsFolder: inject('artifactsFolder') };
  const data = loadWorkshopData(await readFile(CSV, 'utf8'));
  const sandbox = await openBubblewrap(tmpdir());
  const zygote = startZygote(python);
  const arranged = await arrangedModels(python, CSV);

  async function sideOf({ limits, fresh = false }: Handed): Promise<PythonSide> {
    const side = await openSide(sandbox, fresh ? null : zygote, { ...LIMITS, ...limits });
    return { python, ...side, arranged: async () => arranged };
  }

  return {
    async grade(handed) {
      const { name = 'submission.py', source, exercises, timeoutMs, look } = handed;
      const folder = await mkdtemp(join(tmpdir(), 'python-law-'));
      const file = join(folder, name);
      const workspace = `law-${randomBytes(6).toString('hex')}`;
      await writeFile(file, source);
      await createWorkspace(server, workspace);
      try {
        const asked = exercises.map(graderOf);
        const graded = await gradeWork(
          { file, language: 'python', graders: asked, part: asked.length > 1 },
          {
            trackingUri: server.uri,
            workspace,
            data: async () => data,
            userName: 'student',
            env: {},
            startChild: () => {
              throw new Error('these are all Python');
            },
            pythonSide: async () => await sideOf(handed),
            images: createSandboxedImages(sandbox, { limits: LIMITS, timeoutMs: 20_000 }),
            timeoutMs,
            python: async () => python,
            startServer: createServerSandbox(sandbox, LIMITS),
          },
        );
        await look?.(createMlflow({ trackingUri: server.uri, workspace, userName: 'teacher' }));
        return new Map(graded.map((one, index) => [exercises[index] ?? '', one]));
      } finally {
        await deleteWorkspace(server, workspace);
        await rm(folder, { recursive: true, force: true });
      }
    },
    async [Symbol.asyncDispose]() {
      await zygote[Symbol.asyncDispose]();
      await sandbox[Symbol.asyncDispose]();
    },
  };
}

async function openSide(sandbox: Sandbox, zygote: Zygote | null, limits: Limits) {
  return await openSandboxedPython(sandbox, {
    python: inject('pythonScience'),
    zygote,
    csv: CSV,
    columns: FEATURE_COLS,
    limits,
    scoring: { limits: LIMITS, timeoutMs: 60_000 },
  });
}

function graderOf(number: string) {
  const found = graders.find(({ name }) => name.startsWith(`${number}-`));
  if (found === undefined) throw new Error(`no exercise ${number}`);
  return found;
}

/** Ids of the checks that failed: what needed them was skipped, all others passed. */
export function failedChecks({ verdict }: Graded): readonly string[] {
  return verdict.checks.flatMap(({ id, outcome }) =>
    outcome === 'failed' ? id : outcome === 'broken' ? `${id} is broken` : [],
  );
}

/** Why, for the message of an assertion. */
export function explain({ verdict, snapshot }: Graded): string {
  const failures = verdict.checks.flatMap(({ id, failure, brokenBecause }) =>
    failure !== null || brokenBecause !== null ? { id, failure, brokenBecause } : [],
  );
  const { outcome, error, output } = snapshot.execution;
  return JSON.stringify({ outcome, error, failures, output: output.slice(-1500) }, null, 1);
}
