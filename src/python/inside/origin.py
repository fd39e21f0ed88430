"""Says with each request of MLflow's client which line of the submission made it.

Through MLflow's own extension point: https://mlflow.org/docs/latest/ml/plugins/#request-header-provider
"""

import sys

from mlflow.tracking.request_header.abstract_request_header_provider import RequestHeaderProvider
from mlflow.tracking.request_header.registry import _request_header_provider_registry

HEADER = "X-Workshop-Origin"


def send_origins(sources):
    """The header is `cell=7;line=3`, or `line=12` in a script; absent in threads that the submission does not run in."""

    class Origin(RequestHeaderProvider):
        def in_context(self):
            return True

        def request_headers(self):
            place = sources.of_frame(sys._getframe())
            if place is None:
                return {}
            parts = [f"{name}={number}" for name, number in place.items() if number is not None]
            return {HEADER: ";".join(parts)}

    _request_header_provider_registry.register(Origin)
