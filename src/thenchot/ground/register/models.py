"""Sổ tổ chức — organizations, people, posts: an identity each, and spells that say what held when."""

from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from thenchot.ground.basis.models import (
    DayRangeField,
    Fact,
    Kept,
    Seen,
    TemporalKey,
    TemporalReference,
    VietnameseField,
    keeps_history,
    no_privacy,
)
from thenchot.ground.basis.words import Privacy
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.names import fold, sort_key, tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.register import words
from thenchot.ground.register.rules import life_faults, title_faults
from thenchot.ground.register.words import (
    Came,
    Decider,
    Level,
    Manner,
    Matter,
    OrganizationKind,
    PostKind,
    Right,
    Sex,
    Tier,
)


def _listed(**columns: type[Labelled]) -> models.Q:
    """Có trong danh mục — each column holds a word of its list (or nothing, where it may)."""
    return models.Q(
        **{f"{name}__in": [word.value for word in words] for name, words in columns.items()}
    )


@keeps_history
class Organization(Kept):
    """Tổ chức — the identity that stays while name, kind and parent change; never deleted."""

    SEEN = Seen()

    def __str__(self) -> str:
        return f"tổ chức {self.pk}"


@keeps_history
class OrganizationSpell(Fact):
    """Trạng thái tổ chức — name, kind, level, parent and committee, as they held on days."""

    SEEN = Seen(str(Right.READ_TREE), units=("organization",))
    PRIVACY = no_privacy("organization", "name", "kind", "level", "parent", "has_committee")

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="spells")
    name = VietnameseField()
    kind = models.TextField(choices=OrganizationKind.choices())
    level = models.TextField(choices=Level.choices())
    parent = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="child_spells"
    )
    has_committee = models.BooleanField(default=False)

    class Meta:
        constraints = [
            TemporalKey("organization", name="organization_one_state_a_day"),
            TemporalReference(
                "parent",
                to="register.OrganizationSpell.organization",
                name="organization_while_parent_exists",
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("organization")),
                name="organization_not_its_own_parent",
            ),
            models.CheckConstraint(
                condition=_listed(kind=OrganizationKind, level=Level),
                name="organization_kind_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def faults(self, on: date) -> list[Reason]:
        return title_faults(self.name)


@keeps_history
class Succession(Fact):
    """Kế tục — from a day on, what one organization was goes on in another.

    `share`: how much of it, where it goes on in several and the paper says so.
    """

    SEEN = Seen(str(Right.READ_TREE), units=("predecessor", "successor"))
    PRIVACY = no_privacy("predecessor", "successor", "kind", "share")

    predecessor = models.ForeignKey(Organization, models.PROTECT, related_name="continued_in")
    successor = models.ForeignKey(Organization, models.PROTECT, related_name="continues")
    kind = models.TextField(choices=words.Succession.choices())
    share = models.DecimalField(max_digits=5, decimal_places=4, null=True, blank=True)

    class Meta:
        constraints = [
            TemporalKey("predecessor", "successor", name="succession_said_once"),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")),
                name="succession_joins_two",
            ),
            models.CheckConstraint(
                condition=_listed(kind=words.Succession), name="succession_kind_is_listed"
            ),
            models.CheckConstraint(
                condition=models.Q(share=None) | models.Q(share__gt=0, share__lte=1),
                name="succession_share_is_a_part",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class Closure(models.Model):
    """Cây qua thời gian — on which days `descendant` stands at or below `ancestor`, how far below.

    A projection of the parents in `OrganizationSpell`, kept by triggers of the database
    (`migrations/sql/closure.sql`); nobody writes it. Depth 0 is the unit itself.
    """

    PRIVACY = no_privacy("id", "ancestor", "descendant", "depth", "effective")

    ancestor = models.ForeignKey(
        Organization, models.DO_NOTHING, related_name="lines_down", db_constraint=False
    )
    descendant = models.ForeignKey(
        Organization, models.DO_NOTHING, related_name="lines_up", db_constraint=False
    )
    depth = models.SmallIntegerField()
    effective = DayRangeField()

    def __str__(self) -> str:
        return f"{self.ancestor_id} ⊇ {self.descendant_id} {self.effective}"


class Reach(models.Model):
    """Tầm quản lý — on which days whoever answers for `ancestor` answers for `descendant`.

    The tree through time, and beyond a unit's own days: a unit that ended is answered for by its
    successors, else by the unit it last stood under; one that has not begun, by the unit it will
    stand under. A projection kept by triggers (`migrations/sql/reach.sql`); nobody writes it.
    """

    PRIVACY = no_privacy("id", "ancestor", "descendant", "from_day", "until_day")

    ancestor = models.ForeignKey(
        Organization, models.DO_NOTHING, related_name="+", db_constraint=False
    )
    descendant = models.ForeignKey(
        Organization, models.DO_NOTHING, related_name="+", db_constraint=False
    )
    from_day = models.DateField()
    until_day = models.DateField()

    def __str__(self) -> str:
        return f"{self.ancestor_id} ⊇ {self.descendant_id}"


@keeps_history
class Person(Kept):
    """Con người — the identity that stays; never deleted. `kept_by` made the first record."""

    SEEN = Seen()
    PRIVACY = {"kept_by": Privacy.BASIC}

    kept_by = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="people_recorded"
    )

    def __str__(self) -> str:
        return f"người {self.pk}"


@keeps_history
class PersonSpell(Fact):
    """Lai lịch — name, birth day, sex, ethnicity, hometown, as they held on days.

    Keys for search and order stand beside the name; what no paper said is left open.
    """

    SEEN = Seen(str(Right.READ), person="person", by="name")
    PRIVACY = dict.fromkeys(
        (
            "person",
            "full_name",
            "search_key",
            "sort_key",
            "birth_on",
            "sex",
            "ethnicity",
            "hometown",
        ),
        Privacy.BASIC,
    )

    person = models.ForeignKey(Person, models.PROTECT, related_name="spells")
    full_name = VietnameseField()
    search_key = models.TextField()
    sort_key = models.TextField(db_collation="C")
    birth_on = models.DateField(null=True, blank=True)
    sex = models.TextField(choices=Sex.choices())
    ethnicity = VietnameseField(null=True, blank=True)
    hometown = VietnameseField(null=True, blank=True)

    NOT_CORRECTED = frozenset({"search_key", "sort_key"})

    class Meta:
        constraints = [
            TemporalKey("person", name="person_one_state_a_day"),
            models.CheckConstraint(condition=_listed(sex=Sex), name="person_sex_is_listed"),
            models.CheckConstraint(
                condition=~models.Q(ethnicity="") & ~models.Q(hometown=""),
                name="person_origin_is_said_or_open",
            ),
        ]
        indexes = [
            GinIndex(fields=["search_key"], opclasses=["gin_trgm_ops"], name="person_by_any_part")
        ]

    def __str__(self) -> str:
        return str(self.full_name)

    def faults(self, on: date) -> list[Reason]:
        origin = self.ethnicity or "", self.hometown or ""
        return life_faults(self.full_name, self.birth_on, *origin, on)

    def follow(self) -> None:
        self.full_name = tidy_name(self.full_name)
        self.search_key, self.sort_key = fold(self.full_name), sort_key(self.full_name)


@keeps_history
class Post(Kept):
    """Chức vụ — the identity of one seat; never deleted."""

    SEEN = Seen()

    def __str__(self) -> str:
        return f"chức vụ {self.pk}"


@keeps_history
class PostSpell(Fact):
    """Trạng thái chức vụ — title, kind and organization of a seat, as they held on days."""

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy("post", "organization", "title", "kind", "tier")

    post = models.ForeignKey(Post, models.PROTECT, related_name="spells")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="post_spells")
    title = VietnameseField()
    kind = models.TextField(choices=PostKind.choices())
    tier = models.TextField(choices=Tier.choices(), null=True, blank=True)  # noqa: DJ001 — not known yet

    class Meta:
        constraints = [
            TemporalKey("post", name="post_one_state_a_day"),
            TemporalReference(
                "organization",
                to="register.OrganizationSpell.organization",
                name="post_while_organization_exists",
            ),
            models.CheckConstraint(
                condition=_listed(kind=PostKind) & (models.Q(tier=None) | _listed(tier=Tier)),
                name="post_kind_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    def faults(self, on: date) -> list[Reason]:
        return title_faults(self.title, "title")


@keeps_history
class Posting(Fact):
    """Giữ chức vụ — one person holds one post, from the day a decision takes effect.

    How it is held, how it came about and who decided stand beside it where the paper was read for it.
    """

    SEEN = Seen(str(Right.READ), person="person", through=("post", "register.PostSpell"))
    PRIVACY = dict.fromkeys(("person", "post", "manner", "came", "decider"), Privacy.BASIC)

    person = models.ForeignKey(Person, models.PROTECT, related_name="postings")
    post = models.ForeignKey(Post, models.PROTECT, related_name="postings")
    manner = models.TextField(choices=Manner.choices(), null=True, blank=True)  # noqa: DJ001 — not said
    came = models.TextField(choices=Came.choices(), null=True, blank=True)  # noqa: DJ001
    decider = models.TextField(choices=Decider.choices(), null=True, blank=True)  # noqa: DJ001

    class Meta:
        constraints = [
            TemporalKey("post", name="post_held_by_one_at_a_time"),
            TemporalReference(
                "post", to="register.PostSpell.post", name="posting_while_post_exists"
            ),
            TemporalReference(
                "person", to="register.PersonSpell.person", name="posting_while_person_recorded"
            ),
            models.CheckConstraint(
                condition=(models.Q(manner=None) | _listed(manner=Manner))
                & (models.Q(came=None) | _listed(came=Came))
                & (models.Q(decider=None) | _listed(decider=Decider)),
                name="posting_manner_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.post}"


@keeps_history
class Employment(Fact):
    """Đơn vị công tác — where a person works; the cell of a member may be elsewhere."""

    SEEN = Seen(str(Right.READ), units=("organization",), person="person")
    PRIVACY = {"person": Privacy.BASIC, "organization": Privacy.BASIC}

    person = models.ForeignKey(Person, models.PROTECT, related_name="employments")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="employments")

    class Meta:
        constraints = [
            TemporalKey("person", name="employment_in_one_place_a_day"),
            TemporalReference(
                "organization",
                to="register.OrganizationSpell.organization",
                name="employment_while_organization_exists",
            ),
            TemporalReference(
                "person", to="register.PersonSpell.person", name="employment_while_person_recorded"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.organization}"


@keeps_history
class Competence(Fact):
    """Phân cấp — who decides a matter about people of a management tier."""

    SEEN = Seen()
    PRIVACY = no_privacy("matter", "tier", "decider")

    matter = models.TextField(choices=Matter.choices())
    tier = models.TextField(choices=Tier.choices())
    decider = models.TextField(choices=Decider.choices())

    class Meta:
        constraints = [
            TemporalKey("matter", "tier", name="competence_one_decider_a_day"),
            models.CheckConstraint(
                condition=_listed(matter=Matter, tier=Tier, decider=Decider),
                name="competence_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return f"{Matter.of(self.matter).label}, {Tier.of(self.tier).label}"
