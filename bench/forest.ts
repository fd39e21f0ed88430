import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { loadWorkshopData, models } from '../src/workshop/index.ts';
import { compare, type Comparison } from './comparison.ts';

const ROUNDS = 5;

const FITS = {
  forest: {
    name: 'random forest, 100 trees of depth 10, 4,000 × 13, fit',
    create: () => new models.RandomForestClassifier({ nEstimators: 100, maxDepth: 10 }),
  },
  boosting: {
    name: 'gradient boosting, 100 trees of depth 5, 4,000 × 13, fit',
    create: () => new models.GradientBoostingClassifier({ nEstimators: 100, maxDepth: 5 }),
  },
};

/**
 * Fits the workshop's models in both languages on the same rows, turn by turn, after one fit of each that
 * does not count. CPU time, scikit-learn with `n_jobs=1`.
 * @param options.pythonScience a Python with pandas and scikit-learn
 */
export async function benchForest(options: { pythonScience: string }): Promise<Comparison[]> {
  const csv = new URL('../data/customer_data.csv', import.meta.url);
  const { XTrain, yTrain } = loadWorkshopData(readFileSync(csv, 'utf8'));
  await using python = startPython(options.pythonScience, fileURLToPath(csv));
  const comparisons: Comparison[] = [];
  for (const [key, { name, create }] of Object.entries(FITS)) {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      ours.push(cpuMs(() => void create().fit(XTrain, yTrain)));
      theirs.push(await python.fit(key));
    }
    comparisons.push(compare(name, ours.slice(1), theirs.slice(1)));
  }
  return comparisons;
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A Python that fits a model for each line it is sent and answers with its milliseconds of CPU. */
function startPython(python: string, csv: string) {
  const script = fileURLToPath(new URL('../tests/mlflow/python/kit_bench.py', import.meta.url));
  const child = spawn(python, [script, csv], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async fit(model: string): Promise<number> {
      child.stdin.write(`${model}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error('kit_bench.py ended early');
      return Number(value);
    },
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.stdin.end();
      await ended;
    },
  };
}
