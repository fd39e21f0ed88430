import type { Arrangement } from '../judge/grader.ts';
import type { Arranged } from '../judge/snapshot.ts';
import type { Mlflow } from '../mlflow/index.ts';
import { withWorkshopVerbs, type WorkshopData } from '../workshop/index.ts';
import { clearArranged } from './clear-arranged.ts';
import { arrangeCompetitors } from './competitor-runs.ts';
import { arrangeRegisteredModel } from './registered-model.ts';

/** Puts into MLflow what an exercise searches for, with fresh numbers each time. */
export async function arrange(
  arrangement: Exclude<Arrangement, 'nothing'>,
  client: Mlflow,
  data: WorkshopData,
): Promise<Arranged> {
  const mlflow = withWorkshopVerbs(client);
  await clearArranged(mlflow);
  switch (arrangement) {
    case 'competitor-runs':
      return await arrangeCompetitors(mlflow, null);
    case 'competitor-models':
      return await arrangeCompetitors(mlflow, data);
    case 'registered-model':
      return await arrangeRegisteredModel(mlflow, data);
  }
}
