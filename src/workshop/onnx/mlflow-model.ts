import type { OnnxExport } from './onnx-export.ts';
import { LABEL, PROBABILITY } from './onnx-model.ts';

const FILE = 'model.onnx';

/**
 * What `mlflow.logModel` needs to make a model folder of an export: the flavours `onnx` and
 * `python_function`, as Python's `mlflow.onnx.log_model` writes them, a signature, and an input example.
 */
export function toModelParts({ model, columns, example }: OnnxExport) {
  return {
    files: { [FILE]: model },
    flavors: {
      onnx: {
        code: null,
        data: FILE,
        onnx_session_options: null,
        onnx_version: ONNX_VERSION,
        providers: ['CPUExecutionProvider'],
      },
      python_function: { data: FILE, loader_module: 'mlflow.onnx' },
    },
    signature: {
      inputs: columns.map((name) => column(name, 'double')),
      outputs: [column(LABEL, 'long'), column(PROBABILITY, 'float')],
    },
    inputExample: { columns, data: example },
    requirements: ['numpy', 'onnx', 'onnxruntime', 'pandas'],
  };
}

function column(name: string, type: 'double' | 'long' | 'float') {
  return { type, name, required: true };
}

/** The first release of the onnx package with the operators that the models use (opset 17). */
const ONNX_VERSION = '1.12.0';

interface Mlmodel {
  readonly signature?: { readonly inputs?: unknown } | null;
}

/** The names of a signature's inputs; undefined when it has none, or a nameless tensor. */
export function signatureColumns({ signature }: Mlmodel): string[] | undefined {
  const inputs: unknown = signature?.inputs;
  if (!Array.isArray(inputs) || inputs.length === 0) return undefined;
  const names = inputs.map((input: unknown) =>
    typeof input === 'object' && input !== null && 'name' in input && !('tensor-spec' in input)
      ? input.name
      : undefined,
  );
  return names.every((name) => typeof name === 'string') ? names : undefined;
}
