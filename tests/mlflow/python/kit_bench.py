"""Fits a model for each line read, `forest` or `boosting`, and prints the milliseconds of CPU that it took.

usage: kit_bench.py customer_data.csv
"""
import os
import sys
import time

# One core, whatever library would like more.
os.environ.update(OMP_NUM_THREADS='1', OPENBLAS_NUM_THREADS='1')

from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier  # noqa: E402

from kit_features import prepare, split  # noqa: E402

CREATE = {
    'forest': lambda: RandomForestClassifier(n_estimators=100, max_depth=10, random_state=42, n_jobs=1),
    'boosting': lambda: GradientBoostingClassifier(n_estimators=100, max_depth=5, random_state=42),
}

X_train, _, y_train, _ = split(prepare(sys.argv[1]))
for line in sys.stdin:
    model = CREATE[line.strip()]()
    start = time.process_time()
    model.fit(X_train, y_train)
    print(1000 * (time.process_time() - start), flush=True)
