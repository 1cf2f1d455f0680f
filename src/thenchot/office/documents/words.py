"""Từ ngữ của văn bản — families of types, and what a number-and-sign says."""

from dataclasses import dataclass, field
from datetime import date

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Family(Labelled):
    """Hệ văn bản — whose rules give the type its abbreviation and the number its form."""

    PARTY = "dang", mark("Văn bản của Đảng")
    STATE = "nha_nuoc", mark("Văn bản hành chính nhà nước")
    LEGAL = "quy_pham", mark("Văn bản quy phạm pháp luật")
    UNION = "doan_the", mark("Văn bản của tổ chức chính trị - xã hội")


@dataclass(frozen=True, slots=True)
class DocumentType:
    """Thể loại — as the rules of a family name, abbreviate and accept it from a day on.

    `said` are the words texts call it by, `accepted` abbreviations met besides the one prescribed.
    """

    family: Family
    name: str
    abbreviation: str
    accepted: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    from_day: date | None = None
    until: date | None = None
    source: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class OrganCode:
    """Ký hiệu cơ quan — the letters after the slash, and the bodies they stand for."""

    code: str
    family: Family
    body: str


@dataclass(frozen=True, slots=True)
class Sign:
    """Số, ký hiệu — number, year where the number bears one, type, organ; "" is what it does not say.

    `form` is the grammar it is printed in. Numbers keep their leading zero: they are names.
    """

    number: str
    year: str = ""
    type_abbreviation: str = ""
    organ: str = ""
    form: Family = Family.PARTY

    def __str__(self) -> str:
        """Như in — "05-NQ/ĐU", "16/NQ-HĐND", "1806/SKHCN-CĐS", "30/2020/NĐ-CP"."""
        if self.form in (Family.PARTY, Family.UNION):
            return "/".join(
                filter(None, [_joined(self.number, self.type_abbreviation), self.organ])
            )
        letters = _joined(self.type_abbreviation, self.organ)
        return "/".join(filter(None, [self.number, self.year, letters]))


def _joined(*parts: str) -> str:
    return "-".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Citation:
    """Viện dẫn — a paper another text names: where it stands, and what the text says of it.

    `type` is None where the text does not say; `doubts` are what a person should look at.
    """

    raw: str
    start: int
    type: str | None = None
    sign: Sign | None = None
    issued_on: date | None = None
    plenum: str = ""
    term: str = ""
    doubts: tuple[str, ...] = field(default=())
