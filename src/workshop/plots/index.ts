export { confusionMatrix } from './confusion-matrix.ts';
export type { ConfusionMatrixOptions } from './confusion-matrix.ts';
export type { Figure } from './figure.ts';
