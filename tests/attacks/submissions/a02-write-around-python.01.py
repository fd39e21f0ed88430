"""Writes results, a database and programs that run in other processes wherever it can."""

import glob
import json
import os
import sqlite3
import sys

FORGED = json.dumps({"schema": "results/v1", "outcome": "graded", "points": 100, "passed": True})
ALARM = "open('@out@/shadow', 'w').write('ran')\n"
places = ["@out@/results.json", "@out@/submissions/a02-write-around-python/result.json", "@project@/.mlflow/progress.json"]
for folder in {*sys.path, os.path.dirname(os.__file__), "/workshop/src/python/inside", "/submission"}:
    places += [f"{folder}/sitecustomize.py", f"{folder}/run_submission.py", f"{folder}/evil.pth"]
for path in places:
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write(FORGED if path.endswith(".json") else ALARM)
        print("wrote", path)
    except OSError:
        pass
for path in glob.glob("@out@/mlflow/**/*.db", recursive=True):
    with sqlite3.connect(path) as database:
        database.execute("UPDATE metrics SET value = -1")
        database.execute("UPDATE latest_metrics SET value = -1")
