import { CUSTOMER_COLUMNS, CUSTOMER_COUNT } from './columns.ts';
import { CHURN_EDGE, churnRisk } from './churn-risk.ts';
import { exponential, normal, poisson } from './distributions.ts';
import { RandomState } from './random-state.ts';

/** The seed of the committed `data/customer_data.csv`. */
const CUSTOMER_SEED = 2026;

const YEAR = 365;

/** What is known of a customer of the imaginary shop; see `data/README.md`. */
export interface Customer {
  recency_days: number;
  frequency: number;
  monetary_value: number;
  avg_order_value: number;
  days_since_signup: number;
  total_orders: number;
  support_tickets: number;
  age: number;
}

/**
 * The text of a customer file: made-up customers, always the same for a seed.
 * @param seed unsigned 32-bit integer
 */
export function generateCustomers(seed = CUSTOMER_SEED, count = CUSTOMER_COUNT): string {
  const random = new RandomState(seed);
  const lines = [CUSTOMER_COLUMNS.join(',')];
  for (let number = 1; number <= count; number++) {
    const customer = drawCustomer(random);
    const leaves = churnRisk(customer) + normal(random, 0, 0.1) > CHURN_EDGE;
    // Some leave, and some stay, for reasons that no column knows.
    const churned = leaves !== random.double() < 0.06;
    const id = `C${String(number).padStart(5, '0')}`;
    const { monetary_value, avg_order_value, ...counts } = customer;
    const cells = {
      ...counts,
      monetary_value: monetary_value.toFixed(2),
      avg_order_value: avg_order_value.toFixed(2),
      customer_id: id,
      churned: churned ? 1 : 0,
    };
    lines.push(CUSTOMER_COLUMNS.map((column) => cells[column]).join(','));
  }
  return `${lines.join('\n')}\n`;
}

function drawCustomer(random: RandomState): Customer {
  const days = 30 + random.integer(1470);
  const lastYear = Math.min(days, YEAR);
  // Orders a day: most customers order every few months, a few every week. Signing up takes an order.
  const rate = exponential(random, 0.006) + exponential(random, 0.006);
  const frequency = poisson(random, rate * lastYear) + (days <= YEAR ? 1 : 0);
  const earlier = days > YEAR ? 1 + poisson(random, rate * (days - YEAR)) : 0;
  const recency =
    frequency > 0
      ? latest(random, frequency, lastYear)
      : YEAR + latest(random, earlier, days - YEAR);
  const average = round2(Math.exp(normal(random, 3.8, 0.5)));
  const total = frequency + earlier;
  return {
    recency_days: recency,
    frequency,
    // Vouchers, returns and delivery keep the total from being orders times average.
    monetary_value: round2(total * average * (0.85 + 0.3 * random.double())),
    avg_order_value: average,
    days_since_signup: days,
    total_orders: total,
    support_tickets: poisson(random, 0.6 + 1.2 * random.double()),
    age: Math.min(85, Math.max(18, Math.floor(normal(random, 42, 13)))),
  };
}

/** How many days ago the latest of some orders was, when all fell evenly on the last `days` days. */
function latest(random: RandomState, orders: number, days: number): number {
  return Math.floor(days * (1 - random.double() ** (1 / orders)));
}

function round2(amount: number): number {
  return Math.round(amount * 100) / 100;
}
