"""Phép của nền — what a paper must say before facts may rest on it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from thenchot.ground.basis.words import PUBLIC_KINDS, InstrumentKind
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_IDENTITY = mark("Văn bản được nhận biết bằng số, ký hiệu, cơ quan ban hành và ngày")


@dataclass(frozen=True, slots=True)
class PaperRow:
    """Văn bản ghi kèm — as printed, with its day; `kept_by` is the unit in whose register it stands."""

    kind: InstrumentKind
    number_sign: str
    issuer: str
    abstract: str
    issued_on: date | None
    signer: str = ""
    file_sha256: str = ""
    kept_by: int | None = None

    def tidied(self) -> "PaperRow":
        """Một cách gõ — the same paper in one spelling."""
        return replace(
            self,
            number_sign=tidy_name(self.number_sign),
            issuer=tidy_name(self.issuer),
            abstract=tidy_name(self.abstract),
            signer=tidy_name(self.signer),
        )


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """Một sự kiện đính chính — `kind` is a label such as "register.Posting"; `changes` maps columns to values."""

    kind: str
    fact: int
    changes: Mapping[str, Any]


def instrument_faults(
    number_sign: str,
    issuer: str,
    abstract: str,
    issued_year: int,
    issued_on: date | None,
    effect_on: date | None,
) -> list[Reason]:
    """Lỗi của văn bản — every reason at once."""
    faults = _description_faults(number_sign, issuer, abstract)
    if not 1930 <= issued_year <= 2200:
        text = mark("Năm ban hành {year} không hợp lý.")
        faults.append(Reason(text, {"year": issued_year}, _IDENTITY, "issued_year"))
    if issued_on and issued_on.year != issued_year:
        text = mark("Ngày ban hành {day:%d/%m/%Y} không thuộc năm {year}.")
        faults.append(Reason(text, {"day": issued_on, "year": issued_year}, _IDENTITY, "issued_on"))
    if issued_on and effect_on and effect_on.year < issued_on.year - 1:
        text = mark("Ngày có hiệu lực {day:%d/%m/%Y} quá xa trước ngày ban hành.")
        faults.append(Reason(text, {"day": effect_on}, "", "effect_on"))
    return faults


def file_faults(file_sha256: str) -> list[Reason]:
    """Dấu của tệp — none, or a SHA-256 in hex."""
    if not file_sha256 or re.fullmatch(r"[0-9a-f]{64}", file_sha256):
        return []
    return [Reason(mark("Dấu SHA-256 của tệp không đúng khuôn mẫu."), field="file_sha256")]


def decision_faults(
    number_sign: str, issuer: str, abstract: str, issued_on: date | None
) -> list[Reason]:
    """Lỗi của quyết định — a decision recorded with its effect has its day."""
    if issued_on:
        return instrument_faults(number_sign, issuer, abstract, issued_on.year, issued_on, None)
    missing = Reason(mark("Thiếu ngày ban hành."), {}, _IDENTITY, "issued_on")
    return [*_description_faults(number_sign, issuer, abstract), missing]


def _description_faults(number_sign: str, issuer: str, abstract: str) -> list[Reason]:
    faults = []
    if not number_sign:
        faults.append(Reason(mark("Thiếu số, ký hiệu."), {}, _IDENTITY, "number_sign"))
    if not issuer:
        faults.append(Reason(mark("Thiếu cơ quan ban hành."), {}, _IDENTITY, "issuer"))
    if not abstract:
        faults.append(Reason(mark("Thiếu trích yếu."), {}, "", "abstract"))
    return faults


def unpublished_faults(
    kind: InstrumentKind,
    issued_year: int,
    issued_on: date | None,
    today: date,
    *,
    switched_on: bool,
) -> list[Reason]:
    """Văn bản chưa ban hành — one that speaks of people waits until it is issued.

    Unless a written instrument switched its area on: no name stands here before it is public.
    """
    if kind in PUBLIC_KINDS or switched_on:
        return []
    if issued_on is None:
        if issued_year < today.year:
            return []
        text = mark("Văn bản về con người của năm nay phải có ngày ban hành.")
        return [Reason(text, {}, _UNPUBLISHED, "issued_on")]
    if issued_on <= today:
        return []
    text = mark(
        "Văn bản về con người chỉ ghi sau khi ban hành; ngày ban hành {day:%d/%m/%Y} còn ở phía trước."
    )
    return [Reason(text, {"day": issued_on}, _UNPUBLISHED, "issued_on")]


_UNPUBLISHED = mark("Nhân sự chưa công bố: chỉ ghi khi cấp có thẩm quyền cho phép bằng văn bản")


def reason_faults(reason: str) -> list[Reason]:
    """Lý do bắt buộc — a correction or revocation without a reason is not recorded."""
    if reason.strip():
        return []
    return [Reason(mark("Phải nêu lý do."), field="reason")]
