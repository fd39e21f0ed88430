import {
  MlflowError,
  MlflowUnexpectedAnswerError,
  MlflowUnreachableError,
} from '../mlflow/index.ts';

/** Whether an error is MLflow's own trouble. Then nothing is known of what was asked for, good or bad. */
export function isTroubleOfMlflow(error: unknown): boolean {
  if (error instanceof MlflowUnreachableError) return true;
  return isAnswer(error) && (error.status ?? 0) >= 500;
}

/** Whether MLflow answered, and refused: what was asked for is not there, or cannot be. */
export function isRefusal(error: unknown): boolean {
  return isAnswer(error) && (error.status ?? 0) < 500;
}

function isAnswer(error: unknown): error is MlflowError | MlflowUnexpectedAnswerError {
  return error instanceof MlflowError || error instanceof MlflowUnexpectedAnswerError;
}
