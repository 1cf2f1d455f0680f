"""Yếu tố thứ hai — secrets encrypted at rest, and no time code taken twice."""

from base64 import urlsafe_b64encode

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as lazy

from thenchot.ground.plain.text import mark

WRONG_CODE = lazy(mark("Mã không đúng hoặc đã dùng. Hãy nhập mã đang hiện trên điện thoại."))


class MFAAdapter(DefaultMFAAdapter):
    """Cách giữ yếu tố thứ hai — our key for the secrets, our words for what is wrong."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "cannot_generate_recovery_codes": lazy(
            mark("Hãy bật mã theo thời gian trước, rồi mới tạo mã dự phòng.")
        ),
    }

    def encrypt(self, text: str) -> str:
        """Mã hóa — what the database keeps of a secret."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Giải mã — raises InvalidToken where the secret key is not the one it was kept under."""
        return _box().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        """Tên khóa — what the box of a new passkey's name holds at first."""
        held = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return str(lazy(mark("Khóa số {n}"))).format(n=held + 1)


def spend_time_code(user: AbstractBaseUser, code: str) -> None:
    """Dùng mã một lần — the moment a code stands for is kept; it and all before it are void.

    Raises ValidationError where the code was used. Outlives a restart and holds among processes.
    """
    with transaction.atomic():
        kept = Authenticator.objects.select_for_update().get(
            user_id=user.pk, type=Authenticator.Type.TOTP
        )
        secret = MFAAdapter().decrypt(kept.data["secret"])
        typed = code.replace(" ", "").replace("-", "")
        moments = [
            moment
            for moment in totp.yield_hotp_counters_from_time()
            if totp.format_hotp_value(totp.hotp_value(secret, moment)) == typed
        ]
        if not moments or moments[0] <= kept.data.get("last_moment", 0):
            raise ValidationError(WRONG_CODE, code="incorrect_code")
        kept.data["last_moment"] = moments[0]
        kept.save(update_fields=["data"])


def _box() -> MultiFernet:
    """The newest key encrypts; former ones (SECRET_KEY_FALLBACKS) still open."""
    words = (str(settings.SECRET_KEY), *map(str, settings.SECRET_KEY_FALLBACKS))
    return MultiFernet([_key(word) for word in words])


def _key(word: str) -> Fernet:
    derived = HKDF(SHA256(), 32, salt=None, info=b"thenchot second factor").derive(word.encode())
    return Fernet(urlsafe_b64encode(derived))
