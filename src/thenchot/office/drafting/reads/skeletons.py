"""Mẫu nội dung — the words a draft of a type begins with, as shipped; blanks stand where the writer goes on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.words import InstrumentKind
from thenchot.office.drafting.reads.profiles import shipped_on


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Mẫu nội dung của một loại — what it brings to the head, and its paragraphs, a line each."""

    kind: InstrumentKind
    abstract: str
    addressee: str
    recipients: str
    whole_text: str


def skeletons_on(day: date) -> Iterator[Skeleton]:
    """Các mẫu của ngày — as `reference/skeletons-*.json` says; of a type there is one, or none."""
    for each in shipped_on("skeletons", day)["skeletons"]:
        yield Skeleton(
            InstrumentKind.of(each["kind"]), each["abstract"], each.get("addressee", ""),
            each["recipients"], "\n".join(each["lines"]),
        )  # fmt: skip


def skeleton_of(kind: str, day: date) -> Skeleton | None:
    """Mẫu của một loại — None where the type has none."""
    return next((each for each in skeletons_on(day) if each.kind == kind), None)
