"""Python's side of bench/client.ts: one command a line on stdin, its milliseconds a line on stdout."""

import json
import shutil
import sys
import tempfile
import time

import mlflow
from mlflow import MlflowClient


def resume(client, command):
    mlflow.start_run(command["runId"])


def log_batches(client, command):
    for step in range(command["calls"]):
        mlflow.log_metrics({key: 0.5 + step for key in command["keys"]}, step=step)


def upload(client, command):
    client.log_artifact(command["runId"], command["file"])


def download(client, command):
    target = tempfile.mkdtemp(dir=command["scratch"])
    client.download_artifacts(command["runId"], command["path"], target)
    return target


ACTIONS = {"resume": resume, "logBatches": log_batches, "upload": upload, "download": download}


def main():
    mlflow.set_tracking_uri(sys.argv[1])
    client = MlflowClient()
    client.search_experiments(max_results=1)
    print("ready", flush=True)
    for line in sys.stdin:
        command = json.loads(line)
        start = time.perf_counter()
        leftover = ACTIONS[command["action"]](client, command)
        print((time.perf_counter() - start) * 1000, flush=True)
        if leftover is not None:
            shutil.rmtree(leftover)


main()
