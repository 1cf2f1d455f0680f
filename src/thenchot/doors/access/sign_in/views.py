"""Trang đăng nhập — the pages of signing in that the library does not have, or has otherwise."""

from typing import Any

from allauth.account import views as account_views
from allauth.account.internal.flows.logout import logout
from allauth.core.internal.httpkit import authenticated_user
from allauth.mfa.totp.views import ActivateTOTPView
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thenchot.doors.access.demo_accounts import DEMO_ACCOUNTS, DEMO_PASSWORD
from thenchot.doors.access.sign_in import sessions
from thenchot.doors.access.sign_in.forms import NewPasswordForm
from thenchot.doors.access.sign_in.links import account_of_link, use_link
from thenchot.doors.access.sign_in.passwords import HELP, SHORTEST
from thenchot.doors.access.sign_in.second_factor import spend_time_code
from thenchot.ground.plain.text import mark

NOTICES = {
    "da-dang-xuat": lazy(mark("Đã đăng xuất trên mọi máy.")),
    "het-phien": lazy(mark("Phiên trước đã kết thúc. Đăng nhập lại để làm tiếp.")),
    "da-dat-mat-khau": lazy(mark("Đã đặt mật khẩu. Hãy đăng nhập bằng mật khẩu mới.")),
    "da-doi-mat-khau": lazy(mark("Đã đổi mật khẩu. Các máy khác đã được đăng xuất.")),
    "khong-vao-duoc": lazy(mark("Không đăng nhập được. Hãy dùng tên đăng nhập và mật khẩu.")),
}
A_YEAR = 365 * 24 * 3600


class _Noticed:
    """A sentence about what has just happened, named in the address; refusals are no success."""

    request: HttpRequest

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        notice = NOTICES.get(self.request.GET.get("tin", ""), "")
        found: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        return found | {"notice": notice, "password_help": str(lazy(HELP)).format(n=SHORTEST)}

    def form_invalid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        soon = form.has_error("__all__", "too_soon")
        response.status_code = 429 if soon else 422
        return response


class SignInView(_Noticed, account_views.LoginView):
    """Đăng nhập — the page everyone sees first; in a demo it lists who may be tried."""

    template_name = "access/sign_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page shows besides the form."""
        return super().get_context_data(**kwargs) | {
            "demo_accounts": DEMO_ACCOUNTS if settings.DEMO else (),
            "demo_password": DEMO_PASSWORD if settings.DEMO else "",
            "oidc": bool(settings.OIDC[0]),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The size of letters chosen beside the password is this browser's, right or wrong."""
        response: HttpResponse = super().post(request, *args, **kwargs)
        if request.POST.get("size") in {"normal", "large", "largest"}:  # the cookie of web/choices
            response.set_cookie("size", request.POST["size"], max_age=A_YEAR, httponly=True,
                                secure=settings.SESSION_COOKIE_SECURE, samesite="Lax")  # fmt: skip
        return response


class ChangePasswordView(_Noticed, account_views.PasswordChangeView):
    """Đổi mật khẩu — other machines are signed out, this one stays."""

    template_name = "access/change_password.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Whoever comes from another server has no password here to change."""
        if not authenticated_user(request).has_usable_password():
            raise Http404
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response


class ActivateView(ActivateTOTPView):
    """Bật mã theo thời gian — the code that showed it works is spent with it."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        spend_time_code(authenticated_user(self.request), form.cleaned_data["code"])
        return response


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Đăng xuất — on every machine; also a page left open since then leads to the same place."""
    logout(request, show_message=False)
    return HttpResponseRedirect(f"{reverse('account_login')}?tin=da-dang-xuat")


@require_http_methods(["GET", "HEAD", "POST"])
def one_time_link(request: HttpRequest, word: str) -> HttpResponse:
    """Đặt mật khẩu bằng đường dẫn — used once, over and unknown ones answer alike."""
    account = account_of_link(word)
    if account is None:
        return render(request, "access/link_void.html", status=404)
    form = NewPasswordForm(request.POST if request.method == "POST" else None, user=account)
    if not form.is_valid():
        context = {
            "form": form,
            "username": account.username,
            "password_help": str(lazy(HELP)).format(n=SHORTEST),
        }
        status = 422 if form.is_bound else 200
        return render(request, "access/link.html", context, status=status)
    with transaction.atomic():
        if not use_link(word):
            return render(request, "access/link_void.html", status=404)
        form.save()
    return HttpResponseRedirect(f"{reverse('account_login')}?tin=da-dat-mat-khau")


@require_safe
def session_left(request: HttpRequest) -> HttpResponse:
    """Phiên còn bao lâu — asked by the page itself, and no sign that someone is there."""
    return _left(request)


@require_POST
def session_on(request: HttpRequest) -> HttpResponse:
    """Tiếp tục làm việc."""
    if request.user.is_authenticated:
        sessions.go_on(request)
    return _left(request)


def _left(request: HttpRequest) -> HttpResponse:
    end = sessions.until(request) if request.user.is_authenticated else None
    if end is None:
        return JsonResponse({"left": 0, "last": True}, status=401)
    left = max(0, int((end - timezone.now()).total_seconds()))
    return JsonResponse({"left": left, "last": sessions.is_last(request)})


sign_in = SignInView.as_view()
change_password = login_required(ChangePasswordView.as_view())
