import type { Arrangement } from '../judge/grader.ts';
import type { Arranged } from '../judge/snapshot.ts';
import type { Mlflow } from '../mlflow/index.ts';
import type { ArrangedModels } from '../python/arranged-models.ts';
import { withWorkshopVerbs, type WorkshopData } from '../workshop/index.ts';
import { clearArranged } from './clear-arranged.ts';
import { arrangeCompetitors } from './competitor-runs.ts';
import { onnxModels, sklearnModels } from './model-maker.ts';
import { arrangeRegisteredModel } from './registered-model.ts';

/** What a submission searches for or loads. */
export type Task = Exclude<Arrangement, 'nothing'> | 'competitors-of-both';

/**
 * Puts into MLflow what an exercise searches for, with fresh numbers each time.
 *
 * @param python models that Python submissions can load; those of TypeScript ones when null
 */
export async function arrange(
  task: Task,
  client: Mlflow,
  data: WorkshopData,
  python: ArrangedModels | null,
): Promise<Arranged> {
  const mlflow = withWorkshopVerbs(client);
  await clearArranged(mlflow);
  if (task === 'competitor-runs')
    return await arrangeCompetitors(mlflow, { comparing: true, loading: null });
  const loading = python === null ? onnxModels(data) : sklearnModels(python, data);
  if (task === 'registered-model') return await arrangeRegisteredModel(mlflow, loading);
  return await arrangeCompetitors(mlflow, {
    comparing: task === 'competitors-of-both',
    loading,
    // The workshop guide's own answer, in Python, asks for no status.
    failed: python === null,
  });
}
