import type { ColumnTable } from 'arquero';
import type { Mlflow, ModelInfo, TableData } from '../mlflow/index.ts';
import { loadOnnxModel } from './onnx/load-onnx-model.ts';
import type { LoadedModel } from './onnx/load-onnx-model.ts';
import type { OnnxExport } from './onnx/onnx-export.ts';
import { OnnxModelError } from './onnx/onnx-model-error.ts';
import { signatureColumns, toModelParts } from './onnx/mlflow-model.ts';

interface OnnxFlavor {
  /**
   * Logs a fitted model in the ONNX flavour: Python's `mlflow.pyfunc.load_model` and `mlflow models serve`
   * take it. It belongs to the active run.
   * @param options.name of the logged model, `model` throughout the workshop
   * @throws OnnxModelError when it is no model, NotFittedError, MlflowError
   */
  logModel(
    model: { toOnnx(): OnnxExport },
    options: { name: string; registeredModelName?: string },
  ): Promise<ModelInfo>;
  /**
   * Downloads a model with an ONNX flavour, whoever logged it.
   * @param modelUri `runs:/<run id>/model`, `models:/<name>/latest`, `models:/<name>/<version>`, …
   * @throws MlflowError when it is not found, OnnxModelError when it cannot be opened
   */
  loadModel(modelUri: string): Promise<LoadedModel>;
}

/** The client of `src/mlflow/` with the workshop's models and arquero's tables. */
export type WorkshopMlflow = Mlflow & {
  readonly onnx: OnnxFlavor;
  /** Logs a table of arquero, rows or columns as a `.json` table artifact. */
  logTable(data: TableData | ColumnTable, artifactFile: string): Promise<void>;
};

/** The same client, with the workshop's own verbs. */
export function withWorkshopVerbs(mlflow: Mlflow): WorkshopMlflow {
  const onnx: OnnxFlavor = {
    async logModel(model, options) {
      checkModel(model);
      return await mlflow.logModel({ ...options, ...toModelParts(model.toOnnx()) });
    },
    async loadModel(modelUri) {
      const folder = await mlflow.readModel(modelUri);
      const file = folder.mlmodel.flavors['onnx']?.['data'];
      if (typeof file !== 'string') {
        const found = Object.keys(folder.mlmodel.flavors).join(', ');
        const message = `${modelUri} has no ONNX flavour (flavours: ${found}).`;
        throw new OnnxModelError('ONNX_NO_FLAVOR', message, { uri: modelUri, found });
      }
      return await loadOnnxModel(await folder.read(file), signatureColumns(folder.mlmodel));
    },
  };
  return {
    ...mlflow,
    onnx,
    async logTable(data: TableData | ColumnTable, artifactFile: string) {
      await mlflow.logTable(isTable(data) ? toRows(data) : data, artifactFile);
    },
  };
}

/** Predictions are easily taken for the model that made them. @throws OnnxModelError */
function checkModel(model: unknown): void {
  const none = model === undefined || model === null;
  if (!none && 'toOnnx' in Object(model)) return;
  const found = none ? String(model) : model.constructor.name;
  const said = `logModel takes a fitted model, not ${found}.`;
  throw new OnnxModelError('ONNX_NO_MODEL', said, { found });
}

function isTable(data: TableData | ColumnTable): data is ColumnTable {
  return 'numRows' in data && typeof data.numRows === 'function';
}

function toRows(table: ColumnTable): Record<string, unknown>[] {
  // arquero stops at 100,000 objects unless told otherwise.
  const rows: object[] = table.objects({ limit: Infinity });
  return rows.map((row) => ({ ...row }));
}
