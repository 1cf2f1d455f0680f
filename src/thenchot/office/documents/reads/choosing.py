"""Chọn văn bản đến, phần được giao, dãy số, số đi, bản sao, hồ sơ, quan hệ — by numbers, or by words typed into a box."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, Func, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat

from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.typed_dates import format_day
from thenchot.ground.register.models import OrganizationSpell
from thenchot.office.documents.models import (
    Asked,
    Assignment,
    Cascade,
    Copy,
    Delegation,
    Delivery,
    Dossier,
    Filed,
    Incoming,
    Loan,
    Outgoing,
    Posted,
    Relation,
    Series,
)
from thenchot.office.documents.reads.relations import papers_seen
from thenchot.office.documents.rules.letters import NUMBERED
from thenchot.office.documents.words import NumberState, Part, RelationKind

MOST = 8


def _said(*parts: Any) -> Concat:
    """Như ghi trong ô — columns and words between them, as the line of the list shows them."""
    return Concat(*parts, output_field=TextField())


def _series(at: str = "") -> Concat:
    return _said(f"{at}letters", Value("/"), f"{at}organ_code", Value(" "), f"{at}period")


def _two_digits(column: str) -> Case:
    written = Cast(F(column), TextField())
    return Case(When(**{f"{column}__lt": 10}, then=_said(Value("0"), written)), default=written)


def _dated(column: str, day: str) -> Concat:
    on = Func(F(day), Value("DD/MM/YYYY"), function="to_char", output_field=TextField())
    return _said(column, Value(" "), on)


ARRIVAL = _said("number", Value("/"), "year")
PART = _said("incoming__number", Value("/"), "incoming__year")
SIGN_OR_NUMBER = Case(
    When(
        basis=None,
        then=_said(Value(NUMBERED), _two_digits("number"), Value(" "), _series("series__")),
    ),
    default=F("basis__number_sign"),
    output_field=TextField(),
)
COPY = _said(_two_digits("number"), Value("-"), _series("series__"))
STANDS_IN = _said("delegate_name", Value(" thay "), "giver_name")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Thứ để chọn — its number, what stands in the box, what tells it apart, whose it is."""

    id: int
    text: str
    beside: str
    organization: int


def incoming_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Văn bản đến — each word a number or part of the sign or abstract; the last to come first."""
    seen = Incoming.objects.visible_to(by).select_related("basis")
    found = _narrowed(seen, words, numbers, ARRIVAL, "basis__number_sign", "basis__abstract")
    return [
        Chosen(
            each.pk, f"{each.number}/{each.year}", each.basis.number_sign,
            each.organization_id,
        )
        for each in found
    ]  # fmt: skip


def assignment_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Phần được giao — of papers that came, those not answered yet first."""
    seen = Assignment.objects.visible_to(by).select_related("incoming")
    found = _narrowed(seen, words, numbers, PART, "incoming__basis__number_sign")
    return [
        Chosen(
            each.pk, f"{each.incoming.number}/{each.incoming.year}",
            Part.of(each.part).label, each.organization_id,
        )
        for each in found
    ]  # fmt: skip


def series_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Dãy số — each word part of the letters, the organ's code or the period."""
    seen = Series.objects.visible_to(by)
    found = _narrowed(seen, words, numbers, _series())
    return [Chosen(each.pk, str(each), "", each.organization_id) for each in found]


def number_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Số đã cấp — not cancelled; each word part of the sign or abstract."""
    seen = Outgoing.objects.visible_to(by).select_related("basis", "series")
    kept = seen.exclude(state=NumberState.CANCELLED)
    found = _narrowed(kept, words, numbers, SIGN_OR_NUMBER, "basis__abstract")
    return [
        Chosen(
            each.pk, each.basis.number_sign if each.basis else f"{each} {each.series}",
            format_day(each.given_on), each.organization_id,
        )
        for each in found
    ]  # fmt: skip


def copy_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Bản sao — not cancelled; each word part of the sign or abstract of the paper copied."""
    seen = Copy.objects.visible_to(by).filter(cancelled="").select_related("basis", "series")
    found = _narrowed(seen, words, numbers, COPY, "basis__number_sign", "basis__abstract")
    return [
        Chosen(
            each.pk, f"{each.number:02d}-{each.series}", each.basis.number_sign, each.organization_id
        )
        for each in found
    ]  # fmt: skip


def dossier_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Hồ sơ — each word part of the code or title; the last listed first."""
    found = _narrowed(Dossier.objects.visible_to(by), words, numbers, F("code"), "title")
    return [Chosen(each.pk, each.code, each.title, each.organization_id) for each in found]


def filed_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Văn bản trong hồ sơ — each word part of its sign or abstract, or of the code of the dossier."""
    seen = Filed.objects.visible_to(by).select_related("basis", "dossier")
    columns = (F("basis__number_sign"), "basis__abstract", "dossier__code")
    return [
        Chosen(each.pk, each.basis.number_sign, each.dossier.code, each.organization_id)
        for each in _narrowed(seen, words, numbers, *columns)
    ]


def relation_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Quan hệ — of papers in sight; each word part of either paper's sign or of the citation."""
    seen = Relation.objects.visible_to(by).filter(paper__in=Instrument.objects.visible_to(by))
    found = _narrowed(seen, words, numbers, F("paper__number_sign"), "to__number_sign", "cited")
    lines = list(found)
    known = papers_seen(
        by, {paper for each in lines for paper in (each.paper_id, each.to_id) if paper}
    )
    return [
        Chosen(
            each.pk, f"{RelationKind.of(each.kind).label}: {known.get(each.to_id or 0, each.cited)}",
            str(known[each.paper_id]), each.organization_id,
        )
        for each in lines
        if each.paper_id in known
    ]  # fmt: skip


def delegation_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Ủy quyền — each word part of either name; the last recorded first."""
    seen = Delegation.objects.visible_to(by)
    found = _narrowed(seen, words, numbers, STANDS_IN)
    return [Chosen(each.pk, str(each), str(each.effective), each.organization_id) for each in found]


def posted_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Dòng gửi bưu điện — each word part of the sign or of whom it went to; the last first."""
    seen = Posted.objects.visible_to(by).select_related("number__basis")
    found = _narrowed(
        seen, words, numbers, _dated("recipients", "posted_on"), "number__basis__number_sign"
    )
    return [Chosen(each.pk, str(each), _sign(each.number), each.organization_id) for each in found]


def delivery_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Lần chuyển đến nơi nhận — each word part of the sign or of whom it went to; the last first."""
    seen = Delivery.objects.visible_to(by).select_related("number__basis")
    found = _narrowed(
        seen, words, numbers, _dated("recipient", "sent_on"), "number__basis__number_sign"
    )
    return [Chosen(each.pk, str(each), _sign(each.number), each.organization_id) for each in found]


def loan_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Lần sử dụng bản lưu — not returned; each word part of the sign or of who uses it."""
    seen = Loan.objects.visible_to(by).filter(returned_on=None).select_related("number__basis")
    found = _narrowed(
        seen, words, numbers, _dated("used_by", "used_on"), "number__basis__number_sign"
    )
    return [Chosen(each.pk, str(each), _sign(each.number), each.organization_id) for each in found]


def _sign(number: Outgoing) -> str:
    return number.basis.number_sign if number.basis else str(number)


def cascade_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Việc giao ban hành — of units in sight; each word part of the directive's sign or abstract."""
    mine = Asked.objects.visible_to(by).values("cascade")
    seen = Cascade.objects.visible_to(by).filter(pk__in=mine)
    found = _narrowed(seen, words, numbers, F("directive__number_sign"), "directive__abstract")
    lines = list(found)
    known = papers_seen(by, {each.directive_id for each in lines})
    return [
        Chosen(
            each.pk, f"{InstrumentKind.of(each.kind).label}: {known.get(each.directive_id, '')}",
            format_day(each.due_on), each.organization_id,
        )
        for each in lines
    ]  # fmt: skip


def asked_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Đơn vị được giao — each word part of the unit's name or of the directive's sign."""
    seen = Asked.objects.visible_to(by).select_related("cascade")
    spells = OrganizationSpell.objects.visible_to(by)
    for word in words:
        named = spells.filter(name__icontains=word).values("organization")
        seen = seen.filter(Q(unit__in=named) | Q(cascade__directive__number_sign__icontains=word))
    lines = list(_narrowed(seen, (), numbers, F("pk")))
    called = spells.filter(organization__in={each.unit_id for each in lines})
    names = dict(called.order_by("effective").values_list("organization", "name"))
    return [
        Chosen(
            each.pk, names.get(each.unit_id, ""), format_day(each.cascade.due_on),
            each.organization_id,
        )
        for each in lines
    ]  # fmt: skip


def _narrowed(
    seen: QuerySet[Any], words: Collection[str], numbers: Collection[int], said: Any, *columns: str
) -> QuerySet[Any]:
    """Each word part of what the line is called or of a column; the line called just so first."""
    if numbers:
        return seen.filter(pk__in=numbers)
    if not words:
        return seen.order_by("-pk")[:MOST]
    seen = seen.annotate(said=said)
    for word in words:
        asked = Q(said__icontains=word)
        for column in columns:
            asked |= Q(**{f"{column}__icontains": word})
        seen = seen.filter(asked)
    just_so = Case(When(said__iexact=" ".join(words), then=Value(0)), default=Value(1))
    return seen.order_by(just_so, "-pk")[:MOST]
