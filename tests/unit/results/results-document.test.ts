import { expect, test } from 'vitest';
import { parseResults, serializeResults } from '../../../src/results/results-document.ts';
import type { Results, SubmissionResult } from '../../../src/results/results.ts';
import { gradedSubmission, infraError, sampleClass } from './sample-class.ts';

const inClass = (submission: SubmissionResult) => sampleClass([submission]);
const refusal = (results: Results) => {
  try {
    serializeResults(results);
    return 'accepted';
  } catch (error) {
    return String(error);
  }
};

test('what is written is read back as the same results', () => {
  const results = sampleClass();
  expect(parseResults(serializeResults(results))).toEqual(results);
});

test('every field is asked for, and no other is let through', () => {
  const accepted: string[] = [];
  for (const path of pathsOf(sampleClass())) {
    // Places may be unknown, and documents of earlier versions have none.
    if (/identity|sources|checks\.\d+\.at$|troubleAt$|origin$|file\.kind$/.test(path)) continue;
    const without = structuredClone(sampleClass());
    removeAt(without, path);
    if (refusal(without) === 'accepted') accepted.push(path);
  }
  expect(accepted).toEqual([]);
  const more = { extra: 1 };
  expect(refusal({ ...sampleClass(), ...more })).toContain('additional properties');
});

test('our own trouble has no points, and everything else has some', () => {
  expect(refusal(inClass(infraError('a', { points: 0 })))).toContain('/submissions/0/points');
  expect(refusal(inClass(gradedSubmission('a', { points: null })))).toContain(
    '/submissions/0/points',
  );
  expect(refusal(inClass(infraError('a', { problem: null })))).toContain('/submissions/0/problem');
});

test('numbers without JSON, ids that are no folder names and ids used twice are refused', () => {
  expect(refusal(inClass(gradedSubmission('a', { maxPoints: Number.NaN })))).toContain('maxPoints');
  expect(refusal(inClass(gradedSubmission('../a')))).toContain('/submissions/0/id');
  expect(refusal(sampleClass([gradedSubmission('a'), infraError('a')]))).toContain(
    'two submissions have the id a',
  );
});

test.each(['/etc/passwd', '../x', 'a/../../x', 'a\\b', '..'])(
  'a file of the out folder is never %s',
  (path) => {
    const submission = gradedSubmission('a');
    const [first] = submission.exercises;
    if (first === undefined) throw new Error('no exercise');
    const exercises = [{ ...first, snapshot: path }];
    expect(refusal(inClass({ ...submission, exercises }))).toContain('snapshot');
  },
);

test('text that is no such document is refused', () => {
  expect(() => parseResults('{')).toThrow('not JSON');
  expect(() => parseResults('{}')).toThrow('schema');
});

/** Paths of every field, list members by number. */
function pathsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = path === '' ? key : `${path}.${key}`;
    return [...(Array.isArray(value) ? [] : [own]), ...pathsOf(inner, own)];
  });
}

function removeAt(root: object, path: string): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at: unknown = root;
  for (const key of keys) at = Reflect.get(Object(at), key);
  Reflect.deleteProperty(Object(at), last);
}
