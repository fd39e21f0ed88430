/** Marks what the grader logged, for people who browse MLflow and for the next arrangement. */
export const ARRANGED = { 'workshop.arranged': 'true' };
