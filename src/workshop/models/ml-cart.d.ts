/** ml-cart ships no types. Only what the workshop uses is declared; `root` is its private `TreeNode`. */
declare module 'ml-cart' {
  export interface TreeNode {
    minNumSamples: number;
    maxDepth: number;
    gainThreshold: number;
    left?: TreeNode;
    right?: TreeNode;
    splitColumn?: number | undefined;
    splitValue?: number | undefined;
    gain?: number;
    numberSamples?: number | undefined;
    /** Of a leaf: one row with the share of each class, as far as the highest class seen. */
    distribution?: { columns: number; get(row: number, column: number): number };
    train: Train;
    calculatePrediction(labels: number[]): void;
  }

  /** What `ml-matrix` hands over: a row for each sample. */
  export interface SampleMatrix {
    rows: number;
    columns: number;
    getColumn(column: number): number[];
  }

  export type Train = (this: TreeNode, X: SampleMatrix, y: number[], depth: number) => void;

  export interface TreeOptions {
    minNumSamples?: number;
    maxDepth?: number;
    gainThreshold?: number;
  }

  export class DecisionTreeClassifier {
    constructor(options?: TreeOptions);
    root: TreeNode;
    train(X: number[][], y: number[]): void;
    predict(X: number[][]): number[];
  }
}
