"""Imports what nearly every submission imports, with the settings under which it runs.

Seconds of CPU: they pass while MLflow is made ready, or once for all submissions in zygote.py.
"""

import os

SETTINGS = {
    "MPLBACKEND": "Agg",
    # MLflow loads each logged model in a process of its own to see what it imports: 12 s, and nobody installs it.
    # With no time for that it takes the flavour's own list. https://mlflow.org/docs/latest/api_reference/python_api/mlflow.environment_variables.html
    "MLFLOW_REQUIREMENTS_INFERENCE_TIMEOUT": "0",
    "MLFLOW_DISABLE_TELEMETRY": "true",
    # It prints addresses of the gateway, which is gone when they are read: the verdict has the right ones.
    "MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT": "true",
    # What MLflow asks for the commit of the source; silent where there is no git.
    "GIT_PYTHON_REFRESH": "quiet",
    # There is no network: pip says so at once, and takes what is installed for installed.
    "PIP_NO_INDEX": "1",
    "PIP_NO_INPUT": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}


def apply_settings():
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)


apply_settings()

# First: skops looks for each type that it trusts through all modules in the order in which they came, 11 s of CPU where
# it comes last. The types are in these two.
import numpy  # noqa: E402, F401, I001
import scipy.special  # noqa: E402, F401
import skops.io  # noqa: E402, F401

import IPython.core.interactiveshell  # noqa: E402, F401
import joblib  # noqa: E402, F401
import matplotlib.pyplot  # noqa: E402, F401
import mlflow  # noqa: E402
import mlflow.sklearn  # noqa: E402, F401
import nbformat  # noqa: E402, F401
import pandas  # noqa: E402, F401
import requests  # noqa: E402, F401
import seaborn  # noqa: E402, F401
import sklearn.ensemble  # noqa: E402, F401
import sklearn.linear_model  # noqa: E402, F401
import sklearn.metrics  # noqa: E402, F401
import sklearn.model_selection  # noqa: E402, F401
import sklearn.preprocessing  # noqa: E402, F401
