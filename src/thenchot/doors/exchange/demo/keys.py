"""Khóa ký thử của bản chạy thử — made once; its certificate is relied on here, so that a signed print shows every state."""

from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings

from thenchot.ground.basis.files.signing import make_test_key


def keep_test_key() -> None:
    """Giữ khóa thử — beside the data, with its certificate among those relied on."""
    folder = settings.DATA_FOLDER
    certificate = folder.trusted / "test-key.pem"
    if certificate.exists():  # written last: a key without it is made anew
        return
    made = make_test_key(folder.test_key)
    folder.trusted.mkdir(mode=0o700, exist_ok=True)
    certificate.write_bytes(made.public_bytes(Encoding.PEM))
