import { expect, test } from 'vitest';
import {
  metricFingerprints,
  modelFingerprints,
  sourceFingerprint,
} from '../../../src/bulk/fingerprints.ts';
import { runWith, snapshotWith } from '../judge/snapshots.ts';

const typescript = (source: string) => sourceFingerprint(source, 'typescript');
const python = (source: string) => sourceFingerprint(source, 'python');

test('a source copied with other names, comments and spaces has the same fingerprint', () => {
  const one = 'const depth = 5; // mine\nfit(depth, "a");';
  const copy = '/* all my own work */ const profondeur=5;\n\n  fit( profondeur , "a" ) ;';
  expect(typescript(copy)).toBe(typescript(one));
  expect(typescript(one.replace('5', '6'))).not.toBe(typescript(one));
  expect(typescript(one.replace('fit(depth', 'fit(fit'))).not.toBe(typescript(one));
});

const PROGRAM = `with mlflow.start_run(run_name="a # b"):
    depth = 5
    if depth > 3:
        model = Forest(depth, seed=1)
    print(f"depth {depth:.1f}")
fit(model)
`;

test('a Python program copied with other names, comments, docstrings, quotes and layout has the same fingerprint', () => {
  const copy = `"""All my
own work."""
# really

with mlflow.start_run(run_name='a # b'):  # the run
  'a remark'
  profondeur = \\
    5

  if profondeur > 3:
    foret = Forest(
      profondeur,  # depth

      seed=1)
  print(f'depth {profondeur:.1f}')
fit(foret)`;
  expect(python(copy)).toBe(python(PROGRAM));
  expect(python(PROGRAM.replaceAll('\n', '\r\n'))).toBe(python(PROGRAM));
});

test.each([
  ['a number', '5', '6'],
  ['a text', '# b', '# c'],
  ['another name of two', 'fit(model)', 'fit(depth)'],
  ['what stands in a block', '\n    print', '\n        print'],
  ['a name in a formatted text', '{depth:', '{model:'],
  ['a statement less', 'fit(model)\n', ''],
])('a Python program with %s changed has another fingerprint', (_, from, to) => {
  expect(python(PROGRAM.replace(from, to))).not.toBe(python(PROGRAM));
});

test.each(['"', "f'{", '"""', '(((', ')))', '\\', '%%bash\necho', '\u{1F600}', '', '\t\t\n'])(
  'what is no Python has a fingerprint: %j',
  (source) => {
    expect(python(source)).toMatch(/^[0-9a-f]{64}$/);
  },
);

test.each(['"""a\\', "f'{", '\\"""\n', '\\"', "\\'", '"\\\n', '(', 'ab'])(
  'a long program of %j takes no time',
  (part) => {
    const started = performance.now();
    python(part.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(3000);
  },
);

test('metrics count to their last bit and in any order; runs without any do not', () => {
  const of = (...metrics: Record<string, number>[]) =>
    metricFingerprints(snapshotWith({ runs: metrics.map((one) => runWith({ metrics: one })) }));
  expect(of({ f1: 0.5, accuracy: 0.8 })).toEqual(of({ accuracy: 0.8, f1: 0.5 }, {}));
  expect(of({ accuracy: 0.1 + 0.2 })).not.toEqual(of({ accuracy: 0.3 }));
});

test('a run without a readable model gives no model fingerprint', () => {
  expect(modelFingerprints(snapshotWith({ runs: [runWith()] }))).toEqual([]);
});
