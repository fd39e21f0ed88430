import type { Customer } from './generate-customers.ts';

/** The risk from which a customer leaves. */
export const CHURN_EDGE = 1.25;

/**
 * How likely a customer is to leave, on a scale where `CHURN_EDGE` is the edge. Many reasons only count together
 * (a cheap basket keeps the old and loses the young), which boosting learns better than a forest, and a
 * forest better than a logistic regression: the workshop compares them.
 */
export function churnRisk(customer: Customer): number {
  const { recency_days: recency, frequency, support_tickets: tickets, age } = customer;
  const { avg_order_value: basket, days_since_signup: days, total_orders: orders } = customer;
  const reasons: [boolean, number][] = [
    [recency > 75, 1],
    [recency > 180, 0.8],
    [frequency >= 5, -0.8],
    [tickets >= 2, 0.7],
    [tickets >= 4, 0.8],
    // Nobody wrote in, and nobody came back.
    [tickets === 0 && recency > 75, 1],
    // A complaint soon after an order is a sign of life.
    [tickets >= 2 && recency < 30, -1],
    [age < 32 && basket < 36, 1.5],
    [age > 54 && basket < 36, -1.5],
    [age < 32 && basket > 60, -1.2],
    [age > 54 && basket > 60, 1.2],
    [days < 365 && basket > 60, 1.4],
    [days > 900 && basket > 60, -1.4],
    // Regulars stay when older, and tire of the shop when younger.
    [orders > 12 && age > 44, -1.2],
    [orders > 12 && age <= 44, 1.3],
  ];
  return reasons.reduce((risk, [applies, weight]) => (applies ? risk + weight : risk), 0);
}
