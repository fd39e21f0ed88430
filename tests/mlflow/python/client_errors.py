"""The messages of Python's client for the mistakes of client-errors.test.ts. argv: tracking URI, run."""

import json
import sys

import mlflow
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException


def message(action):
    try:
        action()
    except MlflowException as error:
        return str(error)
    return None


def main():
    mlflow.set_tracking_uri(sys.argv[1])
    run_id = sys.argv[2]
    client = MlflowClient()
    print(
        json.dumps({
            "experiment": message(lambda: client.get_experiment("999999")),
            "param": message(lambda: client._tracking_client.store.log_param(
                run_id, mlflow.entities.Param("a", "2"))),
            "filter": message(lambda: client.search_runs(["0"], "accuracy > 0.5")),
            "version": message(lambda: client.get_model_version("absent", "1")),
            "alias": message(lambda: client.get_model_version_by_alias("absent", "champion")),
        })
    )


main()
