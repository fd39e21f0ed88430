"""Starts the real MLflow server as one process, ready sooner than `mlflow server`.

The application is MLflow's own (mlflow.server.fastapi_app) under uvicorn. What differs from the command
is what surrounds it: one process instead of a supervisor and workers, a database copied from a migrated
template instead of migrated at each first start, and a stop after a time without requests.

    serve.py --migrate TEMPLATE.db
    serve.py --data FOLDER --template TEMPLATE.db --state FILE --instance ID [--port N] [--strict-port]
"""

import argparse
import contextlib
import ctypes
import gc
import importlib
import json
import os
import signal
import socket
import sys
import threading
import time
import warnings

from database import migrate, prepare_database, set_environment

# Importing MLflow makes a million objects that all stay: collecting them again and again is a fifth of the start.
gc.disable()
warnings.simplefilter("ignore")

EXIT_PORT_TAKEN = 98


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--migrate")
    parser.add_argument("--data")
    parser.add_argument("--template")
    parser.add_argument("--state")
    parser.add_argument("--instance", default="")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--strict-port", action="store_true")
    parser.add_argument("--allowed-hosts")
    parser.add_argument("--idle-minutes", type=float, default=30)
    return parser.parse_args()


def bind(host, port, strict):
    """A listening socket. Requests that come while MLflow is imported wait in it instead of being refused."""
    # With the protocol named, asyncio sets TCP_NODELAY on what it accepts; otherwise each answer on a kept-alive
    # connection waits 40 ms for the client's delayed acknowledgement, as `mlflow server` with workers does.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        if strict:
            print(f"port {port} is taken: {error}", file=sys.stderr)
            sys.exit(EXIT_PORT_TAKEN)
        listener.bind((host, 0))
    listener.listen(128)
    return listener


def write_state(path, state):
    unfinished = f"{path}.{os.getpid()}"
    with open(unfinished, "w", encoding="utf-8") as file:
        json.dump(state, file)
    os.replace(unfinished, path)


def names_us(path, instance):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file).get("instance") == instance
    except (OSError, ValueError):
        return False


def identity(path):
    """Which file lies at a path; None when there is none."""
    try:
        found = os.stat(path)
        return found.st_dev, found.st_ino
    except OSError:
        return None


class Watched:
    """ASGI wrapper that says which start answers, and notes when the last request ended."""

    def __init__(self, app, instance):
        self.app = app
        self.header = (b"x-workshop-instance", instance.encode())
        self.running = 0
        self.last = time.monotonic()

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def signed(message):
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), self.header]
            await send(message)

        self.running += 1
        try:
            await self.app(scope, receive, signed)
        finally:
            self.running -= 1
            self.last = time.monotonic()

    def idle_seconds(self):
        return 0 if self.running else time.monotonic() - self.last


def stop_when_unneeded(server, watched, arguments, database):
    """Stops an idle server, and one whose state file or database was deleted or is another start's.

    An open database lives on without a name: what is written into it would be gone with the process.
    """
    ours = identity(database)
    while not server.should_exit:
        time.sleep(1)
        idle = watched.idle_seconds() > arguments.idle_minutes * 60
        if idle or not names_us(arguments.state, arguments.instance) or identity(database) != ours:
            server.should_exit = True


def take_larger_pieces():
    """MLflow hands each piece of an artifact to a thread: pieces of megabytes instead of 64 kB halve the time."""
    from starlette.responses import FileResponse

    FileResponse.chunk_size = 1024 * 1024
    for name in ("httptools_impl", "h11_impl"):
        with contextlib.suppress(ImportError):
            module = importlib.import_module(f"uvicorn.protocols.http.{name}")
            module.HIGH_WATER_LIMIT = 4 * 1024 * 1024


def reuse_large_memory():
    """glibc gives each freed piece back and maps zeroed pages for the next: a fifth of an upload's time."""
    with contextlib.suppress(OSError, AttributeError, TypeError):
        mallopt = ctypes.CDLL(None).mallopt
        trim_threshold, mmap_threshold = -1, -3
        mallopt(mmap_threshold, 64 * 1024 * 1024)
        mallopt(trim_threshold, 128 * 1024 * 1024)


def remember_workspaces():
    """MLflow reads the workspace of each request from its database, a sixth of its work; here only we change it."""
    from mlflow.server.workspace_helpers import _get_workspace_store

    store = _get_workspace_store()
    read = store.get_workspace
    known = {}

    def get_workspace(workspace_name):
        # Whoever reads while another changes it remembers what was read in what is forgotten then.
        remembered = known
        found = remembered.get(workspace_name)
        if found is None:
            found = remembered[workspace_name] = read(workspace_name)
        return found

    def forgetting(change):
        def changed(*arguments, **named):
            nonlocal known
            known = {}
            try:
                return change(*arguments, **named)
            finally:
                known = {}

        return changed

    store.get_workspace = get_workspace
    store.update_workspace = forgetting(store.update_workspace)
    store.delete_workspace = forgetting(store.delete_workspace)


def serve(arguments):
    listener = bind(arguments.host, arguments.port, arguments.strict_port)
    database = os.path.join(arguments.data, "mlflow.db")
    prepare_database(database, arguments.template)
    uri = set_environment(database, os.path.join(arguments.data, "artifacts"), arguments.allowed_hosts)

    import uvicorn
    from hand_on import hand_on_directly
    from mlflow.server.fastapi_app import app
    from mlflow.server.handlers import initialize_backend_stores
    from mlflow.version import VERSION
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    @event.listens_for(Engine, "connect")
    def trust_the_operating_system(connection, _record):
        # With the write-ahead log this loses nothing when the process dies, only when the machine does.
        connection.execute("PRAGMA synchronous=NORMAL")

    initialize_backend_stores(uri, uri, "mlflow-artifacts:/")
    remember_workspaces()
    hand_on_directly(app)
    take_larger_pieces()
    reuse_large_memory()
    gc.freeze()
    gc.enable()

    class Server(uvicorn.Server):
        @contextlib.contextmanager
        def capture_signals(self):
            # uvicorn's own raises the signal again when it has stopped, before we have tidied up.
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, self.handle_exit)
            yield

    watched = Watched(app, arguments.instance)
    server = Server(uvicorn.Config(watched, log_level="warning", access_log=False, timeout_graceful_shutdown=2))
    port = listener.getsockname()[1]
    write_state(
        arguments.state,
        {"pid": os.getpid(), "port": port, "version": VERSION, "instance": arguments.instance},
    )
    threading.Thread(
        target=stop_when_unneeded,
        args=(server, watched, arguments, database),
        daemon=True,
    ).start()
    server.run(sockets=[listener])


if __name__ == "__main__":
    given = parse_arguments()
    if given.migrate:
        migrate(given.migrate)
    else:
        serve(given)
