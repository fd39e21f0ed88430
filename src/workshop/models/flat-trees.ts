/**
 * Decision trees as columns of numbers, one entry for each node, tree after tree. Rows with
 * `x[feature] < threshold` go left.
 */
export interface FlatTrees {
  /** The node where each tree starts. */
  roots: Int32Array;
  /** The feature a node looks at; -1 for a leaf. */
  feature: Int16Array;
  threshold: Float32Array;
  left: Int32Array;
  right: Int32Array;
  /** What a leaf adds to the score. */
  value: Float64Array;
}

/** The smallest float32 that is not below `x`: for a float32 `v`, `v < x` and `v < ceilToFloat32(x)` agree. */
export function ceilToFloat32(x: number): number {
  const nearest = Math.fround(x);
  if (nearest >= x) return nearest;
  bits.float[0] = nearest;
  bits.int[0]! += nearest < 0 ? -1 : 1;
  return nearest === 0 ? 2 ** -149 : bits.float[0];
}

const float = new Float32Array(1);
const bits = { float, int: new Int32Array(float.buffer) };

/** Collects nodes one at a time. */
export class FlatTreesBuilder {
  readonly #roots: number[] = [];
  readonly #feature: number[] = [];
  readonly #threshold: number[] = [];
  readonly #left: number[] = [];
  readonly #right: number[] = [];
  readonly #value: number[] = [];

  startTree(): void {
    this.#roots.push(this.#feature.length);
  }

  /** Returns the number of the new leaf. */
  leaf(value: number): number {
    return this.#push(-1, 0, value);
  }

  /** Returns the number of the new node; its children are told with `children` once they are known. */
  node(feature: number, threshold: number): number {
    return this.#push(feature, ceilToFloat32(threshold), 0);
  }

  children(node: number, left: number, right: number): void {
    this.#left[node] = left;
    this.#right[node] = right;
  }

  build(): FlatTrees {
    return {
      roots: Int32Array.from(this.#roots),
      feature: Int16Array.from(this.#feature),
      threshold: Float32Array.from(this.#threshold),
      left: Int32Array.from(this.#left),
      right: Int32Array.from(this.#right),
      value: Float64Array.from(this.#value),
    };
  }

  #push(feature: number, threshold: number, value: number): number {
    this.#left.push(-1);
    this.#right.push(-1);
    this.#threshold.push(threshold);
    this.#value.push(value);
    return this.#feature.push(feature) - 1;
  }
}
