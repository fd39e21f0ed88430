import type { Results } from '../../../src/results/results.ts';
import { marksOf } from '../class-folder.ts';

/** It is put before fresh runs with random names and numbers each time. */
const ARRANGED = '06-compare-runs';

/** Results without what has to differ between two gradings: times, ids, addresses, and the numbers arranged. */
export function whatStays(results: Results) {
  const { exercises, gradersHash, mlflow, schema, submissions } = results;
  const marks = marksOf(results);
  return {
    schema,
    gradersHash,
    mlflow,
    exercises,
    submissions: submissions.map((submission, index) => {
      const { identity, late, source, contentHash, ignored, fingerprints } = submission;
      return {
        ...marks[index],
        exercises: marks[index]?.exercises.map((exercise) =>
          exercise.exercise === ARRANGED ? withoutNumbers(exercise) : exercise,
        ),
        identity,
        late,
        source,
        contentHash,
        ignored,
        fingerprints,
        files: submission.exercises.map(({ file }) => file),
        notes: submission.exercises.map(({ notes }) => notes),
        outputs: submission.exercises
          .filter(({ exercise }) => exercise !== ARRANGED)
          .map(({ output }) => output),
      };
    }),
  };
}

function withoutNumbers(value: object): unknown {
  return JSON.parse(
    withoutIds(JSON.stringify(value)).replaceAll(/\d+[.,]\d+|\b[a-z-]+-\d{1,4}\b/g, '#'),
  );
}

/** A text without random ids, addresses and times. */
export function withoutIds(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{32}/g, 'ID')
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'MLFLOW')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/\bout-[12]\b/g, 'OUT');
}
