import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { gradersHash } from '../bulk/rules-hash.ts';
import type { Grader } from '../judge/grader.ts';
import type { Verdict } from '../judge/judge.ts';
import type { Snapshot } from '../judge/snapshot.ts';
import { ownOutput } from '../report/own-output.ts';
import { notesOf, troubleOf } from '../report/trouble.ts';
import { generator } from '../results/generator.ts';
import { exerciseInfo, exerciseResult } from '../results/exercise-result.ts';
import type { Results } from '../results/results.ts';
import { fileKind } from '../submissions/file-kind.ts';
import { project } from './project.ts';
import { MEMORY_MB } from './submission-process.ts';

/** An exercise of the student's own that was graded. */
export interface OwnExercise {
  readonly grader: Grader;
  readonly file: string;
  readonly verdict: Verdict;
  readonly snapshot: Snapshot;
  readonly url: string | null;
}

/** What `npm test` graded, as the results of a class of one, for what exports are made of. */
export async function ownResults(
  exercises: readonly OwnExercise[],
  { name, mlflowVersion }: { readonly name: string; readonly mlflowVersion: string },
): Promise<Results> {
  const results = await Promise.all(
    exercises.map(async ({ file, verdict, snapshot, url }) => {
      const first = exercises.find((other) => other.file === file)?.verdict.exercise ?? null;
      const source = relative(project.home, file).replaceAll('\\', '/');
      return exerciseResult({
        verdict,
        snapshot,
        trouble: troubleOf(snapshot, MEMORY_MB),
        notes: notesOf(snapshot),
        output: ownOutput(snapshot),
        url,
        memoryBytes: null,
        file: {
          kind: fileKind(source)?.kind ?? 'typescript',
          source,
          path: source,
          sha256: sha256(await readFile(file)),
        },
        ranWith: first === verdict.exercise ? null : first,
        figures: [],
        snapshotPath: `.mlflow/snapshots/${verdict.exercise}.json`,
      });
    }),
  );
  const now = new Date().toISOString();
  return {
    schema: 'results/v1',
    generator,
    mlflow: { version: mlflowVersion },
    gradersHash: await gradersHash(project.root),
    startedAt: now,
    finishedAt: now,
    exercises: exercises.map(({ grader }) => exerciseInfo(grader)),
    submissions: [
      {
        id: 'own',
        name,
        identity: {},
        late: null,
        source: '.',
        contentHash: sha256(results.map(({ file }) => file?.sha256).join()),
        outcome: 'graded',
        problem: null,
        points: results.reduce((sum, { points }) => sum + points, 0),
        maxPoints: results.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
        exercises: results,
        ignored: [],
        fingerprints: { models: [], metrics: [], sources: {} },
        gradedAt: now,
        workspace: null,
      },
    ],
  };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
