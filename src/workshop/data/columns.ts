/** The columns of `customer_data.csv`, in order; documented in `data/README.md`. */
export const CUSTOMER_COLUMNS = [
  'customer_id',
  'recency_days',
  'frequency',
  'monetary_value',
  'avg_order_value',
  'days_since_signup',
  'total_orders',
  'support_tickets',
  'age',
  'churned',
] as const;

/** The 13 columns a model learns from, in the order of the workshop guide's `FEATURE_COLS`. */
export const FEATURE_COLS = [
  'recency_days',
  'frequency',
  'monetary_value',
  'avg_order_value',
  'days_since_signup',
  'total_orders',
  'support_tickets',
  'age',
  'recency_frequency_ratio',
  'monetary_per_order',
  'order_frequency',
  'support_per_order',
  'rfm_score',
] as const;

/** How many customers the workshop's file holds. */
export const CUSTOMER_COUNT = 5000;
