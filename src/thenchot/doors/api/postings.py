"""Chức vụ qua API — the posts of a unit with their holders; posts made, people appointed, postings ended."""

from typing import Any

from ninja import Query, Router

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.routes import Body, deed, question
from thenchot.doors.api.shapes import Day, DaysOut, Id, Listed, Out, PaperOut, PathId, Sheet, Text
from thenchot.ground.plain.text import mark
from thenchot.ground.register.acts.people import record_employment
from thenchot.ground.register.acts.posts import (
    appoint,
    change_post,
    end_post,
    end_posting,
    establish_post,
)
from thenchot.ground.register.reads import organization_on
from thenchot.ground.register.words import Came, Decider, Manner, PostKind, Right, Tier

router = Router(tags=[mark("Chức vụ")])


class SeatOut(Out):
    """Chức vụ — `id` of the post, `posting_id` of the fact that says who holds it."""

    id: int
    title: str
    kind: PostKind
    posting_id: int | None
    holder_id: int | None
    holder: str
    days: DaysOut | None
    basis: PaperOut | None
    manner: Manner | None


class Seats(Sheet):
    """Lời hỏi chức vụ — of one organization."""

    organization: PathId


@question(router, "/postings", needs=Right.READ, shape=Listed[SeatOut])
def list_postings(request: Request, asked: Query[Seats]) -> Any:
    """Chức vụ của một tổ chức — on the day, held or vacant."""
    found = organization_on(by=request.actor, organization=asked.organization, on=asked.day)
    if found is None:
        return None
    shown = found.seats[asked.offset : asked.offset + asked.limit]
    return {"total": len(found.seats), "items": shown}


class NewPost(Body):
    """Lập chức vụ."""

    organization: Id
    title: Text
    kind: PostKind
    from_day: Day
    basis: Id
    tier: Tier | None = None


class ChangingPost(Body):
    """Thay đổi chức vụ."""

    post: Id
    title: Text
    kind: PostKind
    from_day: Day
    basis: Id
    tier: Tier | None = None


class EndingPost(Body):
    """Kết thúc chức vụ."""

    post: Id
    from_day: Day
    basis: Id


class Appointing(Body):
    """Bổ nhiệm."""

    person: Id
    post: Id
    from_day: Day
    basis: Id
    until: Day | None = None
    manner: Manner | None = None
    came: Came | None = None
    decider: Decider | None = None


class EndingPosting(Body):
    """Thôi giữ chức vụ."""

    posting: Id
    from_day: Day
    basis: Id


class Working(Body):
    """Đơn vị công tác."""

    person: Id
    organization: Id
    from_day: Day
    basis: Id


deed(router, establish_post, NewPost)
deed(router, change_post, ChangingPost)
deed(router, end_post, EndingPost)
deed(router, appoint, Appointing)
deed(router, end_posting, EndingPosting)
deed(router, record_employment, Working)
