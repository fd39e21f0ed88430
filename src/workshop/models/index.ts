export { GradientBoostingClassifier } from './gradient-boosting.ts';
export { LogisticRegression } from './logistic-regression.ts';
export { RandomForestClassifier } from './random-forest.ts';
export { StandardScaler } from './standard-scaler.ts';
