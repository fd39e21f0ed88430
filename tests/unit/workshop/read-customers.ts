import { readFileSync } from 'node:fs';
import { loadWorkshopData } from '../../../src/workshop/index.ts';

/** The text of the committed `data/customer_data.csv`. */
export const csv = readFileSync(
  new URL('../../../data/customer_data.csv', import.meta.url),
  'utf8',
);

export const data = loadWorkshopData(csv);
