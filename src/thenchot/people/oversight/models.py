"""Sổ kiểm tra, kỷ luật — decisions on members, yearly inspection plans of cells."""

from django.db import models
from django.db.models import Q

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
from thenchot.people.oversight.words import Body, DisciplineForm, Right, Sensitive


@keeps_history
class Discipline(Event):
    """Kỷ luật đảng viên — one person, one form, on the day of the decision; the cell of that day."""

    SEEN = Seen(
        str(Right.READ_NAMES), units=("cell",), person="person", kind=str(Sensitive.DISCIPLINE)
    )
    PRIVACY = dict.fromkeys(("person", "cell", "form", "body"), Privacy.SENSITIVE)

    person = models.ForeignKey(Person, models.PROTECT, related_name="disciplines")
    cell = models.ForeignKey(Organization, models.PROTECT, related_name="disciplines")
    form = models.TextField(choices=DisciplineForm.choices())
    body = models.TextField(choices=Body.choices())

    class Meta:
        constraints = [
            TemporalKey("person", name="discipline_one_form_a_day"),
            TemporalReference(
                "person", to="register.PersonSpell.person", name="discipline_while_person_recorded"
            ),
            TemporalReference(
                "cell",
                to="register.OrganizationSpell.organization",
                name="discipline_while_cell_exists",
            ),
            models.CheckConstraint(
                condition=Q(form__in=[form.value for form in DisciplineForm])
                & Q(body__in=[body.value for body in Body]),
                name="discipline_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return f"kỷ luật {self.pk}"  # refusals and the journal name nobody


@keeps_history
class InspectionPlan(Fact):
    """Kế hoạch kiểm tra, giám sát — of one cell for one year; `visits` is how many it plans."""

    SEEN = Seen(str(Right.READ), units=("cell",))
    PRIVACY = no_privacy("cell", "visits")

    cell = models.ForeignKey(Organization, models.PROTECT, related_name="inspection_plans")
    visits = models.SmallIntegerField()

    class Meta:
        constraints = [
            TemporalKey("cell", name="inspection_plan_one_a_year"),
            models.CheckConstraint(condition=Q(visits__gte=1), name="inspection_plan_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"kế hoạch kiểm tra {self.effective.start.year}, {self.cell}"
