import { randomInt } from 'node:crypto';
import { models, type WorkshopData } from '../workshop/index.ts';

/**
 * A small real model whose predictions of the first five test rows are drawn afresh each time, so that
 * no submission can know them beforehand. `taken` are patterns that other models already give.
 */
export function randomModel(data: WorkshopData, taken: Set<string>) {
  const rows = data.XTest.slice(0, 5);
  let pattern: number[];
  do {
    const bits = randomInt(1, 31);
    pattern = rows.map((_, i) => (bits >> i) & 1);
  } while (taken.has(pattern.join('')));
  taken.add(pattern.join(''));
  const X = rows.flatMap((row) => Array.from({ length: 20 }, () => row));
  const y = pattern.flatMap((label) => Array.from({ length: 20 }, () => label));
  const model = new models.GradientBoostingClassifier({
    nEstimators: 8,
    learningRate: 0.5,
    maxDepth: 4,
    randomState: randomInt(2 ** 31),
  });
  model.fit(X, y);
  return { model, pattern };
}
