"""What a submission has in its variables, for the grader to compare with what MLflow holds.

Anything may be there. Types are compared as they are, never asked: a class of the submission can lie about its own,
and would run. Numbers and ids are copied, and little of them.
"""

import math
import re

import mlflow.entities
import numpy
import pandas
from mlflow.store.entities.paged_list import PagedList

LENGTH_LIMIT = 100
# Of each kind, in a whole file.
COUNT_LIMIT = 200
NAME_LIMIT = 100
ID = re.compile(r"[0-9a-f]{32}")
# IPython's own: what was shown by cell 7 is `_7`.
SKIPPED = re.compile(r"_(?!\d)|In$|Out$")
INTEGER_LIMIT = 2**63

NUMBERS = frozenset(numpy.dtype(code).type for code in numpy.typecodes["AllInteger"] + numpy.typecodes["Float"])


class Harvest:
    """Looks at the variables after each cell, and keeps each value the first time that a name has it."""

    def __init__(self):
        self.predictions = []
        self.runs = []
        self.printed = []
        self._seen = set()

    def look(self, variables, cell):
        """:param variables: the namespace in which the submission runs."""
        for name in list(variables):
            if type(name) is not str or len(name) > NAME_LIMIT or SKIPPED.match(name):
                continue
            value = variables.get(name)
            self._keep(self.predictions, "values", name, cell, safely(numbers_in, value))
            self._keep(self.runs, "ids", name, cell, safely(run_ids_in, value))

    def heard(self, text, cell):
        if text:
            self.printed.append({"cell": cell, "text": text})

    def values(self):
        return {
            "schema": "python-values/v1",
            "predictions": self.predictions,
            "runs": self.runs,
            "printed": self.printed,
        }

    def _keep(self, facts, kind, name, cell, found):
        if not found or len(facts) >= COUNT_LIMIT:
            return
        key = (kind, name, tuple(found))
        if key in self._seen:
            return
        self._seen.add(key)
        facts.append({"name": name, "cell": cell, kind: found})


def safely(read, value):
    try:
        return read(value)
    except BaseException:
        # What is inside is not what its type says.
        return None


def numbers_in(value):
    """The numbers of a flat list, array or Series; None for anything else."""
    kind = type(value)
    if kind is pandas.Series and issubclass(type(value.dtype), numpy.dtype):
        value = value.to_numpy()
        kind = type(value)
    if kind is numpy.ndarray:
        if value.ndim != 1 or value.dtype.kind not in "biuf" or not 0 < value.size <= LENGTH_LIMIT:
            return None
        value = value.tolist()
    elif (kind is not list and kind is not tuple) or not 0 < len(value) <= LENGTH_LIMIT:
        return None
    numbers = [number_of(item) for item in value]
    return None if None in numbers else numbers


def number_of(item):
    kind = type(item)
    if kind in NUMBERS:
        item = item.item()
        kind = type(item)
    if kind is bool or kind is numpy.bool_:
        return int(item)
    if kind is int:
        return item if -INTEGER_LIMIT < item < INTEGER_LIMIT else None
    return item if kind is float and math.isfinite(item) else None


def run_ids_in(value):
    """The ids of a run, of a list of runs or ids, of a DataFrame of runs or of one row of it; None for anything else."""
    kind = type(value)
    if kind is pandas.DataFrame or kind is pandas.Series:
        labels = value.columns if kind is pandas.DataFrame else value.index
        if type(labels) is not pandas.Index or "run_id" not in labels:
            return None
        column = value["run_id"]
        items = column.head(LENGTH_LIMIT).tolist() if type(column) is pandas.Series else [column]
    elif kind is list or kind is PagedList:
        items = list.__getitem__(value, slice(LENGTH_LIMIT)) if list.__len__(value) <= LENGTH_LIMIT else []
    else:
        items = [value]
    ids = [id_of(item) for item in items]
    return None if None in ids else ids


def id_of(item):
    if type(item) is mlflow.entities.Run and type(item.info) is mlflow.entities.RunInfo:
        item = item.info.run_id
    return item if type(item) is str and len(item) == 32 and ID.fullmatch(item) else None
