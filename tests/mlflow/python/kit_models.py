"""Trains scikit-learn's models on the workshop's rows and prints what the kit is compared with.

usage: kit_models.py customer_data.csv < {"yTrue": [...], "yPred": [...]}
"""
import json
import sys

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score, precision_score, recall_score
from sklearn.preprocessing import StandardScaler

from kit_features import prepare, split

X_train, X_test, y_train, y_test = split(prepare(sys.argv[1]))
labels = json.load(sys.stdin)


def accuracies(create, seeds):
    models = [create(seed).fit(X_train, y_train) for seed in seeds]
    return [accuracy_score(y_test, model.predict(X_test)) for model in models]


boosting = GradientBoostingClassifier(n_estimators=100, learning_rate=0.1, max_depth=5, random_state=42)
boosting.fit(X_train, y_train)
scaler = StandardScaler()
X_train_scaled = scaler.fit_transform(X_train)
logistic = LogisticRegression(random_state=42, max_iter=1000, tol=1e-10).fit(X_train_scaled, y_train)
score = {'y_true': labels['yTrue'], 'y_pred': labels['yPred']}
print(json.dumps({
    'forestAccuracies': accuracies(
        lambda seed: RandomForestClassifier(n_estimators=100, max_depth=10, random_state=seed), [42, 1]
    ),
    'boosting': boosting.predict(X_test).tolist(),
    'boostingProbability': boosting.predict_proba(X_test)[:, 1].tolist(),
    'mean': scaler.mean_.tolist(),
    'scale': scaler.scale_.tolist(),
    'coef': logistic.coef_[0].tolist(),
    'intercept': float(logistic.intercept_[0]),
    'logistic': logistic.predict(scaler.transform(X_test)).tolist(),
    'metrics': {
        'accuracy': accuracy_score(**score),
        'precision': precision_score(**score),
        'recall': recall_score(**score),
        'f1': f1_score(**score),
        'matrix': np.asarray(confusion_matrix(**score)).tolist(),
    },
}))
