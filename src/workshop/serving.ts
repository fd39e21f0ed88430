/** Starts real model servers for a submission. */
export interface Serving {
  /**
   * Serves a model with `mlflow models serve` and waits until it answers.
   * @param modelUri `models:/<name>/<version or alias>` or `runs:/<run id>/<name>`
   * @returns `url` is where `/invocations` and `/ping` are
   */
  serve(modelUri: string): Promise<{ url: string; stop(): Promise<void> }>;
}
