import { loadOnnxModel, readTrees, type TreesShape } from '../workshop/index.ts';

/** Rows for a model, and what is wanted of each. */
export interface Ask {
  readonly give: 'label' | 'probability';
  readonly rows: readonly (readonly number[])[];
}

/** A number for each row of each question, and the model's trees; or why there are none: a fact about it. */
export type Answered =
  | { readonly answers: readonly (readonly number[])[]; readonly trees: TreesShape | null }
  | { readonly problem: string };

/** Something in which a stranger's ONNX model answers; trouble that is not the model's is thrown. */
export interface Scorer {
  /** Makes ready, while there is something to wait for anyway; 0.3 s of CPU. */
  warm(): void;
  score(onnx: Uint8Array, asks: readonly Ask[]): Promise<Answered>;
}

/** In this process: enough where a person grades their own files. */
export const scoreHere: Scorer = {
  warm() {
    // When it cannot be loaded, scoring itself says so.
    void import('onnxruntime-node').catch(() => undefined);
  },
  async score(onnx, asks) {
    try {
      const model = await loadOnnxModel(onnx);
      const answers: number[][] = [];
      for (const { give, rows } of asks) {
        answers.push(await (give === 'label' ? model.predict(rows) : model.predictProba(rows)));
      }
      return { answers, trees: readTrees(onnx) };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  },
};
