"""Dự thảo — a paper being written, its versions, the opinions on it, each step it went."""

from django.db import models
from django.db.models import F, Q

from thenchot.ground.basis.models import (
    Kept,
    Seen,
    SeenQuerySet,
    VietnameseField,
    keeps_history,
    no_privacy,
)
from thenchot.ground.basis.words import InstrumentKind, Privacy
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.register.models import Organization, Person
from thenchot.ground.register.words import Decider, Matter, Tier
from thenchot.office.documents.models import Incoming, Outgoing
from thenchot.office.documents.words import NumberState
from thenchot.office.drafting.rules.flow import BODIES
from thenchot.office.drafting.words import Right, Signing, State, Verb

OF_WRITERS = Seen(str(Right.READ), units=("unit",))
DECIDED = (State.AGREED.value, State.SIGNED.value, State.NUMBERED.value)
ONCE_SIGNED = (State.SIGNED.value, State.NUMBERED.value, State.DROPPED.value)


def _listed_or_open(**columns: type[Labelled]) -> Q:
    found = Q()
    for name, words in columns.items():
        found &= Q(**{name: None}) | Q(**{f"{name}__in": [word.value for word in words]})
    return found


@keeps_history
class DraftPaper(Kept):
    """Dự thảo văn bản — `unit` writes it, `organization` issues it: the same, or one above it.

    `issuer`, `parent` are the names printed at the head, `authority` what stands under T/M, K/T,
    T/L or TUQ. `proposal` to `differences` are the leader's one page (phiếu trình). `answers` is the paper
    that came and is answered by it, `number` the number it was given. `decider` says whose decision
    it is where it is not the head's, found by `matter` and `tier`; `carried_on` the day its vote
    carried, `centre_asked` and `centre_said` the papers that asked the Centre and answered. `signed_on` is
    the day it was signed, as `signing` to `signer` say; empty in papers numbered before signing was recorded.
    """

    SEEN = OF_WRITERS
    PRIVACY = no_privacy(
        "unit", "organization", "kind", "abstract", "parent", "issuer", "place", "addressee",
        "recipients", "signing", "authority", "position", "due_on", "state", "proposal", "grounds",
        "opinions_told", "differences", "answers", "number", "matter", "tier", "decider", "carried_on",
        "centre_asked", "centre_said", "signed_on",
    ) | {"signer": Privacy.BASIC}  # fmt: skip

    unit = models.ForeignKey(Organization, models.PROTECT, related_name="drafts_written")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="drafts_to_issue")
    kind = models.TextField(choices=InstrumentKind.choices())
    abstract = VietnameseField()
    parent = VietnameseField(default="", blank=True)
    issuer = VietnameseField()
    place = VietnameseField(default="", blank=True)
    addressee = VietnameseField(default="", blank=True)
    recipients = VietnameseField(default="", blank=True)
    signing = models.TextField(choices=Signing.choices())
    authority = VietnameseField(default="", blank=True)
    position = VietnameseField()
    signer = VietnameseField()
    due_on = models.DateField(null=True, blank=True)
    state = models.TextField(choices=State.choices())
    proposal = VietnameseField(default="", blank=True)
    grounds = VietnameseField(default="", blank=True)
    opinions_told = VietnameseField(default="", blank=True)
    differences = VietnameseField(default="", blank=True)
    answers = models.ForeignKey(
        Incoming, models.PROTECT, null=True, blank=True, related_name="drafts"
    )
    number = models.ForeignKey(
        Outgoing, models.PROTECT, null=True, blank=True, related_name="drafts"
    )
    matter = models.TextField(choices=Matter.choices(), null=True, blank=True)  # noqa: DJ001 — of none
    tier = models.TextField(choices=Tier.choices(), null=True, blank=True)  # noqa: DJ001
    decider = models.TextField(choices=Decider.choices(), null=True, blank=True)  # noqa: DJ001
    carried_on = models.DateField(null=True, blank=True)
    centre_asked = models.ForeignKey(
        Outgoing, models.PROTECT, null=True, blank=True, related_name="drafts_asking"
    )
    centre_said = models.ForeignKey(
        Incoming, models.PROTECT, null=True, blank=True, related_name="drafts_answered"
    )
    signed_on = models.DateField(null=True, blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("organization", "state", name="draft_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in State])
                & Q(signing__in=[each.value for each in Signing])
                & Q(kind__in=[each.value for each in InstrumentKind]),
                name="draft_words_are_listed",
            ),
            models.CheckConstraint(
                condition=~Q(abstract="") & ~Q(issuer="") & ~Q(position="") & ~Q(signer=""),
                name="draft_says_who_signs_what",
            ),
            models.CheckConstraint(
                condition=Q(signing=Signing.HEAD.value, authority="")
                | (~Q(signing=Signing.HEAD.value) & ~Q(authority="")),
                name="draft_authority_under_its_sign",
            ),
            models.CheckConstraint(
                condition=Q(state=State.NUMBERED.value, number__isnull=False)
                | (~Q(state=State.NUMBERED.value) & Q(number=None)),
                name="draft_numbered_has_its_number",
            ),
            models.UniqueConstraint(fields=["number"], name="number_of_one_draft"),
            models.CheckConstraint(
                condition=_listed_or_open(matter=Matter, tier=Tier, decider=Decider)
                & (
                    Q(matter=None, tier=None)
                    | Q(matter__isnull=False, tier__isnull=False, decider__isnull=False)
                ),
                name="draft_decider_is_listed",
            ),
            models.CheckConstraint(
                condition=~Q(decider__in=[each.value for each in Decider if each in BODIES])
                | Q(decider=None)
                | ~Q(state__in=DECIDED)
                | Q(carried_on__isnull=False),
                name="draft_of_a_body_was_voted",
            ),
            models.CheckConstraint(
                condition=~Q(decider=Decider.CENTRE.value)
                | Q(decider=None)
                | ~Q(state__in=DECIDED)
                | Q(centre_said__isnull=False),
                name="draft_of_the_centre_was_answered",
            ),
            models.CheckConstraint(
                condition=(Q(centre_asked__isnull=False) | ~Q(state=State.CENTRE.value))
                & (Q(centre_said=None) | Q(centre_asked__isnull=False)),
                name="draft_asks_the_centre_by_a_paper",
            ),
            models.CheckConstraint(
                condition=(Q(signed_on__isnull=False) | ~Q(state=State.SIGNED.value))
                & (Q(signed_on=None) | Q(state__in=ONCE_SIGNED)),
                name="draft_signed_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(signed_on=None)
                | Q(carried_on=None)
                | Q(signed_on__gte=F("carried_on")),
                name="draft_signed_once_agreed",
            ),
        ]

    def __str__(self) -> str:
        return f"{InstrumentKind.of(self.kind).label} {self.abstract}"

    @property
    def unnumbered(self) -> bool:
        """Số đã hủy — what was numbered stands without a number again."""
        return self.number is not None and self.number.state == NumberState.CANCELLED

    @property
    def standing(self) -> State:
        """Tình trạng — once its number was cancelled, that of a signed paper again; for its signature
        where none was recorded."""
        return self.before_its_number if self.unnumbered else State.of(self.state)

    @property
    def before_its_number(self) -> State:
        """Tình trạng khi chưa có số."""
        return State.SIGNED if self.signed_on else State.AGREED


@keeps_history
class DraftVersion(Kept):
    """Bản dự thảo — the whole text; versions count from 1 and are never changed."""

    SEEN = OF_WRITERS
    PRIVACY = no_privacy("draft", "unit", "number", "text", "note") | {"written_by": Privacy.BASIC}

    draft = models.ForeignKey(DraftPaper, models.PROTECT, related_name="versions")
    unit = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    number = models.IntegerField()
    text = VietnameseField()
    note = VietnameseField(default="", blank=True)
    written_by = models.TextField()

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="draft_version_once"),
            models.CheckConstraint(
                condition=Q(number__gte=1) & ~Q(text=""), name="draft_version_has_a_text"
            ),
        ]

    def __str__(self) -> str:
        return f"bản {self.number}"


@keeps_history
class DraftOpinion(Kept):
    """Ý kiến góp vào dự thảo — of one body on one version, and whether it agrees."""

    SEEN = OF_WRITERS
    PRIVACY = no_privacy("draft", "unit", "version", "said_by", "said_on", "agrees", "opinion")

    draft = models.ForeignKey(DraftPaper, models.PROTECT, related_name="opinions")
    unit = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    version = models.IntegerField()
    said_by = VietnameseField()
    said_on = models.DateField()
    agrees = models.BooleanField()
    opinion = VietnameseField(default="", blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(said_by="") & (Q(agrees=True) | ~Q(opinion="")),
                name="draft_opinion_says_what_differs",
            ),
        ]

    def __str__(self) -> str:
        return f"ý kiến của {self.said_by}"


@keeps_history
class DraftStep(Kept):
    """Bước của dự thảo — who moved it on or back, on which day, of which version, with what words."""

    SEEN = OF_WRITERS
    PRIVACY = no_privacy("draft", "unit", "verb", "version", "on_day", "words") | {
        "written_by": Privacy.BASIC
    }

    draft = models.ForeignKey(DraftPaper, models.PROTECT, related_name="steps")
    unit = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    verb = models.TextField(choices=Verb.choices())
    version = models.IntegerField()
    on_day = models.DateField()
    words = VietnameseField(default="", blank=True)
    written_by = models.TextField()

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(verb__in=[each.value for each in Verb]), name="draft_step_is_listed"
            ),
        ]

    def __str__(self) -> str:
        return Verb.of(self.verb).label


@keeps_history
class DraftPerson(Kept):
    """Người trong hồ sơ trình — whom a draft is about, for the list of people that goes with it."""

    SEEN = OF_WRITERS
    PRIVACY = no_privacy("draft", "unit") | {"person": Privacy.BASIC}

    draft = models.ForeignKey(DraftPaper, models.PROTECT, related_name="people")
    unit = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="drafts_about")

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "person"], name="draft_person_once"),
        ]

    def __str__(self) -> str:
        return str(self.person)
