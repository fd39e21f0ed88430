"""Runs a script as Python does."""

import builtins
import os
import sys
import types

from failure import Ending, ending_of, print_failure


def run_script(file, sources, harvest, output):
    """:returns: how it ended, and what looks at its variables once its threads are done"""
    module = types.ModuleType("__main__")
    module.__file__ = file
    module.__builtins__ = builtins
    sys.modules["__main__"] = module
    sys.path.insert(0, os.path.dirname(file))
    sources.add(file)

    def look():
        harvest.look(module.__dict__, None)
        harvest.heard(output.take(), None)

    code = None
    try:
        with open(file, "rb") as source:
            code = compile(source.read(), file, "exec", dont_inherit=True)
        exec(code, module.__dict__)
    except BaseException as error:
        print_failure(error, sources)
        return ending_of(error, sources, ran=code is not None), look
    return Ending(), look
