import { readFileSync, globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isMessageKey } from '../../../src/messages/fr.ts';

const KIT = fileURLToPath(new URL('../../../src/workshop/', import.meta.url));

test('every error of the kit has its sentence in the catalogue', () => {
  const codes = globSync('**/*.ts', { cwd: KIT }).flatMap((file) =>
    [...readFileSync(`${KIT}${file}`, 'utf8').matchAll(/(?:Error|super)\(\s*'([A-Z_]+)'/g)].map(
      ([, code]) => code ?? '',
    ),
  );
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !isMessageKey(`kit.${code}`))).toEqual([]);
});

test('an error of the kit is thrown with a code', () => {
  const plain = globSync('**/*.ts', { cwd: KIT }).filter((file) =>
    /new (?:ModelInput|ModelOption|PlotInput|MetricInput|OnnxModel|Kit)Error\(\s*(?!'[A-Z])/.test(
      readFileSync(`${KIT}${file}`, 'utf8'),
    ),
  );
  expect(plain).toEqual([]);
});
