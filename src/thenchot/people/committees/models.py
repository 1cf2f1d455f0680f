"""Sổ cấp ủy — terms with their numbers, seats and how each was come by, bodies, working papers, pilots."""

from django.db import models
from django.db.models import F, Q

from thenchot.ground.basis.models import (
    Event,
    Fact,
    Seen,
    TemporalKey,
    TemporalReference,
    VietnameseField,
    keeps_history,
    no_privacy,
)
from thenchot.ground.basis.words import Privacy
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.register.models import Organization, Person
from thenchot.ground.register.words import Right
from thenchot.people.committees.words import Manner, Rank, Role, WorkingKind

UNIT = Seen(str(Right.READ), units=("organization",))
SOMEBODY = Seen(str(Right.READ), units=("organization",), person="person")


def _listed(column: str, words: type[Labelled]) -> Q:
    return Q(**{f"{column}__in": [word.value for word in words]})


def _while_unit(name: str) -> TemporalReference:
    return TemporalReference(
        "organization", to="register.OrganizationSpell.organization", name=name
    )


def _while_person(name: str) -> TemporalReference:
    return TemporalReference("person", to="register.PersonSpell.person", name=name)


@keeps_history
class CommitteeTerm(Fact):
    """Nhiệm kỳ của cấp ủy — its name and how many members it may have."""

    SEEN = UNIT
    PRIVACY = no_privacy("organization", "label", "executive", "standing")

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="terms")
    label = VietnameseField()
    executive = models.PositiveSmallIntegerField()
    standing = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            TemporalKey("organization", name="committee_term_one_a_day"),
            _while_unit("committee_term_while_unit_exists"),
            models.CheckConstraint(
                condition=~Q(label="") & Q(executive__gte=1, standing__lte=F("executive")),
                name="committee_term_numbers_go_together",
            ),
        ]

    def __str__(self) -> str:
        return str(self.label)


@keeps_history
class CommitteeSeat(Fact):
    """Cấp ủy viên — one person in one committee with the highest rank held there."""

    SEEN = SOMEBODY
    PRIVACY = no_privacy("organization", "rank") | {"person": Privacy.BASIC}

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="committee_seats")
    person = models.ForeignKey(Person, models.PROTECT, related_name="committee_seats")
    rank = models.TextField(choices=Rank.choices())

    class Meta:
        constraints = [
            TemporalKey("organization", "person", name="committee_seat_once_a_day"),
            TemporalReference(
                "organization", to="committees.CommitteeTerm.organization",
                name="committee_seat_while_term_runs",
            ),
            _while_person("committee_seat_while_person_recorded"),
            models.CheckConstraint(
                condition=_listed("rank", Rank), name="committee_seat_rank_is_listed"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{Rank.of(self.rank).label}: {self.person}"


@keeps_history
class CommitteeStep(Event):
    """Bầu, chỉ định, chuẩn y — one step by which a person came to sit, with the body that decided it."""

    SEEN = SOMEBODY
    PRIVACY = no_privacy("organization", "manner", "decider") | {"person": Privacy.BASIC}

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="committee_steps")
    person = models.ForeignKey(Person, models.PROTECT, related_name="committee_steps")
    manner = models.TextField(choices=Manner.choices())
    decider = VietnameseField()

    class Meta:
        constraints = [
            TemporalKey("organization", "person", "manner", name="committee_step_once_a_day"),
            _while_person("committee_step_while_person_recorded"),
            models.CheckConstraint(
                condition=_listed("manner", Manner) & ~Q(decider=""),
                name="committee_step_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return f"{Manner.of(self.manner).label}: {self.person}"


@keeps_history
class Body(Fact):
    """Ban chỉ đạo, hội đồng, tổ — which agency serves it, and its own series of numbers."""

    SEEN = UNIT
    PRIVACY = no_privacy("organization", "standing_agency", "series")

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="bodies")
    standing_agency = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="serves"
    )
    series = VietnameseField(default="", blank=True)

    class Meta:
        constraints = [
            TemporalKey("organization", name="body_one_state_a_day"),
            _while_unit("body_while_unit_exists"),
        ]

    def __str__(self) -> str:
        return str(self.series)


@keeps_history
class BodyMember(Fact):
    """Thành viên — of a body of limited life, with the role the paper names."""

    SEEN = SOMEBODY
    PRIVACY = no_privacy("organization", "role") | {"person": Privacy.BASIC}

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="body_members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="body_memberships")
    role = models.TextField(choices=Role.choices())

    class Meta:
        constraints = [
            TemporalKey("organization", "person", name="body_member_once_a_day"),
            _while_unit("body_member_while_unit_exists"),
            _while_person("body_member_while_person_recorded"),
            models.CheckConstraint(
                condition=_listed("role", Role), name="body_member_role_is_listed"
            ),
        ]

    def __str__(self) -> str:
        return f"{Role.of(self.role).label}: {self.person}"


@keeps_history
class WorkingPaper(Fact):
    """Quy chế, chương trình, phân công — the paper is its basis; in force until the next of its kind."""

    SEEN = UNIT
    PRIVACY = no_privacy("organization", "kind")

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="working_papers")
    kind = models.TextField(choices=WorkingKind.choices())

    class Meta:
        constraints = [
            TemporalKey("organization", "kind", name="working_paper_one_of_a_kind_a_day"),
            _while_unit("working_paper_while_unit_exists"),
            models.CheckConstraint(
                condition=_listed("kind", WorkingKind), name="working_paper_is_listed"
            ),
        ]

    def __str__(self) -> str:
        return str(WorkingKind.of(self.kind).label)


@keeps_history
class Pilot(Fact):
    """Điểm — a unit where something is tried first; its plan is the basis."""

    SEEN = UNIT
    PRIVACY = no_privacy(
        "organization", "subject", "directed_by", "equipment", "review", "replicated_to"
    )

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="pilots")
    subject = VietnameseField()
    directed_by = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="pilots_directed"
    )
    equipment = VietnameseField(default="", blank=True)
    review = VietnameseField(default="", blank=True)
    replicated_to = VietnameseField(default="", blank=True)

    class Meta:
        constraints = [
            TemporalKey("organization", "subject", name="pilot_one_of_a_subject_a_day"),
            _while_unit("pilot_while_unit_exists"),
            models.CheckConstraint(condition=~Q(subject=""), name="pilot_has_a_subject"),
        ]

    def __str__(self) -> str:
        return str(self.subject)
