"""Địa chỉ của API — every route behind the gate; whatever else is asked there is not there."""

from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, include, path

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.description import api
from thenchot.doors.api.gate import gate
from thenchot.doors.api.page import api_page
from thenchot.doors.api.problems import problem


@gate
def nothing_here(request: Request, rest: str) -> HttpResponse:
    """Không có địa chỉ này."""
    return problem(404)


def _behind_the_gate(found: URLPattern | URLResolver) -> URLPattern | URLResolver:
    if isinstance(found, URLPattern):
        found.callback = gate(found.callback)
    return found


routes, _, namespace = api.urls
urlpatterns = [
    path("api", api_page, name="api"),
    path("api/v1/", include(([_behind_the_gate(each) for each in routes], "api"), namespace)),
    path("api/v1/<path:rest>", nothing_here),
]
