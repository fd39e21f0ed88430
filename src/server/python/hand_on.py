"""MLflow's middleware without what starlette puts around it: a task and a stream for each request's messages."""

from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request

# Of MLflow's functions only these: they hand the request on and leave its answer as it is, except that the first
# adds headers to the answers of the AI gateway.
HANDING_ON = {"gateway_timing_middleware", "workspace_context_middleware"}


class HandingOn:
    """ASGI middleware around one of these functions: some hundredths of a small request's work, a fifth of an upload's."""

    def __init__(self, app, dispatch):
        self.app = app
        self.dispatch = dispatch
        self.with_answer = BaseHTTPMiddleware(app, dispatch)

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http" or "/gateway/" in scope["path"]:
            await self.with_answer(scope, receive, send)
            return

        async def call_next(_request):
            await self.app(scope, receive, send)

        # Nothing after it was handed on; otherwise the refusal that is the answer.
        answer = await self.dispatch(Request(scope, receive, send), call_next)
        if answer is not None:
            await answer(scope, receive, send)


def hand_on_directly(app):
    """To be called before the first request: starlette builds the application then."""
    for entry in app.user_middleware:
        if entry.cls is BaseHTTPMiddleware and entry.kwargs["dispatch"].__name__ in HANDING_ON:
            entry.cls = HandingOn
