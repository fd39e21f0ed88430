"""What Python's client sees, as JSON. argv: tracking URI, then a JSON object {runId, registered, table, texts}."""

import json
import math
import sys

import mlflow
from mlflow import MlflowClient


def number(value):
    return str(value) if math.isnan(value) else value


def walk(client, run_id, path=None):
    for entry in client.list_artifacts(run_id, path):
        yield {"path": entry.path, "isDir": entry.is_dir, "fileSize": entry.file_size}
        if entry.is_dir:
            yield from walk(client, run_id, entry.path)


def dump_experiment(client, experiment_id):
    experiment = client.get_experiment(experiment_id)
    return {
        "experimentId": experiment.experiment_id,
        "name": experiment.name,
        "artifactLocation": experiment.artifact_location,
        "lifecycleStage": experiment.lifecycle_stage,
        "tags": experiment.tags,
        "creationTime": experiment.creation_time,
        "lastUpdateTime": experiment.last_update_time,
    }


def dump_run(client, run):
    info, data = run.info, run.data
    return {
        "info": {
            "runId": info.run_id,
            "runName": info.run_name,
            "experimentId": info.experiment_id,
            "status": info.status,
            "lifecycleStage": info.lifecycle_stage,
            "startTime": info.start_time,
            "endTime": info.end_time,
            "artifactUri": info.artifact_uri,
            "userId": info.user_id,
        },
        "params": data.params,
        "metrics": {key: number(value) for key, value in data.metrics.items()},
        "tags": data.tags,
        "outputs": [
            {"modelId": output.model_id, "step": output.step}
            for output in (run.outputs.model_outputs if run.outputs else [])
        ],
        "histories": {
            key: [
                [number(point.value), point.step, point.timestamp]
                for point in client.get_metric_history(info.run_id, key)
            ]
            for key in data.metrics
        },
        "artifacts": list(walk(client, info.run_id)),
    }


def dump_logged_model(client, model_id):
    model = client.get_logged_model(model_id)
    return {
        "modelId": model.model_id,
        "name": model.name,
        "experimentId": model.experiment_id,
        "status": model.status.value,
        "sourceRunId": model.source_run_id,
        "artifactLocation": model.artifact_location,
        "params": model.params,
        "tags": model.tags,
        "metrics": sorted([m.key, number(m.value), m.step] for m in model.metrics or []),
    }


def dump_registered(client, name):
    model = client.get_registered_model(name)
    versions = client.search_model_versions(f"name='{name}'")
    return {
        "name": model.name,
        "description": model.description or "",
        "tags": model.tags,
        "aliases": {alias: str(version) for alias, version in model.aliases.items()},
        "versions": [
            {
                "version": str(version.version),
                "status": version.status,
                "source": version.source,
                "runId": version.run_id,
                "tags": version.tags,
                "aliases": version.aliases,
                "description": version.description or "",
            }
            for version in versions
        ],
    }


def dump_model(uri):
    info = mlflow.models.get_model_info(uri)
    return {
        "flavors": info.flavors,
        "modelId": info.model_id,
        "runId": info.run_id,
        "mlflowVersion": info.mlflow_version,
        "utcTimeCreated": info.utc_time_created,
        "inputs": info.signature.inputs.to_dict(),
        "outputs": info.signature.outputs.to_dict(),
    }


def main():
    mlflow.set_tracking_uri(sys.argv[1])
    asked = json.loads(sys.argv[2])
    client = MlflowClient()
    run = client.get_run(asked["runId"])
    mlflow.set_experiment(experiment_id=run.info.experiment_id)
    table = mlflow.load_table(asked["table"], run_ids=[run.info.run_id])
    name = asked["registered"]
    uris = [f"runs:/{run.info.run_id}/model", f"models:/{name}/latest", f"models:/{name}@champion"]
    print(
        json.dumps({
            "experiment": dump_experiment(client, run.info.experiment_id),
            "run": dump_run(client, run),
            "texts": {
                path: mlflow.artifacts.load_text(f"{run.info.artifact_uri}/{path}")
                for path in asked["texts"]
            },
            "table": json.loads(table.to_json(orient="records")),
            "loggedModels": [
                dump_logged_model(client, output.model_id) for output in run.outputs.model_outputs
            ],
            "registered": dump_registered(client, name),
            "models": [dump_model(uri) for uri in uris],
        })
    )


main()
