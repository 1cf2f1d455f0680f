"""Ký số — behind one interface; here only keys for trying out, real ones lie in their holders' tokens."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, fields, signers

from thenchot.ground.plain.text import mark

DAYS, BITS = 1200, 2048


class Signs(Protocol):
    """Người ký, máy ký — whatever puts a signature into a PDF file."""

    def sign(self, content: bytes, field: str) -> bytes:
        """Ký — the file with one more signature, in a field of this name."""


class KeyFile:
    """Khóa trong tệp PKCS#12 không mật khẩu — for trying out only."""

    def __init__(self, place: Path) -> None:
        self._signer = signers.SimpleSigner.load_pkcs12_data(place.read_bytes(), [], None)

    def sign(self, content: bytes, field: str) -> bytes:
        """Ký — PAdES without a time stamp."""
        asked = PdfSignatureMetadata(field_name=field, subfilter=fields.SigSeedSubFilter.PADES)
        written = IncrementalPdfFileWriter(io.BytesIO(content))
        signed: io.BytesIO = signers.sign_pdf(written, asked, signer=self._signer)
        return signed.getvalue()


def make_test_key(place: Path) -> x509.Certificate:
    """Tạo khóa thử — its own certificate says that it is worth nothing; gives the certificate."""
    key = rsa.generate_private_key(65537, BITS)
    name = x509.Name(
        [x509.NameAttribute(NameOID.COMMON_NAME, mark("Khóa ký thử, không có giá trị pháp lý"))]
    )
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=DAYS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_for_signing(), critical=True)
        .sign(key, hashes.SHA256())
    )
    kept = pkcs12.serialize_key_and_certificates(
        None, key, made, None, serialization.NoEncryption()
    )
    place.touch(mode=0o600)
    place.write_bytes(kept)
    return made


def _for_signing() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
