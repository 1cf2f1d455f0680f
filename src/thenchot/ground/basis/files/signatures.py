"""Chữ ký số trong tệp PDF — who signed, when, whether the file is still as it was signed.

Runs in the child process; it asks nobody outside the machine, so whether a certificate was
withdrawn is not known here.
"""

import io
import json
import logging
import sys
from pathlib import Path
from typing import Any

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from thenchot.ground.basis.files.child import limit_oneself
from thenchot.ground.basis.files.faults import HEAVY

MOST = 20
ENDINGS = {".pem", ".crt", ".cer"}


def main() -> None:
    """Xem chữ ký — the place of the file and the folder of trusted certificates are the last arguments."""
    limit_oneself()
    logging.disable()
    place, trusted = sys.argv[-2:]
    try:
        answer: dict[str, Any] = {"signatures": _signatures(Path(place), _roots(Path(trusted)))}
    except Exception:  # whatever a hostile file brings about in the reader is one refusal
        answer = {"fault": HEAVY}
    sys.stdout.write(json.dumps(answer))


def _roots(folder: Path) -> list[x509.Certificate]:
    """Certificates in PEM or DER, as many as lie there; a file that is none is passed over."""
    found = []
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.suffix.lower() in ENDINGS:
            content = file.read_bytes()
            bodies = (
                [body for _, _, body in pem.unarmor(content, multiple=True)]
                if pem.detect(content)
                else [content]
            )
            found += [x509.Certificate.load(body) for body in bodies]
    return found


def _signatures(place: Path, roots: list[x509.Certificate]) -> list[dict[str, Any]]:
    signed = PdfFileReader(io.BytesIO(place.read_bytes())).embedded_signatures
    return [_one(each, roots) for each in signed[:MOST]]


def _one(signature: Any, roots: list[x509.Certificate]) -> dict[str, Any]:
    context = ValidationContext(trust_roots=roots, allow_fetching=False)
    status = validate_pdf_signature(signature, context)
    subject = status.signing_cert.subject.native
    stamp = status.timestamp_validity
    at = stamp.timestamp if stamp else status.signer_reported_dt
    return {
        "signer": str(subject.get("common_name", "")),
        "organ": str(subject.get("organization_name", "")),
        "at": at.isoformat() if at else "",
        "stamped": bool(stamp),
        "integrity": _integrity(status),
        "trust": _trust(status, roots),
    }


def _integrity(status: Any) -> str:
    """What was added after signing counts, but for further signatures."""
    if not (status.intact and status.valid):
        return "da_sua"
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return "nguyen_ven"
    level = status.modification_level
    if isinstance(level, ModificationLevel) and level <= ModificationLevel.FORM_FILLING:
        return "nguyen_ven"
    return "them_sau"


def _trust(status: Any, roots: list[x509.Certificate]) -> str:
    if not roots:
        return "chua_kiem_tra"
    return "tin_cay" if status.trusted else "khong_tin_cay"
