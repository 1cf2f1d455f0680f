"""Máy chủ danh tính của cơ quan — says who someone is; it opens no account and is off by default."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from thenchot.doors.access.models import Account

PLACE = "co-quan"


class OfficeServerAdapter(DefaultSocialAccountAdapter):
    """Nhận người từ máy chủ danh tính — only whoever has an account of the same name here."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Không tự đăng ký."""
        return False

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Máy chủ đã khai — the one of the environment, never one of a table."""
        url, client, secret = settings.OIDC
        if not url or provider not in {None, PLACE, "openid_connect"}:
            return []
        return [
            SocialApp(
                provider="openid_connect",
                provider_id=PLACE,
                name=PLACE,
                client_id=client,
                secret=secret,
                settings={"server_url": url},
            )
        ]

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Nhận ra — the account linked before, else the one of the same name; else refused."""
        if sociallogin.state.get("process") != "login":
            raise _refused()  # a session that is open is never tied to somebody else's identity
        if sociallogin.is_existing:
            return
        name = (sociallogin.user.username or "").strip().lower()
        account = Account.objects.filter(username=name).first() if name else None
        if account is None or SocialAccount.objects.filter(user=account).exists():
            raise _refused()
        sociallogin.connect(request, account)

    def authenticate_by_email(self, sociallogin: SocialLogin) -> None:
        """Không nhận theo thư — an e-mail address is nobody's name here."""

    def on_authentication_error(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Hỏng giữa chừng — back to the sign-in page, which says so."""
        raise _refused()


def _refused() -> ImmediateHttpResponse:
    return ImmediateHttpResponse(
        HttpResponseRedirect(f"{reverse('account_login')}?tin=khong-vao-duoc")
    )
