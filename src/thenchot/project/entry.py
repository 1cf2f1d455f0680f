"""Cửa ngõ — what is refused before anything else looks at it: other methods, wrong host names."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

METHODS = ("GET", "HEAD", "POST")  # pages are asked and forms are sent; TRACE and the rest are not


class EntryMiddleware:
    """Người gác cửa — first of all, so that style sheets too are kept from a wrong name."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.get_host()  # raises where the name is not allowed: answered with 400
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        return self.get_response(request)
