import type { Mlflow } from '../mlflow/index.ts';
import type { WorkshopData } from './data/workshop-data.ts';
import * as metrics from './metrics/index.ts';
import * as models from './models/index.ts';
import * as plots from './plots/index.ts';
import type { Serving } from './serving.ts';
import { withWorkshopVerbs } from './workshop-mlflow.ts';
import type { WorkshopMlflow } from './workshop-mlflow.ts';

/** What a submission is handed. */
export interface Workshop {
  mlflow: WorkshopMlflow;
  data: WorkshopData;
  models: typeof models;
  metrics: typeof metrics;
  plots: typeof plots;
  serving: Serving;
}

export interface WorkshopOptions {
  /** A client bound to the MLflow of this submission; the workshop adds its own verbs. */
  mlflow: Mlflow;
  data: WorkshopData;
  serving: Serving;
}

export function createWorkshop({ mlflow, data, serving }: WorkshopOptions): Workshop {
  return { mlflow: withWorkshopVerbs(mlflow), data, models, metrics, plots, serving };
}

export { FEATURE_COLS } from './data/columns.ts';
export { CustomerDataError } from './data/customer-data-error.ts';
export type { CustomerDataProblem } from './data/customer-data-error.ts';
export { verifyCustomerData } from './data/verify-customer-data.ts';
export { loadWorkshopData } from './data/workshop-data.ts';
export type { WorkshopData } from './data/workshop-data.ts';
export * as metrics from './metrics/index.ts';
export * as models from './models/index.ts';
export { KitError } from './kit-error.ts';
export { answerAsks, type Answered, type Ask } from './onnx/answer-asks.ts';
export { loadOnnxModel } from './onnx/load-onnx-model.ts';
export { readTrees } from './onnx/read-trees.ts';
export * as plots from './plots/index.ts';
export type { Serving } from './serving.ts';
export { withWorkshopVerbs, type WorkshopMlflow } from './workshop-mlflow.ts';
