"""Runs a notebook's code cells from top to bottom, as Run All does."""

import sys

from failure import Ending, describe, ending_of
from notebook_file import BadNotebook, read_cells
from shell import create_shell


def run_notebook(file, sources, harvest, output, report):
    """:param report: is told of each cell before it runs
    :returns: how it ended, and what looks at what its threads left once they are done
    """
    try:
        cells = read_cells(file)
    except BadNotebook as error:
        fact = {**describe(error, None), "code": error.code, "values": error.values}
        return Ending("syntax-error", fact), lambda: None
    # As Jupyter does: modules are looked for where the notebook runs.
    sys.path.insert(0, "")
    shell = create_shell(sources)
    number = 0

    def look():
        harvest.look(shell.user_ns, number)
        harvest.heard(output.take(), number)

    ending = Ending()
    for number, cell in enumerate(cells, 1):
        tags = tags_of(cell)
        if "skip-execution" in tags:
            continue
        report({"kind": "running", "stoppedAt": number})
        result = shell.run_numbered(cell["source"], number)
        ending = ending_of_cell(result, sources)
        look()
        if shell.asked_to_exit or (stops(result) and "raises-exception" not in tags):
            ending.stopped_at = number
            break
        ending = Ending()
    return ending, look


def tags_of(cell):
    metadata = cell.get("metadata")
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []


def stops(result):
    return result.error_before_exec is not None or result.error_in_exec is not None


def ending_of_cell(result, sources):
    if result.error_before_exec is not None:
        return ending_of(result.error_before_exec, sources, ran=False)
    if result.error_in_exec is not None:
        return ending_of(result.error_in_exec, sources)
    return Ending()
