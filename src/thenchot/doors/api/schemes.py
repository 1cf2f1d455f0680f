"""Sắp xếp qua API — schemes read, written line by line, decided as one act."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from ninja import Query, Router
from pydantic import BeforeValidator, Field

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.problems import ReasonOut, reason_said
from thenchot.doors.api.routes import Body, Row, deed, question
from thenchot.doors.api.shapes import (
    Day,
    Id,
    Listed,
    Out,
    PaperOut,
    PathId,
    Sheet,
    Text,
    Yes,
)
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Level, OrganizationKind, PostKind, Right, Tier
from thenchot.people.positions.words import StaffCategory
from thenchot.people.reorganisation.acts import deciding, staffing, writing
from thenchot.people.reorganisation.reads.schemes import scheme_page, schemes
from thenchot.people.reorganisation.rules.rows import (
    GivenQuota,
    PlaceRow,
    PostRow,
    StepRow,
    Where,
)
from thenchot.people.reorganisation.words import (
    Consented,
    Gate,
    State,
    Stay,
    Verb,
)

router = Router(tags=[mark("Sắp xếp tổ chức")])
Step = Annotated[int, Field(ge=1, le=1_000_000, strict=True)]
Many = Field(max_length=5000)
Said = Annotated[ReasonOut, BeforeValidator(reason_said)]


class SchemeOut(Out):
    """Đề án — `written` while it is a draft; `annulled` once its paper was undone."""

    id: int
    title: str
    from_day: date
    state: State
    kept_by_id: int
    kept_by: str
    paper: PaperOut | None
    annulled: bool


class GoalOut(Out):
    """Nơi đến — a unit (`id`), or one founded by a line of the scheme (`step`)."""

    name: str
    id: int | None
    step: int | None


class StepOut(Out):
    """Một dòng."""

    number: int
    verb: Verb
    unit: GoalOut | None
    into: GoalOut | None
    name: str
    kind: OrganizationKind | None
    level: Level | None
    charge: str


class GateOut(Out):
    """Một khâu — `reached` when nothing is left to see to; one that is not `binding` only warns."""

    gate: Gate
    binding: bool
    reached: bool
    faults: list[Said]


class PostOut(Out):
    """Một chức vụ mới — its holder where known and within reach."""

    number: int
    where: GoalOut
    title: str
    kind: PostKind
    holder_id: int | None


class PlaceOut(Out):
    """Một bố trí — who, what of theirs, where to."""

    person_id: int
    stay: Stay
    where: GoalOut | None


class WaitingOut(Out):
    """Chưa bố trí — who, and what of theirs has no place."""

    person_id: int
    stay: Stay


class ConsentOut(Out):
    """Một văn bản đồng ý."""

    about: Consented
    where: GoalOut
    paper: PaperOut


class PostEndOut(Out):
    """Một chức vụ thôi — of a unit that stands on."""

    post_id: int
    title: str
    unit_id: int
    unit: str


class SchemeQuotaOut(Out):
    """Biên chế một đơn vị — the day before and from the effect day; `given` by the scheme."""

    where: GoalOut
    category: StaffCategory
    before: int
    after: int
    given: bool


class MeasuredOut(Out):
    """Đơn vị được soát — with its deputies."""

    id: int
    name: str
    deputies: int


class SurplusOut(Out):
    """Cấp phó dôi dư — how many there may be at most, and by which day."""

    unit: MeasuredOut
    most: int
    conform_by: date
    clause: str


class SchemePageOut(Out):
    """Một đề án — a sheet of its lines; its posts, places and consents; its stages and what they lack.

    `waiting` names the first of `waiting_count` people without a place, within reach.
    """

    line: SchemeOut
    total: int
    steps: list[StepOut]
    posts: list[PostOut]
    post_ends: list[PostEndOut]
    quotas: list[SchemeQuotaOut]
    surplus: list[SurplusOut]
    places: list[PlaceOut]
    consents: list[ConsentOut]
    gates: list[GateOut]
    waiting: list[WaitingOut]
    waiting_count: int


@question(router, "/schemes", needs=Right.READ, shape=Listed[SchemeOut])
def list_schemes(request: Request, asked: Query[Sheet]) -> Any:
    """Các đề án — within reach, the newest first."""
    found = schemes(by=request.actor, on=asked.day)
    return {"total": len(found), "items": found[asked.offset : asked.offset + asked.limit]}


@question(router, "/schemes/{scheme}", needs=Right.READ, shape=SchemePageOut)
def get_scheme(request: Request, scheme: PathId, asked: Query[Sheet]) -> Any:
    """Một đề án — one sheet of its lines."""
    return scheme_page(
        by=request.actor, scheme=scheme, on=asked.day, after=asked.offset, most=asked.limit
    )


class WhereIn(Row):
    """Nơi đến — a unit, or the number of a founding line."""

    MADE = Where
    unit: Id | None = None
    step: Step | None = None


class StepIn(Row):
    """Một dòng — a number of its own, or the next one where none is given."""

    MADE = StepRow
    number: Annotated[int, Field(ge=0, le=1_000_000, strict=True)] = 0
    verb: Verb
    unit: Id | None = None
    into: WhereIn | None = None
    name: Text = ""
    kind: OrganizationKind | None = None
    level: Level | None = None
    has_committee: Yes = False
    share: Annotated[Decimal, Field(gt=0, le=1, decimal_places=4)] | None = None
    charge: Text = ""

    def row(self) -> Any:
        asked = {name: getattr(self, name) for name in type(self).model_fields}
        asked["into"] = self.into.row() if self.into else None
        asked["share"] = None if self.share is None else Fraction(self.share)
        return StepRow(**asked)


class PostIn(Row):
    """Một chức vụ mới."""

    MADE = PostRow
    number: Annotated[int, Field(ge=0, le=1_000_000, strict=True)] = 0
    where: WhereIn
    title: Text
    kind: PostKind
    tier: Tier | None = None
    holder: Id | None = None


class QuotaGivenIn(Row):
    """Biên chế giao theo đề án."""

    MADE = GivenQuota
    where: WhereIn
    category: StaffCategory
    assigned: Annotated[int, Field(ge=0, le=100_000, strict=True)]


class PlaceIn(Row):
    """Bố trí một người."""

    MADE = PlaceRow
    person: Id
    stay: Stay
    where: WhereIn | None = None


class Beginning(Body):
    """Bắt đầu soạn."""

    title: Text
    kept_by: Id
    from_day: Day


class Changing(Body):
    """Sửa tên, ngày."""

    scheme: Id
    title: Text
    from_day: Day


class OfScheme(Body):
    """Đề án."""

    scheme: Id


class AddingSteps(Body):
    """Thêm dòng."""

    scheme: Id
    rows: Annotated[list[StepIn], Many]


class Removing(Body):
    """Bỏ dòng, chức vụ."""

    scheme: Id
    numbers: Annotated[list[Step], Many]


class AddingPosts(Body):
    """Thêm chức vụ."""

    scheme: Id
    rows: Annotated[list[PostIn], Many]


class GivingQuotas(Body):
    """Giao biên chế trong đề án."""

    scheme: Id
    rows: Annotated[list[QuotaGivenIn], Many]


class RemovingQuota(Body):
    """Bỏ biên chế của một đơn vị."""

    scheme: Id
    where: WhereIn
    category: StaffCategory


class EndingPosts(Body):
    """Cho thôi chức vụ."""

    scheme: Id
    posts: Annotated[list[Id], Many]


class KeepingPost(Body):
    """Giữ lại chức vụ."""

    scheme: Id
    post: Id


class Placing(Body):
    """Bố trí người."""

    scheme: Id
    rows: Annotated[list[PlaceIn], Many]


class Consenting(Body):
    """Văn bản đồng ý."""

    scheme: Id
    about: Consented
    where: WhereIn
    basis: Id


class RemovingConsent(Body):
    """Bỏ văn bản đồng ý."""

    scheme: Id
    about: Consented
    where: WhereIn


class Deciding(Body):
    """Quyết định thực hiện."""

    scheme: Id
    basis: Id
    places: Annotated[list[PlaceIn], Many] = []
    others_leave: Yes = False


deed(router, writing.begin_scheme, Beginning)
deed(router, writing.change_scheme, Changing)
deed(router, writing.drop_scheme, OfScheme)
deed(router, writing.add_steps, AddingSteps)
deed(router, writing.carry_units_along, OfScheme)
deed(router, writing.remove_steps, Removing)
deed(router, writing.add_posts, AddingPosts)
deed(router, writing.remove_posts, Removing)
deed(router, staffing.end_posts_in_scheme, EndingPosts)
deed(router, staffing.keep_post_in_scheme, KeepingPost)
deed(router, staffing.give_scheme_quotas, GivingQuotas)
deed(router, staffing.remove_scheme_quota, RemovingQuota)


class RemovingPlace(Body):
    """Bỏ bố trí — of one person."""

    scheme: Id
    person: Id
    stay: Stay


deed(router, writing.remove_place, RemovingPlace)
deed(router, writing.place_people, Placing)
deed(router, writing.record_scheme_consent, Consenting)
deed(router, writing.remove_scheme_consent, RemovingConsent)
deed(router, deciding.decide_scheme, Deciding)
