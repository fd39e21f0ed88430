import { startGateway } from '../src/gateway/gateway.ts';
import { createMlflow } from '../src/mlflow/index.ts';
import { median } from './comparison.ts';

const CALLS = 400;

/** p50 of a log-batch through a gateway and direct, in milliseconds, one after the other in turns. */
export async function benchGateway(
  uri: string,
): Promise<{ readonly through: number; readonly direct: number }> {
  await using gateway = await startGateway({ target: uri });
  const sides = await Promise.all(
    [uri, gateway.uri].map(async (trackingUri) => {
      const mlflow = createMlflow({ trackingUri, userName: 'bench' });
      await mlflow.setExperiment('gateway-bench');
      await mlflow.startRun({ runName: 'gateway-bench' });
      return { mlflow, times: [] as number[] };
    }),
  );
  for (let step = 0; step < CALLS; step += 1) {
    for (const { mlflow, times } of sides) {
      const started = performance.now();
      await mlflow.logMetrics(
        { accuracy: step, precision: step, recall: step, f1: step },
        { step },
      );
      times.push(performance.now() - started);
    }
  }
  for (const { mlflow } of sides) await mlflow.endRun();
  const [direct = Number.NaN, through = Number.NaN] = sides.map(({ times }) => median(times));
  return { through, direct };
}
