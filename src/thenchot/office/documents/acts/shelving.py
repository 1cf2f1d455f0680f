"""Xếp kệ — a paper placed under a subject, placed anew, taken off with a reason."""

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.reads.instruments import paper_page
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell
from thenchot.office.documents.models import Shelved
from thenchot.office.documents.words import Right, Subject


@act(needs=Right.FOLLOW, phrase=mark("Xếp {paper} vào kệ «{subject}»"))
def shelve_paper(act: OpenAct, *, organization: int, basis: Basis, subject: Subject) -> int:
    """Xếp lên kệ — under one subject; a paper that stands there already moves to the new one."""
    act.touches(organization)
    paper = act.rests_on(basis)
    held = _held(paper.pk) if paper.pk else None
    faults = []
    if not OrganizationSpell.objects.on(act.day).filter(organization=organization).exists():
        text = mark("Cơ quan này không tồn tại hôm nay.")
        faults.append(Reason(text, field="organization"))
    if held:
        act.touches(held.organization_id)
        if held.subject == subject:
            text = mark("Văn bản này đã ở trên kệ, đúng chủ đề ấy.")
            faults.append(Reason(text, field="subject"))
    act.refuse_if(faults)
    placed = held or Shelved(paper=paper)
    placed.organization_id, placed.subject, placed.entry = organization, subject, act.entry
    placed.save()
    act.says(paper=paper, subject=Subject.of(subject).label)
    return paper.pk


@act(needs=Right.FOLLOW, phrase=mark("Lấy {paper} khỏi kệ"))
def unshelve_paper(act: OpenAct, *, paper: int, reason: str) -> int:
    """Lấy khỏi kệ — placed by mistake; a paper that has ended need not be taken off."""
    page = paper_page(by=act.by, paper=paper)
    held = _held(paper) if page else None
    if page is None or held is None:
        act.refuse(Reason(mark("Văn bản này không ở trên kệ."), field="paper"))
    act.touches(held.organization_id)
    reason = tidy_name(reason)
    act.refuse_if([] if reason else [Reason(mark("Phải nêu lý do."), field="reason")])
    act.says(paper=page.line.printed)
    act.reason = reason
    held.delete()
    return paper


def _held(paper: int) -> Shelved | None:
    found = Shelved.objects.select_for_update(no_key=True, of=("self",))
    return found.filter(paper=paper).first()
