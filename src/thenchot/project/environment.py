"""Môi trường — every environment variable, read in one place into one typed value."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark


@dataclass(frozen=True, slots=True)
class Environment:
    """Môi trường — what the operator set; empty means the program decides."""

    database_url: str = ""  # the web role; the only one a serving process ever sees
    owner_url: str = ""  # the owner: migrate, restore, test set-up
    pg_bin: Path | None = None  # an installed PostgreSQL >= 18 instead of the packaged one
    data: Path | None = None  # the data folder
    secret_key: str = ""
    chromium: str = ""
    language: str = "vi"
    debug: bool = False
    port: int = 8000
    allowed_hosts: tuple[str, ...] = ()
    tls: bool = False  # served with certificates, or by a proxy that has them
    behind_proxy: bool = False  # the last proxy before us may be believed about scheme and address
    passkeys: bool = False
    oidc_url: str = ""  # the office's own identity server; empty: not used
    oidc_client: str = ""
    oidc_secret: str = ""
    office: str = ""  # whose system it is, as the sign-in page prints it
    help_line: str = ""  # whom to call about a forgotten password

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> "Environment":
        faults = [*_faults(variables)]
        if faults:
            raise Refused(faults)
        pg_bin, data = variables.get("THENCHOT_PG_BIN"), variables.get("THENCHOT_DATA")
        return cls(
            database_url=variables.get("DATABASE_URL", ""),
            owner_url=variables.get("DATABASE_OWNER_URL", ""),
            pg_bin=Path(pg_bin) if pg_bin else None,
            data=Path(data) if data else None,
            secret_key=variables.get("THENCHOT_SECRET_KEY", ""),
            chromium=variables.get("THENCHOT_CHROMIUM", ""),
            language=variables.get("THENCHOT_LANG") or "vi",
            debug=variables.get("THENCHOT_DEBUG", "") == "1",
            port=int(variables.get("PORT") or 8000),
            allowed_hosts=tuple(
                filter(None, map(str.strip, variables.get("THENCHOT_ALLOWED_HOSTS", "").split(",")))
            ),
            tls=variables.get("THENCHOT_TLS", "") == "1",
            behind_proxy=variables.get("THENCHOT_BEHIND_PROXY", "") == "1",
            passkeys=variables.get("THENCHOT_PASSKEYS", "") == "1",
            oidc_url=variables.get("THENCHOT_OIDC_URL", ""),
            oidc_client=variables.get("THENCHOT_OIDC_CLIENT", ""),
            oidc_secret=variables.get("THENCHOT_OIDC_SECRET", ""),
            office=variables.get("THENCHOT_OFFICE", ""),
            help_line=variables.get("THENCHOT_HELP_LINE", ""),
        )


def _faults(variables: Mapping[str, str]) -> list[Reason]:
    faults = []
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
        url = variables.get(name, "")
        if url and urlsplit(url).scheme not in {"postgresql", "postgres"}:
            text = mark("{name} phải có dạng postgresql://tài-khoản@máy/cơ-sở-dữ-liệu.")
            faults.append(Reason(text, {"name": name}))
    port = variables.get("PORT") or "8000"
    if not port.isdecimal() or not 0 < int(port) < 65536:
        faults.append(
            Reason(mark("PORT phải là số từ 1 đến 65535, không phải «{port}»."), {"port": port})
        )
    pg_bin = variables.get("THENCHOT_PG_BIN")
    if pg_bin and not Path(pg_bin, "postgres").exists():
        text = mark("THENCHOT_PG_BIN: không thấy chương trình postgres trong {folder}.")
        faults.append(Reason(text, {"folder": pg_bin}))
    if variables.get("THENCHOT_LANG", "vi") not in {"", "vi", "en"}:
        faults.append(Reason(mark("THENCHOT_LANG chỉ nhận vi hoặc en.")))
    key = variables.get("THENCHOT_SECRET_KEY")
    if key and (len(key) < 50 or len(set(key)) < 10):
        text = mark(
            "THENCHOT_SECRET_KEY quá yếu: cần ít nhất 50 ký tự ngẫu nhiên; bỏ trống thì chương trình tự tạo."
        )
        faults.append(Reason(text))
    oidc = variables.get("THENCHOT_OIDC_URL")
    if oidc and not (oidc.startswith("https://") and variables.get("THENCHOT_OIDC_CLIENT")):
        text = mark("THENCHOT_OIDC_URL phải bắt đầu bằng https:// và đi cùng THENCHOT_OIDC_CLIENT.")
        faults.append(Reason(text))
    return faults


def origin(url: str) -> str:
    """Nơi của một địa chỉ — scheme and host, as the content security policy names them."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def database_settings(url: str) -> dict[str, Any]:
    """Cấu hình cơ sở dữ liệu — a postgresql:// address as Django settings."""
    parts = urlsplit(url)
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or query.pop("port", "")),
        "OPTIONS": query,
        "CONN_MAX_AGE": 60,
    }
