/** What tests/start-mlflow.ts hands to the tests of the `mlflow` project, by `inject('trackingUri')`. */
export interface Provided {
  /** A real MLflow that belongs to this test run, e.g. `http://127.0.0.1:41537`. */
  trackingUri: string;
  /** Folder of its artifacts. */
  artifactsFolder: string;
  /** The python of the private environment: MLflow, ONNX, pandas, no scikit-learn. */
  python: string;
  /** The python of students' Python: MLflow whole, scikit-learn, pandas, scipy, matplotlib, IPython. */
  pythonScience: string;
}

declare module 'vitest' {
  interface ProvidedContext extends Provided {}
}
