"""Dòng trích dẫn — a paper as people paste it: "Quyết định số 15-QĐ/TU, ngày 03/02/2025 của …, về việc …"."""

import re
from dataclasses import dataclass

from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.names import fold, tidy_name

_NUMBER = re.compile(r"\b(\d{1,6}[a-zA-Z]?(?:/\d{4})?\s?[-/–]\s?[^\W\d_][\w/.&-]*)")
_DAY = re.compile(
    r"(?:ngày\s+)?(\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*\d{4})", re.IGNORECASE
)
_ABOUT = re.compile(r"[\s,;:]+(?:v/v|về\s+việc|về)\s+(.+)$", re.IGNORECASE)
_ISSUER = re.compile(r"[\s,;]+của\s+(.+?)\s*$", re.IGNORECASE)
SIGNS = {
    "qd": InstrumentKind.DECISION,
    "nq": InstrumentKind.RESOLUTION,
    "kh": InstrumentKind.PLAN,
    "da": InstrumentKind.SCHEME,
    "kl": InstrumentKind.CONCLUSION,
    "tb": InstrumentKind.NOTICE,
    "bc": InstrumentKind.REPORT,
    "bb": InstrumentKind.MINUTES,
    "qdi": InstrumentKind.REGULATION,
    "qyd": InstrumentKind.REGULATION,
    "hd": InstrumentKind.GUIDANCE,
}  # fmt: skip — the letters of the sign, without marks


@dataclass(frozen=True, slots=True)
class Cited:
    """Văn bản trích dẫn — what could be read of the line; the rest is empty."""

    number_sign: str
    kind: InstrumentKind | None = None
    issued_on: str = ""
    issuer: str = ""
    abstract: str = ""


def cited(line: str) -> Cited:
    """Đọc dòng trích dẫn — a mere number and sign tells its kind; a line without any stays as typed."""
    tidy = tidy_name(line)
    found = _NUMBER.search(tidy)
    if not found:
        return Cited(tidy)
    number = re.sub(r"\s", "", found[1]).replace("–", "-").rstrip("-/.,")
    before, rest = fold(tidy[: found.start()]), tidy[found.end() :]
    about = _ABOUT.search(rest)
    day = _DAY.search(rest)
    issuer = _ISSUER.search(rest[: about.start()] if about else rest)
    named = [kind for kind in InstrumentKind if before.startswith(fold(kind.label))]
    return Cited(
        number_sign=number,
        kind=named[0] if named else kind_of_sign(number),
        issued_on=re.sub(r"\s*(?:tháng|năm|[.-])\s*", "/", day[1]) if day else "",
        issuer=_of_issuer(issuer[1]) if issuer else "",
        abstract=about[1].rstrip(".;") if about else "",
    )


def kind_of_sign(number_sign: str) -> InstrumentKind | None:
    """Loại theo ký hiệu — QĐ a decision, QĐi a regulation; None where the letters say nothing."""
    letters = re.split(r"[-/]", fold(number_sign))[1:]
    return next((SIGNS[each] for each in letters if each in SIGNS), None)


def series_of(number_sign: str) -> str:
    """Ký hiệu không số — "-QĐ/TU" of "15-QĐ/TU": papers of one series have one issuer."""
    return re.sub(r"^\d+[a-zA-Z]?", "", number_sign)


def _of_issuer(text: str) -> str:
    return text.split(",")[0].strip()
