/** 1 / (1 + e⁻ᶻ): the probability that belongs to a logit. */
export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
