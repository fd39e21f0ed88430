"""Runs one submission in Python, a script or a notebook, and reports on file descriptor 3.

    run_submission.py CUSTOMER_DATA.csv

Speaks as src/run/child.ts does: `ready` once everything is imported, then it takes the job as JSON on standard input
(src/run/job.ts); `begun` just before the submission, and lines of JSON that begin with the job's nonce: one before
each cell of a notebook, and the last when nothing is left to do: threads that Python waits for are done, and so is
what MLflow does at exit.

Nothing in a Python process is out of reach of what runs in it: a report can be forged. It is only ever compared with
what MLflow holds.
"""

import atexit
import json
import os
import sys
import threading

HERE = os.path.dirname(os.path.abspath(__file__))

import preload  # noqa: E402
from harvest import Harvest  # noqa: E402
from notebook import run_notebook  # noqa: E402
from origin import send_origins  # noqa: E402
from own_localhost import own_localhost  # noqa: E402
from own_tracking import watch_tracking  # noqa: E402
from recorded_output import CELL_LIMIT, FILE_LIMIT, RecordedOutput  # noqa: E402
from script import run_script  # noqa: E402
from sources import Sources  # noqa: E402

REPORT = 3


def main():
    """:returns: the exit code; whoever calls ends the process with it at once"""
    os.write(REPORT, b"ready\n")
    job = json.loads(read_all(0))
    file = os.path.abspath(job["file"])
    is_notebook = file.endswith(".ipynb")
    output = settle(job, file, CELL_LIMIT if is_notebook else FILE_LIMIT)
    errors = sys.stderr
    sources = Sources()
    send_origins(sources)
    elsewhere = watch_tracking(job["trackingUri"], sources)
    harvest = Harvest()
    os.write(REPORT, b"begun\n")
    write = report_writer(job["nonce"])
    if is_notebook:
        ending, look = run_notebook(file, sources, harvest, output, write)
    else:
        ending, look = run_script(file, sources, harvest, output)
    # As Python ends: it waits for threads, then runs what was registered for its end.
    go_on(threading._shutdown)
    go_on(look)
    led = go_on(elsewhere)
    go_on(atexit._run_exitfuncs)
    facts = {"error": ending.error, "stoppedAt": ending.stopped_at, "elsewhere": led, "value": go_on(harvest.values)}
    write({"kind": ending.kind, **{name: fact for name, fact in facts.items() if fact is not None}})
    for stream in (output, errors):
        stream.flush()
    return 0 if ending.error is None else 1


def read_all(descriptor):
    chunks = []
    while chunk := os.read(descriptor, 65536):
        chunks.append(chunk)
    return b"".join(chunks)


def settle(job, file, printed_limit):
    """Makes this process what a terminal in front of `file` would have started."""
    preload.apply_settings()
    os.environ["MLFLOW_TRACKING_URI"] = job["trackingUri"]
    os.environ["WORKSHOP_DATA"] = os.path.abspath(sys.argv[1])
    # Where getpass, and so MLflow, looks for who it is.
    os.environ["LOGNAME"] = os.environ["USER"] = job["userName"]
    own_localhost(job["trackingUri"])
    sys.argv = [file]
    sys.path[:] = [folder for folder in sys.path if os.path.abspath(folder or ".") != HERE]
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)
    sys.stdout = sys.__stdout__ = RecordedOutput(1, printed_limit)
    sys.stderr = sys.__stderr__ = open(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)
    return sys.stdout


def report_writer(nonce):
    """Takes what it needs before the submission runs, and the descriptor out of the way of its children."""
    descriptors = [os.dup(REPORT)]
    os.close(REPORT)
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
    write = os.write
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=lambda: descriptors and os.close(descriptors.pop()))

    def write_report(report):
        line = f"{nonce}{encode(report)}\n".encode("utf-8", "replace")
        # A child of the submission that came here has none.
        for descriptor in descriptors:
            while line:
                line = line[write(descriptor, line) :]

    return write_report


def go_on(last):
    """Nothing that goes wrong so late keeps the report from being written."""
    try:
        return last()
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)


if __name__ == "__main__":
    os._exit(main())
