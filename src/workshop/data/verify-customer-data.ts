import { createHash } from 'node:crypto';
import { CustomerDataError } from './customer-data-error.ts';

/** SHA-256 of the committed `data/customer_data.csv`, with `\n` line ends. */
const CUSTOMER_DATA_SHA256 = 'b5a1a7c957ae3469e14b489e7a9e7d73b2d866cbf45bc99349396dd74fe15906';

/**
 * Checks that the text is the workshop's file, line ends aside (git may have changed those).
 * @throws CustomerDataError of kind 'altered'
 */
export function verifyCustomerData(csv: string): void {
  const found = createHash('sha256').update(csv.replaceAll('\r\n', '\n')).digest('hex');
  if (found !== CUSTOMER_DATA_SHA256) {
    throw new CustomerDataError({ kind: 'altered', expected: CUSTOMER_DATA_SHA256, found });
  }
}
