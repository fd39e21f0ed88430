export { accuracyScore, f1Score, precisionScore, recallScore } from './scores.ts';
export { confusionMatrix } from './confusion-matrix.ts';
export { MetricInputError } from './check-labels.ts';
