/** Prints the workshop's customers: `node src/workshop/data/generate.ts > data/customer_data.csv`. */
import { generateCustomers } from './generate-customers.ts';

process.stdout.write(generateCustomers());
