/**
 * Runs inside a sandbox: opens a stranger's ONNX model and has it predict. Reads `{ asks }` as JSON from
 * standard input once it has loaded what it needs, and answers on file descriptor 3.
 */
import { readFileSync, writeSync } from 'node:fs';
import { json } from 'node:stream/consumers';
// Not the whole kit: starting this is a part of what each submission costs.
import { answerAsks, type Ask } from '../../workshop/onnx/answer-asks.ts';

await import('onnxruntime-node');
const job = await json(process.stdin);
if (isJob(job)) {
  writeSync(3, JSON.stringify(await answerAsks(readFileSync('/submission/model.onnx'), job.asks)));
}

function isJob(value: unknown): value is { readonly asks: readonly Ask[] } {
  return typeof value === 'object' && value !== null && 'asks' in value;
}
