"""Mật khẩu — long rather than strange: how it is hashed, and the three rules for a new one."""

import re
import unicodedata

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from thenchot.ground.plain.names import fold
from thenchot.ground.plain.text import mark

SHORTEST, LONGEST = 12, 128
OURS = ("thenchot", "bantochuc")  # the first words anyone would try here


class OfficeHasher(Argon2PasswordHasher):
    """Băm Argon2id — of the same letters whichever way a keyboard composes them (NFKC)."""

    def encode(self, password: str, salt: str) -> str:
        """Băm — the password with its salt."""
        return super().encode(unicodedata.normalize("NFKC", password), salt)

    def verify(self, password: str, encoded: str) -> bool:
        """Đối chiếu — whether the password is the one that was hashed."""
        return super().verify(unicodedata.normalize("NFKC", password), encoded)


class LongEnough:
    """Đủ dài — 12 to 128 letters, and nothing asked of which letters."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Raises ValidationError where it is too short or too long."""
        length = len(unicodedata.normalize("NFKC", password))
        if length < SHORTEST:
            text = gettext("Mật khẩu cần ít nhất {n} ký tự; nên là vài từ dễ nhớ.")
            raise ValidationError(text.format(n=SHORTEST), code="short")
        if length > LONGEST:
            text = gettext("Mật khẩu dài nhất {n} ký tự.")
            raise ValidationError(text.format(n=LONGEST), code="long")

    def get_help_text(self) -> str:
        """Lời dặn — beside the box."""
        return gettext(HELP).format(n=SHORTEST)


HELP = mark("Ít nhất {n} ký tự, chữ gì cũng được; nên là vài từ dễ nhớ. Được dán từ nơi khác vào.")


class NotCommon(CommonPasswordValidator):
    """Không phổ biến — not among the 20,000 passwords everybody tries first."""

    def get_error_message(self) -> str:
        """What is said of a common one."""
        return gettext(
            "Mật khẩu này nhiều người dùng, kẻ xấu thử trước tiên; hãy chọn mật khẩu khác."
        )

    def get_help_text(self) -> str:
        """Lời dặn — said once, by `LongEnough`."""
        return ""


class NotOurs:
    """Không dựa vào tên — not the name of the system, the department or the account with a tail."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Raises ValidationError where nothing is left but such a name, digits and signs."""
        letters = rest = _letters(password)
        names = [*OURS, *([_letters(user.get_username())] if user else [])]
        for name in sorted(filter(None, names), key=len, reverse=True):
            rest = rest.replace(name, "")
        if rest != letters and (not rest or re.fullmatch(r"(.)\1*", rest)):
            text = gettext("Mật khẩu dựa vào tên hệ thống hoặc tên đăng nhập; hãy chọn từ khác.")
            raise ValidationError(text, code="ours")

    def get_help_text(self) -> str:
        """Lời dặn — said once, by `LongEnough`."""
        return ""


def _letters(text: str) -> str:
    """Letters alone, without case and without Vietnamese marks."""
    return "".join(letter for letter in fold(text) if letter.isascii() and letter.isalpha())
