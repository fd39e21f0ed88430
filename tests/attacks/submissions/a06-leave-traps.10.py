"""Leaves variables that bite when they are read: they lie about their type, never end, or run code."""

import os

import numpy as np
import pandas as pd


class Liar:
    @property
    def __class__(self):
        os._exit(0)

    def __iter__(self):
        while True:
            yield 1

    def __len__(self):
        os._exit(0)

    __array__ = tolist = __eq__ = __hash__ = __reduce__ = __len__


class Endless(list):
    def __iter__(self):
        while True:
            yield 0


class Array(np.ndarray):
    def tolist(self):
        os._exit(0)


class Name(str):
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return True


class Dtype(pd.api.extensions.ExtensionDtype):
    name = "liar"
    type = Liar


itself = []
itself.append(itself)
deep = []
for _ in range(100_000):
    deep = [deep]
predictions_latest = Endless([1, 2])
predictions_by_number = np.zeros(5).view(Array)
predictions = [Liar(), 10**400, float("nan"), float("inf")]
best_runs = pd.DataFrame({"run_id": [Liar()] * 3})
globals().update({"__proto__": [1], "constructor": [1], "=cmd|'calc'": [1], "\ud800": [1], Name("liar"): [0]})
