"""Loads a registered model in the ways of client-loads.test.ts. argv: tracking URI, gateway URI, name, steps."""

import json
import sys

import mlflow
from mlflow import MlflowClient


def main():
    mlflow.set_tracking_uri(sys.argv[2])
    name = sys.argv[3]
    load = mlflow.artifacts.download_artifacts
    for way in sys.argv[4].split(","):
        if way == "ask":
            MlflowClient().get_latest_versions(name)
        else:
            load(f"models:/{name}{way}")
    print(json.dumps("done"))


main()
