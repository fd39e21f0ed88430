"""The server's SQLite database: copied from a migrated template, so that a first start need not migrate."""

import os
import shutil
import sqlite3
import subprocess
import sys


def set_environment(database, artifacts, allowed_hosts):
    """The variables by which `mlflow server` hands its options to its worker processes."""
    uri = "sqlite:///" + os.path.abspath(database)
    os.environ.update(
        {
            "_MLFLOW_SERVER_FILE_STORE": uri,
            "_MLFLOW_SERVER_REGISTRY_STORE": uri,
            "_MLFLOW_SERVER_ARTIFACT_ROOT": "mlflow-artifacts:/",
            "_MLFLOW_SERVER_ARTIFACT_DESTINATION": os.path.abspath(artifacts),
            "_MLFLOW_SERVER_SERVE_ARTIFACTS": "true",
            "_MLFLOW_SGI_NAME": "uvicorn",
            "_MLFLOW_IN_JOB_EXECUTOR": "false",
            "MLFLOW_ENABLE_WORKSPACES": "true",
            "MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false",
            # A log-batch takes two database connections. With SQLAlchemy's 15 in all, 16 at once wait 30 s for each
            # other and fail; the server answers 40 requests at once.
            "MLFLOW_SQLALCHEMYSTORE_POOL_SIZE": "40",
            "MLFLOW_SQLALCHEMYSTORE_MAX_OVERFLOW": "60",
            "MLFLOW_DISABLE_TELEMETRY": "true",
            "DO_NOT_TRACK": "true",
        }
    )
    # MLflow refuses to serve a client's settings.
    for name in ("MLFLOW_TRACKING_URI", "MLFLOW_REGISTRY_URI", "MLFLOW_WORKSPACE", "MLFLOW_RUN_ID"):
        os.environ.pop(name, None)
    if allowed_hosts:
        os.environ["MLFLOW_SERVER_ALLOWED_HOSTS"] = allowed_hosts
    return uri


def migrate(template):
    """Makes an empty database of this MLflow's schema, whole or not at all."""
    unfinished = template + ".unfinished"
    if os.path.exists(unfinished):
        os.remove(unfinished)
    uri = set_environment(unfinished, os.path.dirname(template), None)
    from mlflow.server.handlers import initialize_backend_stores

    initialize_backend_stores(uri, uri, "mlflow-artifacts:/")
    connection = sqlite3.connect(unfinished)
    # Kept in the file: readers no longer wait for a writer.
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    os.replace(unfinished, template)


def revision(database):
    connection = sqlite3.connect(database)
    try:
        return connection.execute("SELECT version_num FROM alembic_version").fetchall()
    finally:
        connection.close()


def prepare_database(database, template):
    if not os.path.exists(template):
        # In a process of its own: a migration leaves MLflow set up for another database.
        subprocess.run([sys.executable, os.path.join(os.path.dirname(__file__), "serve.py"), "--migrate", template], check=True)
    os.makedirs(os.path.dirname(database), exist_ok=True)
    if not os.path.exists(database):
        copying = f"{database}.{os.getpid()}"
        shutil.copyfile(template, copying)
        os.replace(copying, database)
    elif revision(database) != revision(template):
        from mlflow.store.db.utils import _upgrade_db, create_sqlalchemy_engine

        _upgrade_db(create_sqlalchemy_engine("sqlite:///" + os.path.abspath(database)))
