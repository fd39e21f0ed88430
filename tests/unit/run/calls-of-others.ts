/** Calls between a submission and what it asks for, as deep as the client's own are. */
export async function nest<T>(depth: number, ask: () => T): Promise<T> {
  await Promise.resolve();
  return depth === 0 ? ask() : await nest(depth - 1, ask);
}
