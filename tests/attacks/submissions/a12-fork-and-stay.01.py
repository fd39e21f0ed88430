"""Leaves processes behind that log the right answer later, when nobody watches, and call home."""

import os
import subprocess
import sys
import threading
import time
import urllib.request

import mlflow

experiment = mlflow.set_experiment("workshop-churn-learning")


def act():
    for number in range(120):
        try:
            urllib.request.urlopen("@canary@/survivor", timeout=1)
        except OSError:
            pass
        time.sleep(0.6)
        if number == 0:
            with mlflow.start_run(run_name="mon-premier-run-mlflow"):
                mlflow.log_params({"model_type": "RandomForest", "n_estimators": 100, "max_depth": 10})
                mlflow.log_metrics({"accuracy": 0.8, "f1": 0.5})


# Twice: whose parent is gone belongs to nobody.
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        act()
    os._exit(0)
sleeper = "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(120)"
subprocess.Popen([sys.executable, "-c", sleeper, "@word@"], start_new_session=True)
subprocess.Popen(f"setsid -f nohup {sys.executable} -c '{sleeper}' @word@ &", shell=True)
threading.Thread(target=time.sleep, args=[120], daemon=True).start()
time.sleep(0.3)
