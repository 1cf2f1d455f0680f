"""Cách đăng nhập của cơ quan — by name, without e-mail; nobody signs up; log-out ends everything."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.core import context
from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.models import AnonymousUser
from django.db.models import F
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as lazy

from thenchot.doors.access.models import Account
from thenchot.doors.access.sign_in import sessions
from thenchot.doors.access.sign_in.addresses import client_address
from thenchot.doors.access.sign_in.backend import is_open
from thenchot.doors.access.sign_in.devices import remember_device
from thenchot.doors.access.sign_in.throttle import admit
from thenchot.ground.plain.text import mark

WRONG = lazy(mark("Tên đăng nhập hoặc mật khẩu không đúng."))


class AccountAdapter(DefaultAccountAdapter):
    """Cách đăng nhập — where the library asks, the office answers."""

    error_messages = DefaultAccountAdapter.error_messages | {"username_password_mismatch": WRONG}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Không tự đăng ký — an account is opened by an administrator."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Account | None:
        """Đối chiếu — one counted guess; raises TooSoon before anything is hashed."""
        username = credentials.get("username", "").strip().lower()
        attempt = admit(request, username)
        password = credentials.get("password", "")
        account = authenticate(request, username=username, password=password)
        if account is not None:
            attempt.give_back()
        return account

    def reauthenticate(self, user: Account, password: str) -> bool:
        """Đối chiếu lần nữa — the password of who is signed in."""
        found = self.authenticate(context.request, username=user.username, password=password)
        return found is not None and found.pk == user.pk

    def get_login_stages(self) -> list[str]:
        """Các bước — after the password, the second factor of whoever switched it on."""
        return ["allauth.mfa.stages.AuthenticateStage"]

    def pre_login(self, request: HttpRequest, user: Account, **hooks: Any) -> HttpResponse | None:
        """Trước khi vào — also those known by another server or a passkey must be open today."""
        if is_open(user):
            return None
        return HttpResponseRedirect(f"{reverse('account_login')}?tin=khong-vao-duoc")

    def login(self, request: HttpRequest, user: Account) -> None:
        """Vào — a new session key, its first moment noted."""
        super().login(request, user)
        sessions.begin(request)

    def post_login(self, request: HttpRequest, user: Account, **hooks: Any) -> HttpResponse:
        """Sau khi vào — this browser is a known one from now on."""
        response: HttpResponse = super().post_login(request, user, **hooks)
        remember_device(request, response, user.username)
        return response

    def logout(self, request: HttpRequest) -> None:
        """Ra — on every machine at once."""
        Account.objects.filter(username=request.user.get_username()).update(epoch=F("epoch") + 1)
        super().logout(request)

    def set_password(self, user: Account, password: str) -> None:
        """Đặt mật khẩu — every session of the account ends; the caller may keep its own."""
        user.set_password(password)
        changed = Account.objects.filter(pk=user.pk)
        changed.update(password=user.password, epoch=F("epoch") + 1)
        user.epoch = changed.values_list("epoch", flat=True).get()

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Sau khi đổi mật khẩu — the same page, which says so."""
        return f"{reverse('account_change_password')}?tin=da-doi-mat-khau"

    def get_reauthentication_methods(self, user: Account | AnonymousUser) -> list[dict[str, str]]:
        """Cách xác nhận — in the order they are offered; what was switched off is not."""
        found = {flow["id"]: flow for flow in get_reauthentication_flows(user)}
        types = set(found.get("mfa_reauthenticate", {}).get("types", ()))
        offered = [
            ("account_reauthenticate", mark("Bằng mật khẩu"), "reauthenticate" in found),
            ("mfa_reauthenticate", mark("Bằng mã"), bool(types & {"totp", "recovery_codes"})),
            (
                "mfa_reauthenticate_webauthn",
                mark("Bằng khóa truy cập"),
                "webauthn" in types & set(settings.MFA_SUPPORTED_TYPES),
            ),
        ]
        return [
            {"id": name, "description": str(lazy(text)), "url": reverse(name)}
            for name, text, may in offered
            if may
        ]

    def is_safe_url(self, url: str) -> bool:
        """Trang của ta — a redirect never leaves this address."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def get_client_ip(self, request: HttpRequest) -> str:
        """Địa chỉ máy khách."""
        return client_address(request)

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """Không gửi thư — nothing here is sent by e-mail."""
