"""Sổ khen thưởng — party badges by party age; commendations of people and organizations."""

from django.db import models
from django.db.models import Q

from thenchot.ground.basis.models import (
    Event,
    Seen,
    TemporalReference,
    VietnameseField,
    keeps_history,
    no_privacy,
)
from thenchot.ground.basis.words import Privacy
from thenchot.ground.register.models import Organization, Person
from thenchot.people.awards.words import AwardForm, Right, Timing


@keeps_history
class Badge(Event):
    """Huy hiệu Đảng — of so many years, once in a life, on the day of the award round."""

    SEEN = Seen(str(Right.READ), person="person", by="file")
    PRIVACY = dict.fromkeys(("person", "years", "timing"), Privacy.BASIC)

    person = models.ForeignKey(Person, models.PROTECT, related_name="badges")
    years = models.SmallIntegerField()
    timing = models.TextField(choices=Timing.choices())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "years"], name="badge_given_once"),
            TemporalReference(
                "person", to="register.PersonSpell.person", name="badge_while_person_recorded"
            ),
            models.CheckConstraint(
                condition=Q(timing__in=[timing.value for timing in Timing]),
                name="badge_timing_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return f"Huy hiệu {self.years} năm: {self.person}"


@keeps_history
class Commendation(Event):
    """Khen thưởng — of one person or one organization, for an occasion named by the paper."""

    SEEN = Seen(str(Right.READ), units=("organization",), person="person", by="file")
    PRIVACY = no_privacy("organization", "form", "occasion") | {"person": Privacy.BASIC}

    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="commendations"
    )
    organization = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="commendations"
    )
    form = models.TextField(choices=AwardForm.choices())
    occasion = VietnameseField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person=None, organization__isnull=False)
                | Q(person__isnull=False, organization=None),
                name="commendation_of_a_person_or_a_collective",
            ),
            models.CheckConstraint(
                condition=Q(form__in=[form.value for form in AwardForm]) & ~Q(occasion=""),
                name="commendation_form_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return f"{AwardForm.of(self.form).label}: {self.occasion}"
