/**
 * Runs inside a sandbox: opens a stranger's ONNX model and has it predict. Reads `{ asks }` as JSON from
 * standard input once it has loaded what it needs, and answers on file descriptor 3.
 */
import { readFileSync, writeSync } from 'node:fs';
import { json } from 'node:stream/consumers';
// Not the whole kit: starting this is a part of what each submission costs.
import { loadOnnxModel } from '../../workshop/onnx/load-onnx-model.ts';
import { readTrees, type TreesShape } from '../../workshop/onnx/read-trees.ts';

interface Job {
  readonly asks: readonly {
    readonly give: 'label' | 'probability';
    readonly rows: readonly (readonly number[])[];
  }[];
}

await import('onnxruntime-node');
const job = await json(process.stdin);
if (isJob(job)) writeSync(3, JSON.stringify(await answer(job)));

async function answer({
  asks,
}: Job): Promise<{ answers: number[][]; trees: TreesShape | null } | { problem: string }> {
  try {
    const onnx = readFileSync('/submission/model.onnx');
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

function isJob(value: unknown): value is Job {
  return typeof value === 'object' && value !== null && 'asks' in value;
}
