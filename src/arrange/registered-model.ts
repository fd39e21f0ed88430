import { EXPERIMENT } from '../judge/found-run.ts';
import type { Arranged } from '../judge/snapshot.ts';
import { toVersionFact } from '../observe/observe.ts';
import { scoreModel } from '../observe/score-model.ts';
import type { WorkshopData, WorkshopMlflow } from '../workshop/index.ts';
import { ARRANGED } from './arranged-tag.ts';
import { randomModel } from './random-model.ts';

/** The name under which the workshop registers its model. */
export const REGISTERED_MODEL = 'churn-predictor';

/** Registers two fresh versions of the model: the latest is right, the one before gives other answers. */
export async function arrangeRegisteredModel(
  mlflow: WorkshopMlflow,
  data: WorkshopData,
): Promise<Arranged> {
  await mlflow.setExperiment(EXPERIMENT);
  const taken = new Set<string>();
  await register(mlflow, data, taken);
  const version = await register(mlflow, data, taken);
  const model = await scoreModel(
    mlflow,
    {
      name: 'model',
      modelId: version.modelId,
      location: (await mlflow.client.getLoggedModel(version.modelId ?? '')).artifactLocation,
    },
    data,
    null,
  );
  return { runs: [], bestModel: null, version: { ...toVersionFact(version), model } };
}

async function register(mlflow: WorkshopMlflow, data: WorkshopData, taken: Set<string>) {
  const runId = await mlflow.startRun(
    { runName: 'modele-du-registre', tags: ARRANGED },
    async (run) => {
      await mlflow.onnx.logModel(randomModel(data, taken).model, { name: 'model' });
      return run.info.runId;
    },
  );
  return await mlflow.registerModel(`runs:/${runId}/model`, REGISTERED_MODEL);
}
