import type { Arrangement } from '../judge/grader.ts';
import type { Arranged } from '../judge/snapshot.ts';
import type { Workshop } from '../workshop/index.ts';
import { clearArranged } from './clear-arranged.ts';
import { arrangeCompetitors } from './competitor-runs.ts';
import { arrangeRegisteredModel } from './registered-model.ts';

const NOTHING: Arranged = { runs: [], version: null, bestModel: null };

/** Puts into MLflow what an exercise searches for, with fresh numbers each time. */
export async function arrange(
  arrangement: Arrangement,
  workshop: () => Pick<Workshop, 'mlflow' | 'data'>,
): Promise<Arranged> {
  if (arrangement === 'nothing') return NOTHING;
  const { mlflow, data } = workshop();
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
