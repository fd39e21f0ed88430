import { EXPERIMENT } from '../judge/found-run.ts';
import type { Arranged } from '../judge/snapshot.ts';
import { toVersionFact } from '../observe/observe.ts';
import type { WorkshopMlflow } from '../workshop/index.ts';
import { ARRANGED } from './arranged-tag.ts';
import type { MadeModel, ModelMaker } from './model-maker.ts';

/** The name under which the workshop registers its model. */
export const REGISTERED_MODEL = 'churn-predictor';

/** Registers two fresh versions of the model: the latest is right, the one before gives other answers. */
export async function arrangeRegisteredModel(
  mlflow: WorkshopMlflow,
  make: ModelMaker,
): Promise<Arranged> {
  await mlflow.setExperiment(EXPERIMENT);
  await register(mlflow, make());
  const made = make();
  const version = await register(mlflow, made);
  const logged = await mlflow.client.getLoggedModel(version.modelId ?? '');
  const model = await made.fact(mlflow, logged);
  return { runs: [], bestModel: null, version: { ...toVersionFact(version), model } };
}

async function register(mlflow: WorkshopMlflow, { parts }: MadeModel) {
  const runId = await mlflow.startRun(
    { runName: 'modele-du-registre', tags: ARRANGED },
    async (run) => {
      await mlflow.logModel({ ...parts, name: 'model' });
      return run.info.runId;
    },
  );
  return await mlflow.registerModel(`runs:/${runId}/model`, REGISTERED_MODEL);
}
