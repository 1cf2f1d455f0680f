"""Kể lại — how each kind of fact reads in the timeline of a person."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from thenchot.ground.basis.models import Event, Fact, Instrument
from thenchot.ground.plain.text import Sayable, Sentence, mark
from thenchot.ground.register.models import Employment, PersonSpell, Posting
from thenchot.ground.register.words import Decider, Sex
from thenchot.people.awards.models import Badge, Commendation
from thenchot.people.awards.words import AwardForm, Timing
from thenchot.people.cadres.models import CadreDecision, Qualification
from thenchot.people.cadres.words import DecisionMatter, QualificationKind
from thenchot.people.committees.models import BodyMember, CommitteeSeat
from thenchot.people.committees.words import Rank, Role
from thenchot.people.dossiers.reads.gathered import Facts, Names, competency_said, posting_said
from thenchot.people.dossiers.rules.told import Entry, PaperShown, in_order, phase_of
from thenchot.people.dossiers.words import EntryKind
from thenchot.people.identity.models import PersonNumber
from thenchot.people.identity.words import NumberKind
from thenchot.people.members.models import Admission, Consent, Membership, Movement, PartyDays
from thenchot.people.members.words import Consented, Status, Way
from thenchot.people.oversight.models import Discipline
from thenchot.people.oversight.words import Body, DisciplineForm
from thenchot.people.positions.models import PersonCompetency

Places = frozenset[tuple[str, int]]


def _life(fact: PersonSpell, _: Names) -> Sayable:
    values = {"name": fact.full_name, "sex": Sex.of(fact.sex), "born": fact.birth_on}
    if fact.birth_on is None:
        return Sentence(mark("{name}; giới tính: {sex}; chưa ghi ngày sinh"), values)
    return Sentence(mark("{name}; giới tính: {sex}; sinh ngày {born:%d/%m/%Y}"), values)


def _posting(fact: Posting, names: Names) -> Sayable:
    return posting_said(fact, names, fact.effective.start)


def _employment(fact: Employment, names: Names) -> Sayable:
    unit = names.unit(fact.organization_id, fact.effective.start)
    return Sentence(mark("Công tác tại {unit}"), {"unit": unit})


def _consent(fact: Consent, _: Names) -> Sayable:
    return Sentence(mark("Văn bản đồng ý: {about}"), {"about": Consented.of(fact.about)})


def _admission(fact: Admission, names: Names) -> Sayable:
    cell = names.unit(fact.cell_id, fact.effective.start)
    return Sentence(mark("Quyết định kết nạp tại {cell}"), {"cell": cell})


def _membership(fact: Membership, names: Names) -> Sayable:
    cell = names.unit(fact.cell_id, fact.effective.start)
    return Sentence("{status}, {cell}", {"status": Status.of(fact.status), "cell": cell})


def _party_days(fact: PartyDays, _: Names) -> Sayable:
    values = {"joined": fact.joined_on, "official": fact.official_on}
    if fact.official_on is None:
        return Sentence(mark("Vào Đảng ngày {joined:%d/%m/%Y}"), values)
    text = mark("Vào Đảng ngày {joined:%d/%m/%Y}, chính thức ngày {official:%d/%m/%Y}")
    return Sentence(text, values)


def _movement(fact: Movement, names: Names) -> Sayable:
    day, way = fact.effective.start, Way.of(fact.way)
    come, gone = names.unit(fact.to_cell_id, day), names.unit(fact.from_cell_id, day)
    if way is Way.TRANSFERRED:
        return Sentence("{way}: {gone} → {come}", {"way": way, "gone": gone, "come": come})
    return Sentence("{way}: {cell}", {"way": way, "cell": come if fact.to_cell_id else gone})


def _badge(fact: Badge, _: Names) -> Sayable:
    values = {"years": fact.years, "timing": Timing.of(fact.timing)}
    return Sentence(mark("Huy hiệu {years} năm tuổi đảng ({timing})"), values)


def _commendation(fact: Commendation, _: Names) -> Sayable:
    return Sentence("{form}: {what}", {"form": AwardForm.of(fact.form), "what": fact.occasion})


def _decision(fact: CadreDecision, _: Names) -> Sayable:
    values = {"matter": DecisionMatter.of(fact.matter), "decider": Decider.of(fact.decider)}
    return Sentence(mark("{matter} ({decider} quyết định)"), values)


def _qualification(fact: Qualification, _: Names) -> Sayable:
    return Sentence(
        "{kind}: {title}", {"kind": QualificationKind.of(fact.kind), "title": fact.title}
    )


def _competency(fact: PersonCompetency, names: Names) -> Sayable:
    values = {
        "what": competency_said(fact, names, fact.effective.start), "assessor": fact.assessor,
    }  # fmt: skip
    return Sentence(mark("Năng lực {what} ({assessor} đánh giá)"), values)


def _discipline(fact: Discipline, _: Names) -> Sayable:
    values = {"form": DisciplineForm.of(fact.form), "body": Body.of(fact.body)}
    return Sentence(mark("Kỷ luật: {form} ({body} quyết định)"), values)


def _number(fact: PersonNumber, _: Names) -> Sayable:
    return Sentence("{kind}: {number}", {"kind": NumberKind.of(fact.kind), "number": fact.number})


def _seat(fact: CommitteeSeat, names: Names) -> Sayable:
    unit = names.unit(fact.organization_id, fact.effective.start)
    return Sentence("{rank}, {unit}", {"rank": Rank.of(fact.rank), "unit": unit})


def _body_member(fact: BodyMember, names: Names) -> Sayable:
    unit = names.unit(fact.organization_id, fact.effective.start)
    return Sentence("{role}, {unit}", {"role": Role.of(fact.role), "unit": unit})


TELLING: Mapping[type[Fact], tuple[EntryKind, Callable[[Any, Names], Sayable]]] = {
    PersonSpell: (EntryKind.LIFE, _life),
    PersonNumber: (EntryKind.LIFE, _number),
    Posting: (EntryKind.POST, _posting),
    CommitteeSeat: (EntryKind.POST, _seat),
    BodyMember: (EntryKind.POST, _body_member),
    Employment: (EntryKind.WORK, _employment),
    Consent: (EntryKind.PARTY, _consent),
    Admission: (EntryKind.PARTY, _admission),
    Membership: (EntryKind.PARTY, _membership),
    PartyDays: (EntryKind.PARTY, _party_days),
    Movement: (EntryKind.PARTY, _movement),
    Badge: (EntryKind.AWARD, _badge),
    Commendation: (EntryKind.AWARD, _commendation),
    CadreDecision: (EntryKind.DECISION, _decision),
    Qualification: (EntryKind.TRAINING, _qualification),
    PersonCompetency: (EntryKind.TRAINING, _competency),
    Discipline: (EntryKind.DISCIPLINE, _discipline),
}


def entries_of(
    facts: Facts, names: Names, on: date, corrected: Places, withheld: frozenset[int]
) -> list[Entry]:
    """Quá trình — every fact as an entry, the latest first; papers `withheld` are left blank."""
    return in_order(
        [_entry(fact, names, on, corrected, withheld) for found in facts.values() for fact in found]
    )


def _entry(
    fact: Fact, names: Names, on: date, corrected: Places, withheld: frozenset[int]
) -> Entry:
    kind, tell = TELLING[type(fact)]
    place = place_of(fact)
    return Entry(
        kind,
        tell(fact, names),
        fact.effective,
        phase_of(fact.effective, fact.basis.issued_on, on, event=isinstance(fact, Event)),
        shown(fact.basis, withheld),
        shown(fact.ended_by, withheld),
        place,
        place in corrected,
    )


def place_of(fact: Fact) -> tuple[str, int]:
    """Chỗ của sự kiện trong sổ — its table and key."""
    return fact._meta.label, int(fact.pk)


def shown(paper: Instrument | None, withheld: frozenset[int]) -> PaperShown | None:
    """Văn bản như đã in — None where there is none or it is withheld."""
    if paper is None or paper.pk in withheld:
        return None
    return PaperShown(int(paper.pk), str(paper), paper.issued_on)
