import { loadOnnxModel } from './load-onnx-model.ts';
import { readTrees, type TreesShape } from './read-trees.ts';

/** Rows for a model, and what is wanted of each. */
export interface Ask {
  readonly give: 'label' | 'probability';
  readonly rows: readonly (readonly number[])[];
}

/** A number for each row of each question, and what the model is made of; or why there are none: a fact about it. */
export type Answered =
  | {
      readonly answers: readonly (readonly number[])[];
      readonly trees: TreesShape | null;
      /** Whether it scales the rows itself; absent where nobody looked. */
      readonly scales?: boolean;
    }
  | { readonly problem: string };

/** Has an ONNX model answer. @param onnx the file `model.onnx` */
export async function answerAsks(onnx: Uint8Array, asks: readonly Ask[]): Promise<Answered> {
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
}
