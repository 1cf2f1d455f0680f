"""Sổ đảng viên — who belongs to which cell in which standing, and how each came and went."""

from django.db import models
from django.db.models import F, Q

from thenchot.ground.basis.models import (
    Event,
    Fact,
    Seen,
    TemporalKey,
    TemporalReference,
    keeps_history,
    no_privacy,
)
from thenchot.ground.basis.words import Privacy
from thenchot.ground.register.models import Organization, Person
from thenchot.people.members.words import WAYS_IN, WAYS_OUT, Right, Status, Way


@keeps_history
class Admission(Event):
    """Quyết định kết nạp — on the day it takes effect; the ceremony makes the member."""

    SEEN = Seen(str(Right.READ), units=("cell",), person="person")
    PRIVACY = dict.fromkeys(("person", "cell"), Privacy.BASIC)

    person = models.ForeignKey(Person, models.PROTECT, related_name="admissions")
    cell = models.ForeignKey(Organization, models.PROTECT, related_name="admissions")

    class Meta:
        constraints = [
            TemporalKey("person", name="admission_decided_once_a_day"),
            TemporalReference(
                "cell",
                to="register.OrganizationSpell.organization",
                name="admission_while_cell_exists",
            ),
            TemporalReference(
                "person", to="register.PersonSpell.person", name="admission_while_person_recorded"
            ),
        ]

    def __str__(self) -> str:
        return f"kết nạp {self.person}"


@keeps_history
class Membership(Fact):
    """Sinh hoạt đảng — one person in one cell in one standing; transfers make a new row."""

    SEEN = Seen(str(Right.READ), units=("cell",), person="person")
    PRIVACY = dict.fromkeys(("person", "cell", "status"), Privacy.BASIC)
    TOLD_BY_EVENTS = True  # by `Movement`
    NOT_CORRECTED = frozenset({"cell", "status", "effective"})

    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    cell = models.ForeignKey(Organization, models.PROTECT, related_name="memberships")
    status = models.TextField(choices=Status.choices())

    class Meta:
        constraints = [
            TemporalKey("person", name="membership_in_one_cell_a_day"),
            TemporalReference(
                "cell",
                to="register.OrganizationSpell.organization",
                name="membership_while_cell_exists",
            ),
            TemporalReference(
                "person", to="register.PersonSpell.person", name="membership_while_person_recorded"
            ),
            models.CheckConstraint(
                condition=Q(status__in=[status.value for status in Status]),
                name="membership_status_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.cell}"


@keeps_history
class PartyDays(Fact):
    """Các ngày đảng — decision, ceremony and official day; both ends of party age are kept.

    The joined day is the ceremony; after recognition party age counts from the admission
    decision (24-QĐ/TW 4.4). From which day we know them so is `effective`.
    """

    SEEN = Seen(str(Right.READ), person="person", by="file")
    PRIVACY = dict.fromkeys(("person", "admitted_on", "joined_on", "official_on"), Privacy.BASIC)
    TOLD_BY_EVENTS = True
    NOT_CORRECTED = frozenset({"effective"})

    person = models.ForeignKey(Person, models.PROTECT, related_name="party_days")
    admitted_on = models.DateField()
    joined_on = models.DateField()
    official_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            TemporalKey("person", name="party_days_one_state_a_day"),
            TemporalReference(
                "person", to="register.PersonSpell.person", name="party_days_while_person_recorded"
            ),
            models.CheckConstraint(
                condition=Q(joined_on__gte=F("admitted_on"))
                & (Q(official_on=None) | Q(official_on__gte=F("joined_on"))),
                name="party_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.joined_on:%d/%m/%Y}"


@keeps_history
class Movement(Event):
    """Biến động — one way in, out or between, on its day; opening + in − out = closing."""

    SEEN = Seen(
        str(Right.READ), units=("from_cell", "to_cell"), person="person",
        withheld=("way", str(Way.EXPELLED), str(Right.READ_EXPULSIONS)),
    )  # fmt: skip
    PRIVACY = dict.fromkeys(("person", "way", "from_cell", "to_cell"), Privacy.BASIC)
    NOT_CORRECTED = frozenset({"way", "from_cell", "to_cell", "effective"})

    person = models.ForeignKey(Person, models.PROTECT, related_name="movements")
    way = models.TextField(choices=Way.choices())
    from_cell = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="movements_out"
    )
    to_cell = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="movements_in"
    )

    class Meta:
        constraints = [
            TemporalKey("person", "way", name="movement_said_once"),
            TemporalReference(
                "to_cell",
                to="register.OrganizationSpell.organization",
                name="movement_while_cell_exists",
            ),
            models.CheckConstraint(
                condition=Q(
                    way__in=sorted(way.value for way in WAYS_IN),
                    from_cell=None,
                    to_cell__isnull=False,
                )
                | Q(
                    way__in=sorted(way.value for way in WAYS_OUT),
                    from_cell__isnull=False,
                    to_cell=None,
                )
                | Q(way=Way.RECOGNISED.value, from_cell=F("to_cell"))
                | Q(way=Way.TRANSFERRED.value, from_cell__isnull=False, to_cell__isnull=False)
                & ~Q(from_cell=F("to_cell")),
                name="movement_goes_where_its_way_says",
            ),
        ]

    def __str__(self) -> str:
        if self.way == Way.EXPELLED:
            return f"biến động {self.pk}"  # refusals and the journal do not name the expelled
        return f"{Way.of(self.way).label}: {self.person}"


class Seat(models.Model):
    """Chỗ để đếm — a membership on days when nothing that counts about the member changes.

    A projection of memberships, people and party days, kept by triggers of the database
    (`migrations/sql/seat.sql`); nobody writes it. Plain days instead of ranges and no second
    table to join make counting many times faster; an open end is `infinity`.
    """

    SEEN = Seen(str(Right.READ), units=("cell",), person="person")
    PRIVACY = no_privacy("id") | dict.fromkeys(
        (
            "membership",
            "person",
            "cell",
            "from_day",
            "until_day",
            "status",
            "sex",
            "birth_on",
            "since_on",
        ),
        Privacy.BASIC,
    )

    membership = models.ForeignKey(
        Membership, models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    person = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_constraint=False)
    cell = models.ForeignKey(Organization, models.DO_NOTHING, related_name="+", db_constraint=False)
    from_day = models.DateField()
    until_day = models.DateField()
    status = models.TextField()
    sex = models.TextField(null=True)  # noqa: DJ001 — not known on these days
    birth_on = models.DateField(null=True)
    since_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.membership_id} {self.from_day}"
