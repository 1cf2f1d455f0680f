"""Tùy chọn của người đọc — language, letter size and keys, kept in cookies of this browser."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

LANGUAGE, SIZE, KEYS = "language", "size", "keys"
CHOICES = {LANGUAGE: ("vi", "en"), SIZE: ("normal", "large", "largest"), KEYS: ("on", "off")}
A_YEAR = 365 * 24 * 3600


def chosen(request: HttpRequest, name: str) -> str:
    """Đã chọn — the first of the list where nothing valid was chosen, whatever the browser says."""
    value = request.COOKIES.get(name, "")
    return value if value in CHOICES[name] else CHOICES[name][0]


class LanguageMiddleware:
    """Tiếng Việt unless this reader chose English."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(chosen(request, LANGUAGE)):
            return self.get_response(request)


@login_not_required
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Ghi tùy chọn — then back to the page, if it is one of ours."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    answer = HttpResponseRedirect(back)
    for name, values in CHOICES.items():
        if request.POST.get(name) in values:
            answer.set_cookie(
                name,
                request.POST[name],
                max_age=A_YEAR,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
    return answer
