"""Địa chỉ đăng nhập — only what is needed of the library, under Vietnamese addresses.

All stand outside any scope: the middleware that builds the actor lets them go their way.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account_views
from allauth.mfa.base import views as mfa_views
from allauth.mfa.recovery_codes import views as codes_views
from allauth.mfa.totp import views as totp_views
from allauth.mfa.webauthn import views as passkey_views
from allauth.socialaccount.providers.openid_connect import views as oidc_views
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from thenchot.doors.access.models import Account
from thenchot.doors.access.sign_in import views
from thenchot.doors.access.sign_in.backend import is_open
from thenchot.doors.access.sign_in.oidc import PLACE
from thenchot.ground.plain.text import mark

View = Callable[..., HttpResponse]


def patterns(*, passkeys: bool, oidc: bool) -> list[URLPattern]:
    """Các địa chỉ — what is switched off is not there at all."""
    pages = _PAGES + (_PASSKEYS if passkeys else []) + (_OIDC if oidc else [])
    return [path(address, _own(view), name=name) for address, name, view in pages]


def _own(view: View) -> View:
    """Outside the walls: nothing kept, no password in an error report, no actor needed.

    Whose account was closed meanwhile is signed out here; other pages refuse an actor without rights.
    """

    @login_not_required
    @never_cache
    @sensitive_post_parameters()
    @wraps(view, updated=())
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if isinstance(request.user, Account) and not is_open(request.user):
            logout(request)
        return view(request, *args, **kwargs)

    return answered


def _page(view: Any, template: str, **words: Any) -> View:
    """The library's view with our page."""
    made: View = view.as_view(template_name=f"access/{template}.html", extra_context=words)
    return made


def _to_the_list(request: HttpRequest) -> HttpResponse:
    return redirect("mfa_index")


def _sure(view: Any, title: str, meaning: str) -> View:
    return _page(view, "sure", title=lazy(title), meaning=lazy(meaning))


def _at_the_server(view: View) -> View:
    return lambda request: view(request, PLACE)


STOP_CODES = mark("Tắt mã theo thời gian"), mark("Từ đó chỉ mật khẩu bảo vệ tài khoản này.")
NEW_CODES = mark("Tạo bộ mã mới"), mark("Các mã dự phòng cũ hết giá trị ngay.")
REMOVE_KEY = mark("Bỏ khóa này"), mark("Khóa này không còn vào được tài khoản.")

_PAGES: list[tuple[str, str, View]] = [
    ("dang-nhap", "account_login", views.sign_in),
    ("dang-nhap/ma", "mfa_authenticate", _page(mfa_views.AuthenticateView, "code")),
    ("dang-xuat", "account_logout", views.sign_out),
    ("mat-khau", "account_change_password", views.change_password),
    ("xac-nhan", "account_reauthenticate", _page(account_views.ReauthenticateView, "confirm")),
    ("xac-nhan/ma", "mfa_reauthenticate", _page(mfa_views.ReauthenticateView, "confirm")),
    ("xac-thuc", "mfa_index", _page(mfa_views.IndexView, "second_factor")),
    ("xac-thuc/ma/bat", "mfa_activate_totp", _page(views.ActivateView, "activate")),
    ("xac-thuc/ma/tat", "mfa_deactivate_totp", _sure(totp_views.DeactivateTOTPView, *STOP_CODES)),
    ("xac-thuc/du-phong", "mfa_view_recovery_codes",
     _page(codes_views.ViewRecoveryCodesView, "codes")),
    ("xac-thuc/du-phong/tao", "mfa_generate_recovery_codes",
     _sure(codes_views.GenerateRecoveryCodesView, *NEW_CODES)),
    ("xac-thuc/du-phong/tai", "mfa_download_recovery_codes", codes_views.download_recovery_codes),
    ("lien-ket/<str:word>", "one_time_link", views.one_time_link),
    ("phien/con", "session_left", views.session_left),
    ("phien/tiep", "session_on", views.session_on),
]  # fmt: skip
_PASSKEYS: list[tuple[str, str, View]] = [
    ("dang-nhap/khoa", "mfa_login_webauthn", passkey_views.login_webauthn),
    ("xac-nhan/khoa", "mfa_reauthenticate_webauthn",
     _page(passkey_views.ReauthenticateWebAuthnView, "confirm")),
    ("xac-thuc/khoa", "mfa_list_webauthn", _to_the_list),
    ("xac-thuc/khoa/them", "mfa_add_webauthn", _page(passkey_views.AddWebAuthnView, "add_passkey")),
    ("xac-thuc/khoa/<int:pk>/bo", "mfa_remove_webauthn",
     _sure(passkey_views.RemoveWebAuthnView, *REMOVE_KEY)),
]  # fmt: skip
_OIDC: list[tuple[str, str, View]] = [
    ("dang-nhap/may-chu", "openid_connect_login", require_POST(_at_the_server(oidc_views.login))),
    ("dang-nhap/may-chu/ve", "openid_connect_callback", _at_the_server(oidc_views.callback)),
]

urlpatterns = patterns(
    passkeys="webauthn" in settings.MFA_SUPPORTED_TYPES, oidc=bool(settings.OIDC[0])
)
