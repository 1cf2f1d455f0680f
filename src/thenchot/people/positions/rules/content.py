"""Nội dung bản mô tả — its parts in the order of the official form, as data and as values."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from thenchot.ground.plain.names import tidy_name
from thenchot.people.positions.words import Degree, PositionKind, Theory


@dataclass(frozen=True, slots=True)
class Duty:
    """Công việc — its area, the task itself, how it is judged, in which unit, at what weight (percent).

    A weight of 0 is not settled yet.
    """

    area: str
    task: str
    criterion: str = ""
    measure: str = ""
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Demand:
    """Năng lực cần có — a competency of the framework by its code, at a level from 1 to 5."""

    competency: str
    level: int


@dataclass(frozen=True, slots=True)
class Description:
    """Bản mô tả — objectives, duties, relations, authority, conditions, requirements, competencies.

    Items of a text stand behind one another, between semicolons.
    """

    kind: PositionKind = PositionKind.SPECIALIZED
    objectives: str = ""
    duties: tuple[Duty, ...] = ()
    superior: str = ""
    subordinates: str = ""
    partners: str = ""
    outside: str = ""
    authority: str = ""
    conditions: str = ""
    degree: Degree | None = None
    field: str = ""
    theory: Theory | None = None
    party_member: bool = False
    experience: str = ""
    character: str = ""
    competencies: tuple[Demand, ...] = ()

    @property
    def weight(self) -> int:
        """Tổng trọng số — 100 where the description is whole."""
        return sum(duty.weight for duty in self.duties)

    def as_data(self) -> dict[str, Any]:
        """Để lưu — as JSON keeps it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Drafted:
    """Bản thảo — code, title and content of one position of a unit."""

    code: str
    title: str
    content: Description


def content_of(data: Mapping[str, Any]) -> Description:
    """Đọc lại — the description that was kept as data."""
    said = dict(data)
    said["kind"] = PositionKind.of(said["kind"])
    said["degree"] = Degree.of(said["degree"]) if said["degree"] else None
    said["theory"] = Theory.of(said["theory"]) if said["theory"] else None
    said["duties"] = tuple(Duty(**each) for each in said["duties"])
    said["competencies"] = tuple(Demand(**each) for each in said["competencies"])
    return Description(**said)


def tidied(content: Description) -> Description:
    """Sửa cách gõ — every text in one spelling, without blanks at its ends."""
    duties = tuple(replace(duty, **_tidy_texts(duty)) for duty in content.duties)
    return replace(content, **(_tidy_texts(content) | {"duties": duties}))


def _tidy_texts(value: Description | Duty) -> dict[str, Any]:
    said = ((each.name, getattr(value, each.name)) for each in fields(value))
    return {name: tidy_name(text) for name, text in said if type(text) is str}


def items_of(text: str) -> list[str]:
    """Từng ý — of a text whose items stand between semicolons."""
    return [item for each in text.split(";") if (item := each.strip())]
