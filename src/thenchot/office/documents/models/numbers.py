"""Dãy số và sổ văn bản đi — who gives an organ's numbers, the series they run in, each number given."""

from django.db import models
from django.db.models import F, Q

from thenchot.ground.basis.models import (
    Fact,
    Instrument,
    Kept,
    Seen,
    SeenQuerySet,
    TemporalKey,
    TemporalReference,
    VietnameseField,
    keeps_history,
    no_privacy,
)
from thenchot.ground.register.models import Organization
from thenchot.office.documents.words import Family, NumberState, Right, SeriesBook, Source


@keeps_history
class NumberSource(Fact):
    """Nguồn số — of an organ's papers, from a day on; where another system gives them, its name."""

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy("organization", "source", "system")

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="number_sources")
    source = models.TextField(choices=Source.choices())
    system = VietnameseField(default="", blank=True)

    class Meta:
        constraints = [
            TemporalKey("organization", name="number_source_one_a_day"),
            TemporalReference(
                "organization",
                to="register.OrganizationSpell.organization",
                name="number_source_while_organization_exists",
            ),
            models.CheckConstraint(
                condition=Q(source=Source.OWN.value, system="")
                | (Q(source=Source.OTHER.value) & ~Q(system="")),
                name="number_source_names_the_other_system",
            ),
        ]

    def __str__(self) -> str:
        return Source.of(self.source).label


@keeps_history
class Series(Kept):
    """Dãy số — of an organ for the letters of a type, in a term or a year; `last` is the last number given.

    No letters: one series for every type, as a congress has. `organ_code` is printed in the sign.
    `book` is empty for papers that go out; papers within the organ and copies have registers of their own.
    """

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy(
        "organization", "letters", "organ_code", "form", "period", "from_day", "until_day", "last",
        "book",
    )  # fmt: skip

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="number_series")
    letters = models.TextField(default="", blank=True)
    organ_code = models.TextField()
    form = models.TextField(choices=Family.choices())
    period = VietnameseField()
    from_day = models.DateField()
    until_day = models.DateField(null=True, blank=True)
    last = models.IntegerField(default=0)
    book = models.TextField(null=True, blank=True, choices=SeriesBook.choices())  # noqa: DJ001 — rows written before hash alike

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "letters", "organ_code", "period"],
                name="series_one_of_letters_and_period",
            ),
            models.CheckConstraint(
                condition=~Q(organ_code="")
                & ~Q(period="")
                & Q(last__gte=0)
                & Q(form__in=[Family.PARTY.value, Family.STATE.value])
                & (Q(until_day=None) | Q(until_day__gt=F("from_day"))),
                name="series_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(book=None) | Q(book__in=[each.value for each in SeriesBook]),
                name="series_book_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letters}/{self.organ_code} {self.period}"


@keeps_history
class Outgoing(Kept):
    """Sổ văn bản đi — each number once: given to a paper, kept outside this system, or cancelled.

    `ended_by` is the paper that replaced or recalled it; `series` is empty where another system gave the number. A number kept outside has no paper here
    and nothing else said of it: papers that must not stand in this system take numbers too.
    `paper_also_required`: the signed paper must follow the electronic one; it was sent, then received.
    """

    SEEN = Seen(str(Right.READ), units=("organization", "drafted_by"))
    PRIVACY = no_privacy(
        "organization", "series", "number", "state", "reason", "basis", "ended_by", "given_on", "drafted_by",
        "recipients", "copies", "kept_at", "sent_on", "note",
        "paper_also_required", "paper_sent_on", "paper_received_on",
    )  # fmt: skip

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="papers_out")
    series = models.ForeignKey(
        Series, models.PROTECT, null=True, blank=True, related_name="numbers"
    )
    number = models.IntegerField()
    state = models.TextField(choices=NumberState.choices())
    reason = VietnameseField(default="", blank=True)
    basis = models.ForeignKey(Instrument, models.PROTECT, null=True, blank=True, related_name="+")
    ended_by = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_on = models.DateField()
    drafted_by = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="papers_drafted"
    )
    recipients = VietnameseField(default="", blank=True)
    copies = models.IntegerField(default=1)
    kept_at = VietnameseField(default="", blank=True)
    sent_on = models.DateField(null=True, blank=True)
    note = VietnameseField(default="", blank=True)
    paper_also_required = models.BooleanField(null=True, blank=True)
    paper_sent_on = models.DateField(null=True, blank=True)
    paper_received_on = models.DateField(null=True, blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="number_given_once"),
            models.UniqueConstraint(
                fields=["organization", "basis"],
                condition=~Q(state=NumberState.CANCELLED.value),
                name="paper_numbered_once",
            ),
            models.CheckConstraint(
                condition=Q(state=NumberState.ISSUED.value, basis__isnull=False)
                | Q(
                    state=NumberState.RESERVED.value,
                    basis=None, ended_by=None, drafted_by=None, recipients="", reason="", note="",
                )
                | (Q(state=NumberState.CANCELLED.value) & ~Q(reason="")),
                name="number_is_of_a_paper_kept_outside_or_cancelled",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1) & Q(copies__gte=0), name="number_counts_from_one"
            ),
            models.CheckConstraint(
                condition=Q(sent_on=None) | Q(sent_on__gte=F("given_on")),
                name="paper_sent_after_its_number",
            ),
            models.CheckConstraint(
                condition=Q(paper_also_required=None, paper_sent_on=None, paper_received_on=None)
                | Q(paper_also_required=True, paper_sent_on=None, paper_received_on=None)
                | Q(paper_also_required=True, paper_sent_on__gte=F("sent_on"), paper_received_on=None)
                | Q(
                    paper_also_required=True, paper_sent_on__gte=F("sent_on"),
                    paper_received_on__gte=F("paper_sent_on"),
                ),
                name="paper_leg_follows",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"số {self.number:02d}"
