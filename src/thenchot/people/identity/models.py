"""Bảng nhận biết con người — numbers, merged files, namesakes who are not one person."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from thenchot.ground.basis.models import (
    Fact,
    Seen,
    TemporalKey,
    TemporalReference,
    VietnameseField,
    keeps_history,
)
from thenchot.ground.basis.reads.parameters import limits
from thenchot.ground.basis.words import Privacy
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.register.models import Person, PersonSpell
from thenchot.ground.register.words import Right as RegisterRight
from thenchot.ground.register.words import Sex
from thenchot.people.identity.rules.numbers import Life, number_faults, plain_number
from thenchot.people.identity.words import Limits, NumberKind, Right, Sensitive


@keeps_history
class PersonNumber(Fact):
    """Số của một người — one of a kind a day, and on no day two people's; opened with a reason."""

    SEEN = Seen(str(Right.READ_NUMBERS), person="person", by="file", kind=str(Sensitive.NUMBERS))
    PRIVACY = {"person": Privacy.BASIC, "kind": Privacy.BASIC, "number": Privacy.SENSITIVE}

    person = models.ForeignKey(Person, models.PROTECT, related_name="numbers")
    kind = models.TextField(choices=NumberKind.choices())
    number = VietnameseField()

    class Meta:
        constraints = [
            TemporalKey("person", "kind", name="person_number_one_of_a_kind_a_day"),
            TemporalKey("kind", "number", name="person_number_of_one_person"),
            TemporalReference(
                "person",
                to="register.PersonSpell.person",
                name="person_number_while_person_recorded",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in NumberKind]) & ~Q(number=""),
                name="person_number_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return str(NumberKind.of(self.kind).label)  # refusals and the journal print no number

    def faults(self, on: date) -> list[Reason]:
        life = PersonSpell.objects.on(self.effective.start).filter(person=self.person_id).first()
        known = Life(Sex.of(life.sex), life.birth_on) if life else None
        in_force = limits(Limits, self.effective.start)
        return number_faults(NumberKind.of(self.kind), self.number, known, in_force)

    def follow(self) -> None:
        self.number = plain_number(NumberKind.of(self.kind), self.number)


@keeps_history
class PersonMerge(Fact):
    """Gộp hồ sơ — `gone` was the file of the same person as `kept`; its facts stand there now.

    `gone` keeps its number; what was its life is in history. Undone by annulling the paper.
    """

    SEEN = Seen(str(RegisterRight.READ), person="kept", by="name")
    PRIVACY = dict.fromkeys(("gone", "kept"), Privacy.BASIC)
    TOLD_BY_EVENTS = True  # repealing its paper does not make two people of one
    NOT_CORRECTED = frozenset({"gone", "kept", "effective"})

    gone = models.ForeignKey(Person, models.PROTECT, related_name="merged_into")
    kept = models.ForeignKey(Person, models.PROTECT, related_name="merged_from")

    class Meta:
        constraints = [
            TemporalKey("gone", name="person_merge_once"),
            models.CheckConstraint(condition=~Q(gone=F("kept")), name="person_merge_joins_two"),
        ]

    def __str__(self) -> str:
        return f"gộp hồ sơ {self.gone_id} vào hồ sơ {self.kept_id}"


@keeps_history
class PersonDistinct(Fact):
    """Không phải một người — two files alike that are of two people; `one` is the smaller number."""

    SEEN = Seen(str(RegisterRight.READ), person="one", by="name")
    PRIVACY = dict.fromkeys(("one", "other"), Privacy.BASIC)
    NOT_CORRECTED = frozenset({"one", "other"})

    one = models.ForeignKey(Person, models.PROTECT, related_name="told_apart_from")
    other = models.ForeignKey(Person, models.PROTECT, related_name="told_apart")

    class Meta:
        constraints = [
            TemporalKey("one", "other", name="person_distinct_said_once"),
            models.CheckConstraint(
                condition=Q(one__lt=F("other")), name="person_distinct_names_two"
            ),
        ]

    def __str__(self) -> str:
        return f"hồ sơ {self.one_id} và hồ sơ {self.other_id} là hai người"
