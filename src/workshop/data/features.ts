import { op, table } from 'arquero';
import type { ColumnTable } from 'arquero';
import { qcut } from './quantile-scores.ts';

interface CustomerRow {
  recency_days: number;
  frequency: number;
  monetary_value: number;
  days_since_signup: number;
  total_orders: number;
  support_tickets: number;
}

/**
 * Adds the workshop guide's derived columns: four ratios, the recency, frequency and monetary scores from
 * 1 to 5, and their sum `rfm_score`. Every value is pandas' to the last bit.
 */
export function addFeatures(customers: ColumnTable): ColumnTable {
  const scores = table({
    r_score: qcut(Float64Array.from(customers.array('recency_days')), [5, 4, 3, 2, 1]),
    f_score: qcut(rankFirst(customers, 'frequency'), [1, 2, 3, 4, 5]),
    m_score: qcut(rankFirst(customers, 'monetary_value'), [1, 2, 3, 4, 5]),
  });
  return customers
    .derive({
      recency_frequency_ratio: (d: CustomerRow) => d.recency_days / (d.frequency + 1),
      monetary_per_order: (d: CustomerRow) => d.monetary_value / (d.total_orders + 1),
      order_frequency: (d: CustomerRow) => d.total_orders / (d.days_since_signup + 1),
      support_per_order: (d: CustomerRow) => d.support_tickets / (d.total_orders + 1),
    })
    .assign(scores)
    .derive({
      rfm_score: (d: { r_score: number; f_score: number; m_score: number }) =>
        d.r_score + d.f_score + d.m_score,
    });
}

/** `Series.rank(method='first')`: 1 for the smallest, equal values in row order. */
function rankFirst(rows: ColumnTable, column: string): number[] {
  return [
    ...rows
      .select(column)
      .derive({ position: op.row_number() })
      .orderby(column)
      .derive({ rank: op.row_number() })
      .unorder()
      .array('rank'),
  ].map(Number);
}
