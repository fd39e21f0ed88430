import type { Grader } from '../src/judge/grader.ts';
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

/** Every grader, in the order of the workshop. */
export const graders: readonly Grader[] = [
  firstRun,
  manyMetrics,
  modelArtifact,
  figures,
  scaler,
  compareRuns,
  gradientBoosting,
  tagsAndConfusionMatrix,
  bestModel,
  modelRegistry,
  serving,
  batchInference,
];
