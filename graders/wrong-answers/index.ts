import type { WrongAnswer } from '../../src/law/wrong-answer.ts';
import firstRun from './01-first-run.ts';
import manyMetrics from './02-many-metrics.ts';
import modelArtifact from './03-model-artifact.ts';
import figures from './04-figures.ts';
import scaler from './05-scaler.ts';
import compareRuns from './06-compare-runs.ts';
import gradientBoosting from './07-gradient-boosting.ts';
import tagsAndConfusionMatrix from './08-tags-and-confusion-matrix.ts';
import bestModel from './09-best-model.ts';
import modelRegistry from './10-model-registry.ts';
import serving from './11-serving.ts';
import batchInference from './12-batch-inference.ts';

/** Known wrong answers by the name of their exercise. */
export const wrongAnswers: Readonly<Record<string, readonly WrongAnswer[]>> = {
  '01-first-run': firstRun,
  '02-many-metrics': manyMetrics,
  '03-model-artifact': modelArtifact,
  '04-figures': figures,
  '05-scaler': scaler,
  '06-compare-runs': compareRuns,
  '07-gradient-boosting': gradientBoosting,
  '08-tags-and-confusion-matrix': tagsAndConfusionMatrix,
  '09-best-model': bestModel,
  '10-model-registry': modelRegistry,
  '11-serving': serving,
  '12-batch-inference': batchInference,
};
