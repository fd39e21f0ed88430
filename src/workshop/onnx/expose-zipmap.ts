import { ModelProto } from './onnx-schema.ts';
import { OnnxModelError } from './onnx-model-error.ts';

/**
 * Makes the probabilities behind a ZipMap readable. Converters from scikit-learn end a classifier with that
 * node, a list of dictionaries, which ONNX Runtime for Node cannot hand over. The tensor that goes into it
 * is made an output as well: protobuf messages one after another merge, so a few bytes at the end do it.
 */
export function exposeZipMap(bytes: Uint8Array): Uint8Array {
  // To decode a model takes a tenth of a second: only one that names the node may have it.
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('ZipMap'))
    return bytes;
  const zipped = zipMapInput(bytes);
  if (zipped === undefined) return bytes;
  const tensor_type = { elem_type: 1 };
  const output = [{ name: zipped, type: { tensor_type } }];
  const addition = ModelProto.encode({ graph: { output } }).finish();
  const merged = new Uint8Array(bytes.length + addition.length);
  merged.set(bytes);
  merged.set(addition, bytes.length);
  return merged;
}

interface Graph {
  graph?: { node?: { op_type?: string; input?: string[] }[] };
}

function zipMapInput(bytes: Uint8Array): string | undefined {
  let model: Graph;
  try {
    model = ModelProto.toObject(ModelProto.decode(bytes), { arrays: true });
  } catch (cause) {
    throw new OnnxModelError('ONNX_UNREADABLE', 'The file is not an ONNX model.', {}, { cause });
  }
  return model.graph?.node?.find((node) => node.op_type === 'ZipMap')?.input?.[0];
}
