"""Forks the processes of Python submissions from one that has imported their libraries already.

    zygote.py

Runs outside of every sandbox, and nothing of a submission runs in it. Reads a request on each line of standard
input, and says on standard output what became of it, JSON both: `{"ready": true}` once the libraries are imported;

    {"id", "program", "arguments", "first", "sockets", "environment", "folder", "limits"}

forks a process that enters the sandbox whose first process is `first`, with its standard streams and descriptor 3
connected to the socket file `sockets`, and runs there the `main` of `program`, a module of this folder. Then
`{"id", "pid"}`, and at its end `{"id", "code"}` or `{"id", "signal"}`; `{"id", "error"}` when it cannot get there.
"""

import atexit
import ctypes
import fcntl
import gc
import importlib
import json
import os
import random
import shutil
import signal
import socket
import sys
import sysconfig
import tempfile

from enter import enter_namespaces, settle

# <linux/fcntl.h>
F_ADD_SEALS, F_SEAL_SEAL, F_SEAL_SHRINK, F_SEAL_GROW, F_SEAL_WRITE = 1033, 1, 2, 4, 8

# In bytes; our own requests take a few hundred.
REQUEST_LIMIT = 64 * 1024

PROGRAMS = ("run_submission", "score_model")
# Standard input, output and errors, and the report.
STREAMS = b"0123"


def say(descriptor, **fact):
    # One write of so few bytes comes through whole, whoever else writes.
    os.write(descriptor, (json.dumps(fact) + "\n").encode())


def become_a_copy():
    """Runs this program again from a sealed copy of the interpreter in memory, when that file is ours.

    What is forked has /proc/self/exe as we have it, outside of the sandbox's read-only mounts: whose file that is
    could change its mode, or the file itself. https://nvd.nist.gov/vuln/detail/CVE-2019-5736
    """
    running = os.stat("/proc/self/exe")
    if os.geteuid() == 0 or running.st_uid != os.geteuid() or running.st_nlink == 0:
        return
    copy = os.memfd_create("python", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    with open("/proc/self/exe", "rb") as program:
        while chunk := program.read(1024 * 1024):
            os.write(copy, chunk)
    fcntl.fcntl(copy, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)
    # Its shared library may be looked for beside the file.
    libraries = {"LD_LIBRARY_PATH": sysconfig.get_config_var("LIBDIR") or ""}
    os.execve(copy, sys.orig_argv, {**os.environ, **libraries})


def hide_arguments():
    """Takes our paths out of what /proc/self/cmdline and /proc/self/environ show of each forked process."""
    with open("/proc/self/stat") as stat:
        # After the name, which may hold anything: proc(5), arg_start and what follows it.
        fields = stat.read().rpartition(")")[2].split()
    arguments, arguments_end, environment, environment_end = map(int, fields[45:49])
    ctypes.memset(arguments, 0, arguments_end - arguments)
    ctypes.memmove(arguments, b"python", 6)
    ctypes.memset(environment, 0, environment_end - environment)


def warm_up():
    """Does once what a submission does, for what libraries load only then.

    No thread may be left of it, and nothing that OpenMP runs in parallel: neither survives a fork.
    """
    import matplotlib.pyplot
    import mlflow
    import pandas
    import seaborn
    from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier

    rows = pandas.DataFrame({"a": range(20), "b": [0, 1] * 10})
    with tempfile.TemporaryDirectory() as folder:
        for kind in (GradientBoostingClassifier, RandomForestClassifier):
            model = kind(n_estimators=2).fit(rows, rows.b)
            path = os.path.join(folder, kind.__name__)
            mlflow.sklearn.save_model(model, path)
            mlflow.sklearn.load_model(path)
            mlflow.pyfunc.load_model(path).predict(rows)
        figure, axes = matplotlib.pyplot.subplots()
        seaborn.heatmap([[1, 2], [3, 4]], annot=True, ax=axes)
        figure.savefig(os.path.join(folder, "figure.png"))
        matplotlib.pyplot.close(figure)


def connect(path):
    """A connection for each stream, told apart by their first byte. Outside, where the path leads somewhere."""
    descriptors = []
    for name in STREAMS:
        stream = socket.socket(socket.AF_UNIX)
        stream.connect(path)
        stream.sendall(bytes([name]))
        descriptors.append(stream.detach())
    return descriptors


def forget_what_is_shared():
    """What two forked processes would otherwise have in common, and a started one has for itself."""
    import numpy

    random.seed()
    numpy.random.seed()
    # What is frozen stays so: looking through it would copy the memory that is shared.
    gc.enable()


def start(request, out):
    """In a process of its own: enters the sandbox, forks the program, and waits for its end."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    descriptors = connect(request["sockets"])
    enter_namespaces(request["first"])
    child = os.fork()
    if child == 0:
        run(request, descriptors)
    for descriptor in descriptors:
        os.close(descriptor)
    say(out, id=request["id"], pid=child)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        say(out, id=request["id"], signal=os.WTERMSIG(status))
    else:
        say(out, id=request["id"], code=os.WEXITSTATUS(status))


def run(request, descriptors):
    """Never returns: what the submission left running of itself ends with it."""
    code = 70
    try:
        settle(request["environment"], request["folder"], descriptors, request["limits"])
        forget_what_is_shared()
        sys.argv = [request["program"], *request["arguments"]]
        main = sys.modules[request["program"]].main
        code = main() or 0
    except BaseException as error:
        os.write(2, f"{type(error).__name__}: {error}\n".encode(errors="replace"))
    finally:
        os._exit(code)


def serve(requests, out, imported):
    """Forks for each line; nothing of it is in our memory when the next one is forked.

    :param imported: what libraries put into the environment as they were imported
    """
    line = memoryview(bytearray(REQUEST_LIMIT))
    length = 0
    while byte := os.read(requests, 1):
        if byte != b"\n":
            line[length] = byte[0]
            length += 1
            continue
        if os.fork() != 0:
            line[:length] = bytes(length)
            length = 0
            continue
        request = json.loads(bytes(line[:length]))
        request["environment"] = {**imported, **request["environment"]}
        try:
            os.close(requests)
            start(request, out)
        except BaseException as error:
            say(out, id=request["id"], error=f"{type(error).__name__}: {error}")
        finally:
            os._exit(0)


if __name__ == "__main__":
    become_a_copy()
    if os.path.expanduser("~") == "~":
        # Whoever has no name here, as in a container that runs as any user, has no folder either: libraries want one.
        os.environ["HOME"] = tempfile.gettempdir()
    # What libraries print while they are imported is no answer.
    answers = os.dup(1)
    os.dup2(2, 1)
    given = set(os.environ)
    importlib.import_module("preload")
    for program in PROGRAMS:
        importlib.import_module(program)
    warm_up()
    # A temporary folder that matplotlib made is ours, and not there inside; MLflow's own last steps stay.
    atexit.unregister(shutil.rmtree)
    imported = {name: value for name, value in os.environ.items() if name not in given}
    hide_arguments()
    # Nobody waits for the processes between us and a program.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    gc.collect()
    gc.freeze()
    gc.disable()
    say(answers, ready=True)
    serve(0, answers, imported)
