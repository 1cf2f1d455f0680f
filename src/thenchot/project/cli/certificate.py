"""Chứng thư và khóa riêng — the two files of TLS, judged before anything is started."""

import ssl
from collections.abc import Iterator
from pathlib import Path

from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark


def faults_of_files(certificate: Path | None, key: Path | None) -> Iterator[Reason]:
    """Lý do không dùng được — each file by itself, then the pair."""
    alone = [*_of_certificate(certificate), *_of_key(key)]
    yield from alone
    if certificate and key and not alone:
        yield from _of_pair(certificate, key)


def _of_certificate(file: Path | None) -> Iterator[Reason]:
    if file and (unread := _unread(file)):
        yield unread
    elif file:
        try:
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_verify_locations(file)
        except ssl.SSLError:
            yield Reason(mark("{file} không phải chứng thư dạng PEM."), {"file": file})


def _of_key(file: Path | None) -> Iterator[Reason]:
    if file and (unread := _unread(file)):
        yield unread
    elif file and file.stat().st_mode & 0o077:
        text = mark("Người khác đọc được khóa riêng {file}: hãy chạy chmod 600 {file}.")
        yield Reason(text, {"file": file})


def _of_pair(certificate: Path, key: Path) -> Iterator[Reason]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_cert_chain(certificate, key, password=_no_password)
    except ssl.SSLError as error:
        other = mark("Khóa riêng {file} không phải của chứng thư đã nêu.")
        unusable = mark("{file} không phải khóa riêng dạng PEM không mật khẩu.")
        text = other if error.reason == "KEY_VALUES_MISMATCH" else unusable
        yield Reason(text, {"file": key})


def _unread(file: Path) -> Reason | None:
    try:
        file.read_bytes()
    except OSError as error:
        return Reason(mark("Không đọc được {file}: {why}."), {"file": file, "why": error.strerror})
    return None


def _no_password() -> str:
    """A key with a password would wait for someone to type it at each start."""
    return ""
