"""Sổ cán bộ — one row a decision: matter, who decided, about whom or what; what people studied."""

from django.db import models
from django.db.models import Q

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
from thenchot.ground.register.models import Organization, Person
from thenchot.ground.register.words import Decider
from thenchot.ground.register.words import Right as RegisterRight
from thenchot.people.cadres.words import DecisionMatter, QualificationKind, Right


@keeps_history
class CadreDecision(Event):
    """Quyết định về tổ chức, cán bộ, lương — one paper, one row, on the day it takes effect."""

    SEEN = Seen(str(Right.READ), units=("organization",), person="person", by="file")
    PRIVACY = no_privacy("organization", "matter", "decider") | {"person": Privacy.BASIC}

    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="cadre_decisions"
    )
    organization = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="cadre_decisions"
    )
    matter = models.TextField(choices=DecisionMatter.choices())
    decider = models.TextField(choices=Decider.choices())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["basis"], name="cadre_decision_one_a_paper"),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(organization__isnull=False),
                name="cadre_decision_is_about_something",
            ),
            models.CheckConstraint(
                condition=Q(matter__in=[matter.value for matter in DecisionMatter])
                & Q(decider__in=[decider.value for decider in Decider]),
                name="cadre_decision_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return f"{DecisionMatter.of(self.matter).label}: {self.person or self.organization}"


@keeps_history
class Qualification(Fact):
    """Trình độ — the highest one of its kind a person holds, from the day of the diploma.

    Whoever sees the person's name sees it: a list of a former day would else call it unrecorded.
    """

    SEEN = Seen(str(RegisterRight.READ), person="person", by="name")
    PRIVACY = dict.fromkeys(("person", "kind", "title"), Privacy.BASIC)

    person = models.ForeignKey(Person, models.PROTECT, related_name="qualifications")
    kind = models.TextField(choices=QualificationKind.choices())
    title = VietnameseField()

    class Meta:
        constraints = [
            TemporalKey("person", "kind", name="qualification_one_of_a_kind_a_day"),
            TemporalReference(
                "person",
                to="register.PersonSpell.person",
                name="qualification_while_person_recorded",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in QualificationKind]) & ~Q(title=""),
                name="qualification_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return f"{QualificationKind.of(self.kind).label}: {self.title}"
