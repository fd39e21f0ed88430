import type { ImageReader } from '../images/image-reader.ts';
import type { PythonModels } from './python-models.ts';
import type { Scorer } from './score-here.ts';

const MEBIBYTE = 1024 * 1024;

/** What looking into one submission may cost; no exercise comes near. */
const LIMITS = {
  /** Folders listed. */
  folders: 1000,
  files: 4000,
  /** JSON artifacts that are read, in bytes: as values they take twenty times as much. */
  json: 8 * MEBIBYTE,
  /** Models that predict. */
  models: 60,
  /** Images that are decoded. */
  images: 100,
  /** Predicting and decoding all together, in milliseconds. */
  apart: 120_000,
};

/** Counts what looking into one submission costs; whoever logged more is not looked into any further. */
export interface Budget {
  /** @returns false when there is not so much left */
  take(what: keyof typeof LIMITS, amount?: number): boolean;
  /** The same place, for as many models and as long as there is left. */
  scorer(scorer: Scorer): Scorer;
  pythonModels(models: PythonModels): PythonModels;
  images(images: ImageReader): Pick<ImageReader, 'look'>;
}

export function startBudget(limits: Partial<typeof LIMITS> = {}): Budget {
  const left = { ...LIMITS, ...limits };
  const take = (what: keyof typeof LIMITS, amount = 1) => {
    if (left[what] < amount) return false;
    left[what] -= amount;
    return true;
  };
  async function timed<T>(act: () => Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await act();
    } finally {
      left.apart -= performance.now() - started;
    }
  }
  let before: Promise<unknown> = Promise.resolve();
  /** One at a time: each may start an interpreter, and several together take the memory of a small machine. */
  async function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const own = before.then(act);
    before = own.catch(() => undefined);
    return await own;
  }
  /** Why no further model is asked; null for one more. */
  const refuseModel = () => {
    if (left.apart <= 0) return { problem: 'the models before it took all the time there is' };
    if (take('models')) return null;
    return { problem: `more than ${limits.models ?? LIMITS.models} models were logged` };
  };
  return {
    take,
    scorer: (scorer) => ({
      warm: () => scorer.warm(),
      score: async (onnx, asks) =>
        refuseModel() ?? (await timed(async () => await scorer.score(onnx, asks))),
    }),
    pythonModels: (models) => ({
      score: async (files, asks) =>
        await inTurn(
          async () => refuseModel() ?? (await timed(async () => await models.score(files, asks))),
        ),
      readScaler: async (pickle) =>
        await inTurn(async () =>
          refuseModel() === null ? await timed(async () => await models.readScaler(pickle)) : null,
        ),
    }),
    images: (images) => ({
      async look(bytes) {
        if (left.apart > 0 && take('images')) return await timed(() => images.look(bytes));
        return { decoded: false, reason: 'too much was logged before it' };
      },
    }),
  };
}
