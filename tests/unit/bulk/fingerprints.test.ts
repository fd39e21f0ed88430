import { expect, test } from 'vitest';
import {
  metricFingerprints,
  modelFingerprints,
  sourceFingerprint,
} from '../../../src/bulk/fingerprints.ts';
import { runWith, snapshotWith } from '../judge/snapshots.ts';

test('a source copied with other names, comments and spaces has the same fingerprint', () => {
  const one = 'const depth = 5; // mine\nfit(depth, "a");';
  const copy = '/* all my own work */ const profondeur=5;\n\n  fit( profondeur , "a" ) ;';
  expect(sourceFingerprint(copy)).toBe(sourceFingerprint(one));
  expect(sourceFingerprint(one.replace('5', '6'))).not.toBe(sourceFingerprint(one));
  expect(sourceFingerprint(one.replace('fit(depth', 'fit(fit'))).not.toBe(sourceFingerprint(one));
});

test('metrics count to their last bit and in any order; runs without any do not', () => {
  const of = (...metrics: Record<string, number>[]) =>
    metricFingerprints(snapshotWith({ runs: metrics.map((one) => runWith({ metrics: one })) }));
  expect(of({ f1: 0.5, accuracy: 0.8 })).toEqual(of({ accuracy: 0.8, f1: 0.5 }, {}));
  expect(of({ accuracy: 0.1 + 0.2 })).not.toEqual(of({ accuracy: 0.3 }));
});

test('a run without a readable model gives no model fingerprint', () => {
  expect(modelFingerprints(snapshotWith({ runs: [runWith()] }))).toEqual([]);
});
