"""Creates runs as fast as Python's client does, on a gateway that limits the rate."""

import json
import os
import sys

os.environ["MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR"] = "1"

from mlflow import MlflowClient

client = MlflowClient(sys.argv[1])
experiment = client.get_experiment_by_name(sys.argv[2])
runs = {client.create_run(experiment.experiment_id).info.run_id for _ in range(10)}
print(json.dumps({"made": len(runs)}))
