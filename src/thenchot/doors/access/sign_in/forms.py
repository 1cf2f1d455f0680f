"""Phiếu đăng nhập — the boxes of signing in; each guess goes through the one pace."""

from typing import Any

from allauth.account import forms as account_forms
from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as lazy

from thenchot.doors.access.models import Account
from thenchot.doors.access.sign_in.second_factor import spend_time_code
from thenchot.doors.access.sign_in.throttle import admit
from thenchot.ground.plain.text import mark

NEEDED = {
    "login": lazy(mark("Hãy nhập tên đăng nhập.")),
    "password": lazy(mark("Hãy nhập mật khẩu.")),
    "oldpassword": lazy(mark("Hãy nhập mật khẩu đang dùng.")),
    "password1": lazy(mark("Hãy nhập mật khẩu mới.")),
    "password2": lazy(mark("Hãy nhập mật khẩu mới lần nữa.")),
    "code": lazy(mark("Hãy nhập mã.")),
}
DIFFER = lazy(mark("Hai lần nhập mật khẩu mới chưa giống nhau."))
WRONG_PASSWORD = lazy(mark("Mật khẩu đang dùng không đúng."))


class _Spoken(forms.Form):
    """An empty box is asked for by its name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name in NEEDED:
                field.error_messages["required"] = NEEDED[name]


class SignInForm(_Spoken, account_forms.LoginForm):
    """Phiếu đăng nhập — a name and a password."""


class ReauthenticateForm(_Spoken, account_forms.ReauthenticateForm):
    """Phiếu xác nhận — the password once more, before something that guards the account."""

    def clean_password(self) -> str:
        """Raises ValidationError for a wrong password, and TooSoon."""
        password: str = self.cleaned_data["password"]
        if not get_adapter().reauthenticate(self.user, password):
            raise ValidationError(WRONG_PASSWORD)
        return password


class NewPasswordForm(_Spoken):
    """Phiếu đặt mật khẩu — the new one twice, as some keyboards hide what was typed."""

    password1 = forms.CharField(strip=False, max_length=1000)
    password2 = forms.CharField(strip=False, max_length=1000)

    def __init__(self, *args: Any, user: Account, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_password1(self) -> str:
        """Raises ValidationError with every rule the new password breaks."""
        password: str = self.cleaned_data["password1"]
        validate_password(password, self.user)
        return password

    def clean_password2(self) -> str:
        """Raises ValidationError where the two differ."""
        again: str = self.cleaned_data["password2"]
        if self.data.get("password1", "") != again:
            raise ValidationError(DIFFER)
        return again

    def save(self) -> None:
        """Đặt — ends all sessions of the account."""
        get_adapter().set_password(self.user, self.cleaned_data["password1"])


class ChangePasswordForm(NewPasswordForm):
    """Phiếu đổi mật khẩu — the one in use first, guessed at no faster than anywhere else."""

    oldpassword = forms.CharField(strip=False, max_length=1000)
    field_order = ("oldpassword", "password1", "password2")

    def clean(self) -> dict[str, Any]:
        """The password in use is tried only when the new one will do: no guess is spent in vain."""
        if not self.errors:
            try:
                if not get_adapter().reauthenticate(self.user, self.cleaned_data["oldpassword"]):
                    self.add_error("oldpassword", ValidationError(WRONG_PASSWORD))
            except ValidationError as too_soon:
                self.add_error(None, too_soon)
        return self.cleaned_data


class _Code(_Spoken):
    """A time code or a recovery code: counted as a guess of the account, and taken once."""

    user: Account
    authenticator: Authenticator

    def clean_code(self) -> str:
        attempt = admit(context.request, self.user.username)
        code: str = super().clean_code()  # type: ignore[misc]
        if self.authenticator.type == Authenticator.Type.TOTP:
            spend_time_code(self.user, code)
        attempt.give_back()
        return code


class CodeForm(_Code, mfa_forms.AuthenticateForm):
    """Phiếu mã — the second step of signing in."""


class CodeAgainForm(_Code, mfa_forms.ReauthenticateForm):
    """Phiếu xác nhận bằng mã — in place of the password."""


class ActivateForm(_Spoken, ActivateTOTPForm):
    """Phiếu bật mã theo thời gian — one code shows that the telephone has the secret."""
