"""Quan hệ giữa văn bản — recorded, joined with a paper that has come, taken back."""

from dataclasses import replace
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.instruments import paper_page
from thenchot.ground.basis.reads.withheld import may_stand_in_lists
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell
from thenchot.office.documents.models import Incoming, Relation
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.documents.rules.citations import citations_in
from thenchot.office.documents.rules.relating import (
    SAME,
    RelationRow,
    competence_faults,
    may_mean,
    relation_faults,
)
from thenchot.office.documents.words import RelationKind, Right

_ONCE = mark("Quan hệ này đã ghi giữa hai văn bản.")


@act(needs=Right.FOLLOW, phrase=mark("Ghi quan hệ «{kind}»: {paper} với {other}"))
def relate_papers(act: OpenAct, *, organization: int, basis: Basis, row: RelationRow) -> int:
    """Ghi quan hệ — of a paper with another, held here or only cited; noted by one organ.

    A citation with number and day is joined at once where the register has that very paper.
    """
    act.touches(organization)
    paper = act.rests_on(basis)
    cited = tidy_name(row.cited)
    read = next((each for each in citations_in(cited, shipped_grammar()) if each.sign), None)
    sign, day = (str(read.sign), read.issued_on) if read and read.sign else ("", None)
    other = seen_paper(act, row.to) if row.to else _numbered(act, sign, day, cited)
    faults = [
        *relation_faults(row, paper.issued_on, other.issued_on if other else None),
        *_between(row, paper, other, sign),
    ]
    if row.to and other is None:
        faults.append(Reason(mark("Không có văn bản này trong sổ."), field="to"))
    if not OrganizationSpell.objects.on(act.day).filter(organization=organization).exists():
        text = mark("Cơ quan này không tồn tại hôm nay.")
        faults.append(Reason(text, field="organization"))
    received = Incoming.objects.filter(organization=organization, basis=paper.pk)
    if row.own and paper.pk and received.exists():
        text = mark("Cơ quan đã nhận văn bản này từ nơi khác; đó không phải văn bản của cơ quan.")
        faults.append(Reason(text, field="own"))
    if paper.pk and recorded_already(paper.pk, row, other, cited):
        faults.append(Reason(_ONCE, field="to"))
    act.refuse_if(faults)
    Relation.objects.create(
        entry=act.entry, organization_id=organization, paper=paper, kind=row.kind, to=other,
        cited=cited, cited_sign=sign, cited_on=day, part=tidy_name(row.part), from_day=row.from_day,
        own=row.own,
    )  # fmt: skip
    act.says(kind=RelationKind.of(row.kind).label, paper=paper, other=other or cited)
    return paper.pk


@act(needs=Right.FOLLOW, phrase=mark("Nối văn bản được dẫn với {other}"))
def join_cited(act: OpenAct, *, relation: int, to: int) -> int:
    """Nối — a cited paper with the one of the register it means, where the words do not say it."""
    found = _standing(act, relation)
    other = seen_paper(act, to)
    faults = []
    if found.to_id:
        faults.append(
            Reason(mark("Quan hệ này đã nối với một văn bản trong sổ."), field="relation")
        )
    if other is None:
        faults.append(Reason(mark("Không có văn bản này trong sổ."), field="to"))
        act.refuse(*faults)
    row = RelationRow(
        RelationKind.of(found.kind), other.pk, "", found.part, found.from_day, found.own
    )
    paper = Instrument.objects.filter(pk=found.paper_id).first()
    faults += relation_faults(row, paper.issued_on if paper else None, other.issued_on)
    if paper:
        faults += _between(row, paper, other)
    if not found.to_id and recorded_already(found.paper_id, row, other, ""):
        faults.append(Reason(_ONCE, field="to"))
    act.refuse_if(faults)
    found.to, found.entry = other, act.entry
    found.save()
    act.says(other=other)
    return found.paper_id


@act(needs=Right.FOLLOW, phrase=mark("Rút quan hệ «{kind}» giữa hai văn bản"))
def withdraw_relation(act: OpenAct, *, relation: int, reason: str) -> int:
    """Rút quan hệ — recorded by mistake; the line stays in history with the reason."""
    found = _standing(act, relation)
    reason = tidy_name(reason)
    act.refuse_if([] if reason else [Reason(mark("Phải nêu lý do rút."), field="reason")])
    act.says(kind=found)
    act.reason = reason
    paper = found.paper_id
    found.delete()
    return paper


def _standing(act: OpenAct, relation: int) -> Relation:
    found = (
        Relation.objects.select_for_update(no_key=True, of=("self",)).filter(pk=relation).first()
    )
    if found is None:
        act.refuse(Reason(mark("Không có quan hệ này."), field="relation"))
    act.touches(found.organization_id)
    return found


def seen_paper(act: OpenAct, paper: int) -> Instrument | None:
    """A paper the actor may read: of another nothing is noted, and nobody learns that it is there."""
    if paper_page(by=act.by, paper=paper) is None:
        return None
    return Instrument.objects.filter(pk=paper).first()


def _between(
    row: RelationRow, paper: Instrument, other: Instrument | None, cited_sign: str = ""
) -> list[Reason]:
    """Two papers, and the one that acts of no lower level than the other."""
    to_sign = other.number_sign if other else cited_sign
    faults = competence_faults(row.kind, paper.number_sign, to_sign, shipped_grammar())
    if other and other.pk == paper.pk:
        faults.append(Reason(SAME, field="to"))
    return faults


def _numbered(act: OpenAct, sign: str, day: date | None, cited: str) -> Instrument | None:
    """The one paper a list may show the actor with this number and day, and the issuer where it is named."""
    if not sign or day is None:
        return None
    seen = Instrument.objects.visible_to(act.by).filter(may_stand_in_lists(act.by))
    held = seen.filter(number_sign=sign, issued_on=day)
    found = [each for each in held if may_mean(cited, sign, each.issuer)]
    return found[0] if len(found) == 1 else None


def reply_faults(reply: Instrument, to: Instrument | None, field: str) -> list[Reason]:
    """Không trả lời được — another paper than the one it answers, and not an earlier one."""
    if to is None:
        return []
    row = RelationRow(RelationKind.REPLIES, to.pk)
    faults = relation_faults(row, reply.issued_on, to.issued_on)
    if reply.pk == to.pk:
        faults.append(Reason(SAME))
    return [replace(each, field=field) for each in faults]


def note_reply(
    act: OpenAct, organization: int, reply: Instrument, to: Instrument | None, *, own: bool
) -> None:
    """Ghi trả lời trong việc đang mở — once, however often it is said; a wrong one is withdrawn."""
    if to is None or recorded_already(
        reply.pk, row := RelationRow(RelationKind.REPLIES, to.pk), to
    ):
        return
    Relation.objects.create(
        entry=act.entry, organization_id=organization, paper=reply, kind=row.kind, to=to, own=own
    )


def recorded_already(
    paper: int, row: RelationRow, other: Instrument | None, cited: str = ""
) -> bool:
    """Đã ghi — the same relation of the two papers."""
    same = Relation.objects.filter(paper=paper, kind=row.kind, part=tidy_name(row.part))
    return (same.filter(to=other) if other else same.filter(to=None, cited=cited)).exists()
