"""Sổ đề án — a scheme being written: its lines, new posts, places of people, consents; no facts yet."""

from django.db import models
from django.db.models import F, Q

from thenchot.ground.basis.models import (
    Instrument,
    Kept,
    Seen,
    SeenQuerySet,
    VietnameseField,
    keeps_history,
    no_privacy,
)
from thenchot.ground.basis.words import Privacy
from thenchot.ground.register.models import Organization, Person, Post
from thenchot.ground.register.words import Level, OrganizationKind, PostKind, Right, Tier
from thenchot.people.positions.words import Right as PositionsRight
from thenchot.people.positions.words import StaffCategory
from thenchot.people.reorganisation.words import (
    CHANGING,
    CONTINUED,
    ENDING,
    Consented,
    State,
    Stay,
    Verb,
)

SEEN = Seen(str(Right.READ), units=("kept_by",))


def _one_of(*columns: str) -> Q:
    """Chọn một — exactly one of two columns is filled."""
    one, other = columns
    return Q(**{f"{one}__isnull": False, other: None}) | Q(**{one: None, f"{other}__isnull": False})


def _none_of(*columns: str) -> Q:
    return Q(**dict.fromkeys(columns, None))


@keeps_history
class Scheme(Kept):
    """Đề án sắp xếp — a draft until its decision is recorded; then `paper` carries its facts."""

    SEEN = SEEN
    PRIVACY = no_privacy("kept_by", "title", "from_day", "state", "paper")

    kept_by = models.ForeignKey(Organization, models.PROTECT, related_name="schemes")
    title = VietnameseField()
    from_day = models.DateField()
    state = models.TextField(choices=State.choices(), default=State.DRAFT.value)
    paper = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="schemes"
    )

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[State.DRAFT.value, State.DROPPED.value], paper=None)
                | Q(state=State.DECIDED.value, paper__isnull=False),
                name="scheme_decided_by_a_paper",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="scheme_has_a_title"),
        ]

    def __str__(self) -> str:
        return str(self.title)


@keeps_history
class SchemeStep(Kept):
    """Dòng của đề án — one verb for one unit; `made` is the unit it founded once decided.

    `into` is where the unit goes (its receiving unit, its new superior); `into_step` says the same
    of a unit this scheme founds, named by the line that founds it. `share`: how much of a divided
    unit goes there.
    """

    SEEN = SEEN
    PRIVACY = no_privacy(
        "scheme", "kept_by", "number", "verb", "unit", "into", "into_step", "name", "kind",
        "level", "has_committee", "share", "charge", "made",
    )  # fmt: skip

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="steps")
    kept_by = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    number = models.IntegerField()
    verb = models.TextField(choices=Verb.choices())
    unit = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="scheme_steps"
    )
    into = models.ForeignKey(Organization, models.PROTECT, null=True, blank=True, related_name="+")
    into_step = models.IntegerField(null=True, blank=True)
    name = VietnameseField(default="", blank=True)
    kind = models.TextField(choices=OrganizationKind.choices(), default="", blank=True)
    level = models.TextField(choices=Level.choices(), default="", blank=True)
    has_committee = models.BooleanField(default=False)
    share = models.DecimalField(max_digits=5, decimal_places=4, null=True, blank=True)
    charge = VietnameseField(default="", blank=True)
    made = models.ForeignKey(Organization, models.PROTECT, null=True, blank=True, related_name="+")

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scheme", "number"], name="scheme_step_numbered_once"),
            models.CheckConstraint(
                condition=Q(verb=Verb.FOUND.value, unit=None, into=None)
                | Q(verb=Verb.FOUND.value, unit=None, into_step=None)
                | Q(verb__in=sorted({*CONTINUED, Verb.TRANSFER}), unit__isnull=False)
                & _one_of("into", "into_step")
                | Q(
                    verb__in=sorted({*ENDING, *CHANGING} - {*CONTINUED, Verb.TRANSFER}),
                    unit__isnull=False,
                )
                & _none_of("into", "into_step"),
                name="scheme_step_says_where",
            ),
            models.CheckConstraint(
                condition=~Q(verb__in=[Verb.FOUND.value, Verb.RENAME.value]) | ~Q(name=""),
                name="scheme_step_says_the_name",
            ),
            models.CheckConstraint(
                condition=~Q(verb__in=[Verb.FOUND.value, Verb.RETYPE.value])
                | ~Q(kind="") & ~Q(level=""),
                name="scheme_step_says_the_kind",
            ),
            models.CheckConstraint(
                condition=Q(into=None) | Q(unit=None) | ~Q(into=F("unit")),
                name="scheme_step_joins_two",
            ),
            models.CheckConstraint(
                condition=Q(share=None) | Q(share__gt=0, share__lte=1),
                name="scheme_step_share_is_a_part",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {Verb.of(self.verb).label}"


@keeps_history
class SchemePost(Kept):
    """Chức vụ mới — a seat the scheme makes, in a unit that stands or that it founds; and its holder."""

    SEEN = SEEN
    PRIVACY = no_privacy(
        "scheme", "kept_by", "number", "unit", "unit_step", "title", "kind", "tier"
    ) | {"holder": Privacy.BASIC}

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="posts")
    kept_by = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    number = models.IntegerField()
    unit = models.ForeignKey(Organization, models.PROTECT, null=True, blank=True, related_name="+")
    unit_step = models.IntegerField(null=True, blank=True)
    title = VietnameseField()
    kind = models.TextField(choices=PostKind.choices())
    tier = models.TextField(choices=Tier.choices(), null=True, blank=True)  # noqa: DJ001 — not known yet
    holder = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scheme", "number"], name="scheme_post_numbered_once"),
            models.CheckConstraint(
                condition=_one_of("unit", "unit_step"), name="scheme_post_says_where"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="scheme_post_has_a_title"),
        ]

    def __str__(self) -> str:
        return str(self.title)


@keeps_history
class SchemePostEnd(Kept):
    """Chức vụ thôi — a seat the scheme ends in a unit that stands on."""

    SEEN = SEEN
    PRIVACY = no_privacy("scheme", "kept_by", "post")

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="post_ends")
    kept_by = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scheme", "post"], name="scheme_post_ended_once"),
        ]

    def __str__(self) -> str:
        return str(self.post_id)


@keeps_history
class SchemeQuota(Kept):
    """Biên chế của đề án — how many a unit that stands, or that it founds, has from the effect day."""

    SEEN = Seen(str(PositionsRight.READ), units=("kept_by",))
    PRIVACY = no_privacy("scheme", "kept_by", "unit", "unit_step", "category", "assigned")

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="quotas")
    kept_by = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Organization, models.PROTECT, null=True, blank=True, related_name="+")
    unit_step = models.IntegerField(null=True, blank=True)
    category = models.TextField(choices=StaffCategory.choices())
    assigned = models.IntegerField()

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "category", "unit", "unit_step"],
                nulls_distinct=False,
                name="scheme_quota_said_once",
            ),
            models.CheckConstraint(
                condition=_one_of("unit", "unit_step"), name="scheme_quota_says_where"
            ),
            models.CheckConstraint(
                condition=Q(category__in=[each.value for each in StaffCategory])
                & Q(assigned__gte=0),
                name="scheme_quota_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return f"{StaffCategory.of(self.category).label}: {self.assigned}"


@keeps_history
class SchemePlace(Kept):
    """Bố trí người — where one person goes whom the units leave without a place."""

    SEEN = SEEN
    PRIVACY = no_privacy("scheme", "kept_by", "stay", "unit", "unit_step") | {
        "person": Privacy.BASIC
    }

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="places")
    kept_by = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    stay = models.TextField(choices=Stay.choices())
    unit = models.ForeignKey(Organization, models.PROTECT, null=True, blank=True, related_name="+")
    unit_step = models.IntegerField(null=True, blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "person", "stay"], name="scheme_place_said_once"
            ),
            models.CheckConstraint(
                condition=Q(stay=Stay.NO_POST.value) & _none_of("unit", "unit_step")
                | Q(stay__in=[Stay.CELL.value, Stay.WORK.value]) & _one_of("unit", "unit_step"),
                name="scheme_place_says_where",
            ),
        ]

    def __str__(self) -> str:
        return f"{Stay.of(self.stay).label}: {self.person}"


@keeps_history
class SchemeConsent(Kept):
    """Văn bản đồng ý — lets one limit pass for one unit of the scheme."""

    SEEN = SEEN
    PRIVACY = no_privacy("scheme", "kept_by", "about", "unit", "unit_step", "paper")

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="consents")
    kept_by = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    about = models.TextField(choices=Consented.choices())
    unit = models.ForeignKey(Organization, models.PROTECT, null=True, blank=True, related_name="+")
    unit_step = models.IntegerField(null=True, blank=True)
    paper = models.ForeignKey(Instrument, models.PROTECT, related_name="+")

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "about", "unit", "unit_step"],
                nulls_distinct=False,
                name="scheme_consent_said_once",
            ),
            models.CheckConstraint(
                condition=_one_of("unit", "unit_step"), name="scheme_consent_says_where"
            ),
        ]

    def __str__(self) -> str:
        return Consented.of(self.about).label
