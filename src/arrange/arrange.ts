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
export type Task = Exclude<Arrangement, 'nothing'>;

/**
 * Puts into MLflow what one exercise or several search for, with fresh numbers each time.
 *
 * @param python models that Python submissions can load; those of TypeScript ones when null
 */
export async function arrange(
  tasks: ReadonlySet<Task>,
  client: Mlflow,
  data: WorkshopData,
  python: ArrangedModels | null,
): Promise<Arranged> {
  const mlflow = withWorkshopVerbs(client);
  await clearArranged(mlflow);
  const comparing = tasks.has('competitor-runs');
  const registering = tasks.has('registered-model');
  if (!registering && !tasks.has('competitor-models')) {
    return await arrangeCompetitors(mlflow, { comparing, loading: null });
  }
  const make = python === null ? onnxModels(data) : sklearnModels(python, data);
  const registered = registering ? await arrangeRegisteredModel(mlflow, make) : null;
  if (registered !== null && tasks.size === 1) return registered;
  const competitors = await arrangeCompetitors(mlflow, {
    comparing,
    loading: tasks.has('competitor-models') ? make : null,
    // The workshop guide's own answer, in Python, asks for no status.
    failed: python === null,
  });
  return { ...competitors, version: registered?.version ?? null };
}
