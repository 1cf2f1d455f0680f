"""Văn bản đồng ý — what a higher committee let pass although the regulation sets a limit."""

from django.db import models
from django.db.models import Q

from thenchot.ground.basis.models import (
    Event,
    Seen,
    TemporalKey,
    TemporalReference,
    keeps_history,
)
from thenchot.ground.basis.words import Privacy
from thenchot.ground.register.models import Person
from thenchot.people.members.words import Consented, Right


@keeps_history
class Consent(Event):
    """Đồng ý — its paper lifts one limit for one person, on the day of the decision it lets pass."""

    SEEN = Seen(str(Right.READ), person="person", by="file")
    PRIVACY = dict.fromkeys(("person", "about"), Privacy.BASIC)

    person = models.ForeignKey(Person, models.PROTECT, related_name="consents")
    about = models.TextField(choices=Consented.choices())

    class Meta:
        constraints = [
            TemporalKey("person", "about", name="consent_said_once"),
            TemporalReference(
                "person", to="register.PersonSpell.person", name="consent_while_person_recorded"
            ),
            models.CheckConstraint(
                condition=Q(about__in=[about.value for about in Consented]),
                name="consent_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return f"{Consented.of(self.about).label}: {self.person}"
