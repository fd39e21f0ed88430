import type { RandomState } from './random-state.ts';

/** A number from the normal distribution. */
export function normal(random: RandomState, mean: number, deviation: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.double()));
  return mean + deviation * radius * Math.cos(2 * Math.PI * random.double());
}

/** A waiting time with the given mean. */
export function exponential(random: RandomState, mean: number): number {
  return -mean * Math.log(1 - random.double());
}

/** A count with the given mean: how many waiting times of mean 1 fit in it. */
export function poisson(random: RandomState, mean: number): number {
  let count = 0;
  for (let time = exponential(random, 1); time < mean; time += exponential(random, 1)) count++;
  return count;
}
