"""What a submission raised, as plain facts and as the text that Python prints."""

import os
import re
import sys
import traceback

import IPython
import mlflow

MESSAGE_LIMIT = 8000
NAME_LIMIT = 100
# Of the printed traceback, in characters, and of each stack in it, in frames.
PRINTED_LIMIT = 16_000
FRAMES_LIMIT = 60
IPYTHON = os.path.dirname(IPython.__file__) + os.sep
# The workshop's table, wherever it is looked for.
DATA = re.compile(r"(customer|client|churn)[^/\\]*\.csv$", re.IGNORECASE)
# MLflow refuses another value for a parameter that a run has: the first key that it names.
CHANGED_PARAM = re.compile(r"^(?:\w+: )?Changing param values is not allowed\..*?key'?[=:] ?'([^']+)'", re.DOTALL)
MLFLOW = os.path.dirname(mlflow.__file__) + os.sep
UNSHOWABLE = {"name": "Error", "message": "an error that cannot be shown"}


def describe(error, place):
    """:param place: where in the submission, or None"""
    cell, line = (place["cell"], place["line"]) if place else (None, None)
    try:
        name = type.__dict__["__name__"].__get__(type(error))
        said = str.__str__(str(error)) if not isinstance(error, SyntaxError) else str(error.msg)
        fact = {"name": str.__str__(name)[:NAME_LIMIT], "message": said[:MESSAGE_LIMIT]}
    except BaseException:
        fact = dict(UNSHOWABLE)
    return {**fact, "line": line, "cell": cell, **coded(error)}


def coded(error):
    """A code for the catalogue's sentence, where it has one."""
    try:
        if type(error) is ModuleNotFoundError and type(error.name) is str:
            return {"code": "MODULE_NOT_FOUND", "values": {"name": error.name[:NAME_LIMIT]}}
        if type(error) is FileNotFoundError and type(error.filename) is str:
            code = "DATA_NOT_FOUND" if DATA.search(error.filename) else "FILE_NOT_FOUND"
            return {"code": code, "values": {"path": error.filename[:NAME_LIMIT]}}
        if type(error) is NameError and type(error.name) is str:
            return {"code": "NAME_NOT_DEFINED", "values": {"name": error.name[:NAME_LIMIT]}}
        if type(error) is SyntaxError and "unicodeescape" in str(error.msg):
            return {"code": "WINDOWS_PATH"}
        if type(error) is EOFError and error.args == ("EOF when reading a line",):
            return {"code": "NO_INPUT"}
        return coded_by_mlflow(str.__str__(str(error)), error.__traceback__)
    except BaseException:
        return {}


def coded_by_mlflow(said, traceback):
    """Of an error that was raised in MLflow's own code."""
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    if traceback is None or not traceback.tb_frame.f_code.co_filename.startswith(MLFLOW):
        return {}
    changed = CHANGED_PARAM.search(said)
    if changed is not None:
        return {"code": "PARAM_CHANGED", "values": {"name": changed[1][:NAME_LIMIT]}}
    if said.startswith("must be real number, not "):
        return {"code": "METRIC_NOT_A_NUMBER"}
    if said.startswith("Run with UUID ") and " is already active" in said:
        return {"code": "RUN_ACTIVE"}
    return {}


def print_failure(error, sources):
    """Prints it as Python does, without the frames above the submission's own."""
    try:
        text = shown(error, sources)
    except BaseException:
        text = f"{UNSHOWABLE['message']}\n"
    if len(text) > PRINTED_LIMIT:
        half = PRINTED_LIMIT // 2
        text = f"{text[:half]}\n[…]\n{text[-half:]}"
    sys.stderr.write(text)


def shown(error, sources):
    if isinstance(error, SystemExit):
        return "" if error.code is None or isinstance(error.code, int) else f"{error.code}\n"
    own = sources.without_ours(error.__traceback__)
    report = traceback.TracebackException(type(error), error, own, limit=-FRAMES_LIMIT)
    # What lies between a magic and its cell.
    report.stack[:] = [frame for frame in report.stack if not frame.filename.startswith(IPYTHON)]
    return "".join(report.format())


class Ending:
    """How a submission ended: `kind` and `error` of the report (src/run/job.ts); no error when nothing went wrong.

    `stopped_at` is the code cell after which a notebook ran no more; None in scripts, and where all cells ran.
    """

    def __init__(self, kind="returned", error=None):
        self.kind = kind
        self.error = error
        self.stopped_at = None


def ending_of(error, sources, ran=True):
    """:param ran: whether anything ran before it was raised"""
    place = sources.of_traceback(error.__traceback__)
    if isinstance(error, SystemExit) and (error.code is None or error.code == 0):
        return Ending()
    if not ran and isinstance(error, SyntaxError):
        place = sources.place(error.filename, error.lineno) if error.lineno else place
        return Ending("syntax-error", describe(error, place))
    return Ending("threw", describe(error, place))
