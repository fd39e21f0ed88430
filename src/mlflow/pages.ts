import type { Page } from './types.ts';

/**
 * Follows pages to the end, or until `maxResults` items are there.
 *
 * @param fetch given how many items to ask for and the token of the page (null for the first)
 * @param pageSize the most that the server gives at once
 */
export async function allPages<T>(
  fetch: (size: number, token: string | null) => Promise<Page<T>>,
  pageSize: number,
  maxResults = Infinity,
): Promise<T[]> {
  const items: T[] = [];
  let token: string | null = null;
  do {
    const page: Page<T> = await fetch(Math.min(pageSize, maxResults - items.length), token);
    items.push(...page.items);
    token = page.token;
  } while (token !== null && items.length < maxResults);
  return items.slice(0, maxResults);
}
