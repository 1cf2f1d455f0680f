"""Nhận biết con người qua API — numbers stay masked; files merged, files told apart."""

from typing import Annotated, Any

from ninja import Query, Router
from pydantic import Field

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.routes import Body, Row, deed, question
from thenchot.doors.api.shapes import Asked, Day, Id, Listed, Out, PathId, Sheet, Text
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Right
from thenchot.people.dossiers.reads.file import has_file
from thenchot.people.dossiers.reads.side_by_side import doubles_on
from thenchot.people.identity.acts.merging import merge_people, record_distinct_people
from thenchot.people.identity.acts.numbers import record_person_numbers
from thenchot.people.identity.reads.numbers import masked_numbers
from thenchot.people.identity.rules.numbers import NumberRow
from thenchot.people.identity.words import NumberKind, Sign
from thenchot.people.identity.words import Right as IdentityRight

router = Router(tags=[mark("Nhận biết con người")])


class MaskedOut(Out):
    """Số của một người — with dots in place of its first signs; opened on the page only."""

    kind: NumberKind
    masked: str


class Numbers(Out):
    """Các số của một người."""

    items: list[MaskedOut]


@question(router, "/people/{person}/numbers", needs=IdentityRight.READ_NUMBERS, shape=Numbers)
def list_numbers(request: Request, person: PathId, asked: Query[Asked]) -> Any:
    """Các số của một người — masked, on the day."""
    if not has_file(by=request.actor, person=person):
        return None
    return {"items": masked_numbers(person=person, on=asked.day)}


class FileOut(Out):
    """Một hồ sơ trong cặp."""

    id: int
    full_name: str


class PairOut(Out):
    """Cặp hồ sơ — and why they look like one person's."""

    one: FileOut
    other: FileOut
    signs: list[Sign]


@question(router, "/doubles", needs=Right.READ, shape=Listed[PairOut])
def list_doubles(request: Request, asked: Query[Sheet]) -> Any:
    """Hồ sơ có thể trùng — pairs within reach on the day."""
    total, pairs = doubles_on(by=request.actor, on=asked.day, after=asked.offset, most=asked.limit)
    return {"total": total, "items": pairs}


class Number(Row):
    """Một số."""

    MADE = NumberRow
    person: Id
    kind: NumberKind
    number: Text


class Recording(Body):
    """Ghi số."""

    people: Annotated[list[Number], Field(max_length=1000)]
    from_day: Day
    basis: Id


class MergingFiles(Body):
    """Gộp hồ sơ trùng."""

    kept: Id
    gone: Id
    from_day: Day
    basis: Id


class TellingApart(Body):
    """Không phải một người."""

    one: Id
    other: Id
    from_day: Day
    basis: Id


deed(router, record_person_numbers, Recording)
deed(router, merge_people, MergingFiles)
deed(router, record_distinct_people, TellingApart)
