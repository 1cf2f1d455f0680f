"""Sổ biên chế — how many people a unit may have in a year, by category."""

from django.db import models
from django.db.models import F, Q

from thenchot.ground.basis.models import Fact, Seen, TemporalKey, keeps_history, no_privacy
from thenchot.ground.register.models import Organization
from thenchot.people.positions.words import Right, StaffCategory


@keeps_history
class StaffQuota(Fact):
    """Biên chế — of one unit and category, from the day it is given to the end of its year.

    How many people are there is counted from the register. A unit that ends leaves its year's
    quota standing, as a plan.
    """

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy("organization", "category", "assigned", "used")

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="staff_quotas")
    category = models.TextField(choices=StaffCategory.choices())
    assigned = models.IntegerField()
    used = models.IntegerField()

    class Meta:
        constraints = [
            TemporalKey("organization", "category", name="staff_quota_one_a_day"),
            models.CheckConstraint(
                condition=Q(category__in=[each.value for each in StaffCategory])
                & Q(used__gte=0)
                & Q(used__lte=F("assigned")),
                name="staff_quota_is_listed_and_within",
            ),
        ]

    def __str__(self) -> str:
        return f"{StaffCategory.of(self.category).label} {self.effective.start.year}"
