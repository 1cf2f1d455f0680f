"""Ủy quyền khi vắng — to one who reaches the organ, in its days only, told as it is; no chain, no overlap."""

from dataclasses import replace
from datetime import date, timedelta

import papers
import pytest
from actors import demo_actor
from papers import acting
from world import TODAY, answer, paper, small_world

from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.office.documents.acts.delegating import (
    delegate_directing,
    direct_in_place,
    end_delegation,
)
from thenchot.office.documents.models import Assignment, Delegation, Direction
from thenchot.office.documents.reads.delegations import delegation_lines, standing_in
from thenchot.office.documents.reads.incoming import incoming_page
from thenchot.office.documents.rules.delegating import Lent, delegation_faults
from thenchot.office.documents.rules.receiving import AssignmentRow, WithinDays
from thenchot.office.documents.words import Part, State

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LAST = date(2025, 6, 20)
TABLES = (Delegation, Direction, Assignment, JournalEntry)


class Here:
    """A leader of the root, a specialist there, one of the commune only."""

    def __init__(self) -> None:
        self.world = small_world()
        basis = self.basis = paper("71-QĐ/TU")
        self.root, self.commune = self.world.root, self.world.commune
        self.leader_id, self.leader = acting("Trần Văn Vắng", self.root, basis, "lanh_dao_cap_uy")
        self.other_id, self.other = acting("Lê Thị Thay", self.root, basis, "chuyen_vien")
        self.third_id, self.third = acting("Võ Ba", self.root, basis, "lanh_dao_cap_uy")
        self.fourth_id, _ = acting("Bùi Tư", self.root, basis)
        self.below_id, _ = acting("Hồ Xã", self.commune, basis, "chuyen_vien")

    def away(self, by=None, **more):
        asked = {
            "delegate": self.other_id,
            "from_day": TODAY,
            "last_day": LAST,
            "organization": self.root,
        }
        return delegate_directing(by or self.leader, TODAY, **asked | more)


@pytest.fixture
def here():
    return Here()


def refused(act, by, on=TODAY, **asked) -> list[str]:
    before = [list(model.objects.order_by("pk").values_list()) for model in TABLES]
    with pytest.raises(Refused) as refusal:
        act(by, on, **asked)
    assert [list(model.objects.order_by("pk").values_list()) for model in TABLES] == before
    return [str(reason) for reason in refusal.value.reasons]


def test_the_delegate_directs_in_place_and_everybody_is_told_of_whom(here):
    lent = answer(here.away(basis=here.basis))
    it = papers.received(here.root)
    assert standing_in(by=here.other, on=TODAY, organization=here.root) == [(lent, "Trần Văn Vắng")]
    assert standing_in(by=here.leader, on=TODAY, organization=here.root) == []
    direct_in_place(
        here.other, TODAY, delegation=lent, incoming=it, said_on=TODAY, opinion="Xã chủ trì.",
        assigned=(AssignmentRow(Part.LEAD, unit=here.commune, due_on=WithinDays(2)),),
    )  # fmt: skip
    page = incoming_page(by=demo_actor(), on=TODAY, incoming=it)
    said = page.directions[0]
    assert (said.said_by, said.in_place_of, page.line.state) == (
        "Lê Thị Thay",
        "Trần Văn Vắng",
        State.DIRECTED,
    )
    assert said.assigned[0].due_on == date(2025, 6, 18)
    line = JournalEntry.objects.latest("opened_at").sentence
    assert line == "Lê Thị Thay ghi ý kiến chỉ đạo thay Trần Văn Vắng về văn bản đến số 1"
    assert [(each.giver, each.delegate, each.paper.id) for each in delegation_lines(by=here.other, on=TODAY)] == [
        ("Trần Văn Vắng", "Lê Thị Thay", here.basis)
    ]  # fmt: skip
    assert not verify_journal().faults


def test_outside_its_days_its_organ_and_its_delegate_it_gives_nothing(here):
    lent = answer(here.away(from_day=date(2025, 6, 18)))
    it, elsewhere = papers.received(here.root), papers.received(here.commune, "46-CV/BTCTW")
    asked = {"delegation": lent, "incoming": it, "said_on": TODAY, "opinion": "Làm"}
    assert len(refused(direct_in_place, here.other, **asked)) == 2
    assert len(refused(direct_in_place, here.third, date(2025, 6, 18), **asked)) == 2
    in_days = asked | {"said_on": date(2025, 6, 18)}
    assert refused(
        direct_in_place, here.other, date(2025, 6, 18), **in_days | {"incoming": elsewhere}
    ) == ["Ủy quyền này không phải của cơ quan giữ văn bản."]
    assert refused(direct_in_place, here.other, date(2025, 6, 21), **in_days)
    direct_in_place(here.other, date(2025, 6, 20), **in_days)


def test_nobody_is_named_who_does_not_reach_the_organ_on_all_the_days(here):
    assert "Người này không có quyền xử lý" in refused_for(here, delegate=here.below_id)[-1]
    assert refused_for(here, delegate=here.fourth_id) == [
        "Người này không có quyền xử lý văn bản của cơ quan trong suốt những ngày ấy."
    ]
    assert (
        len(
            refused_for(
                here, delegate=999_999, from_day=date(2025, 6, 1), last_day=date(2025, 5, 1)
            )
        )
        == 3
    )
    assert len(refused_for(here, delegate=here.leader_id)) == 1
    with pytest.raises(NotAllowed):
        here.away(here.other, delegate=here.third_id)
    assert "chưa gắn với người trong sổ" in refused(
        delegate_directing, demo_actor(), organization=here.root, delegate=here.other_id,
        from_day=TODAY, last_day=LAST,
    )[0]  # fmt: skip


def refused_for(here, **more) -> list[str]:
    asked = {
        "delegate": here.other_id,
        "from_day": TODAY,
        "last_day": LAST,
        "organization": here.root,
    }
    return refused(delegate_directing, here.leader, **asked | more)


def test_no_chain_and_no_overlap(here):
    here.away()
    assert refused_for(here) == [
        "Đồng chí đã ủy quyền cho người khác từ 16/06/2025 đến hết 20/06/2025."
    ]
    asked = {"from_day": TODAY, "last_day": LAST, "organization": here.root}
    assert refused(delegate_directing, here.third, delegate=here.leader_id, **asked) == [
        "Người được ủy quyền vắng từ 16/06/2025 đến hết 20/06/2025, đã ủy quyền cho người khác."
    ]
    after = {"from_day": LAST + timedelta(1), "last_day": LAST + timedelta(3)}
    here.away(**after)
    held = [Lent(1, 2, DayRange(TODAY, LAST))]
    said = delegation_faults(2, 3, TODAY, LAST, TODAY, held)
    assert [str(each) for each in said] == [
        "Đồng chí đang được ủy quyền từ 16/06/2025 đến hết 19/06/2025; không ủy quyền lại."
    ]


def test_it_ends_early_and_one_not_begun_leaves(here):
    lent = answer(here.away())
    it = papers.received(here.root)
    assert refused(end_delegation, here.leader, delegation=lent, reason=" ") == ["Phải nêu lý do."]
    end_delegation(here.leader, date(2025, 6, 18), delegation=lent, reason="Về sớm")
    found = Delegation.objects.get(pk=lent)
    assert (found.effective, found.ended_reason) == (DayRange(TODAY, date(2025, 6, 18)), "Về sớm")
    asked = {"delegation": lent, "incoming": it, "said_on": date(2025, 6, 17), "opinion": "Làm"}
    assert refused(direct_in_place, here.other, date(2025, 6, 18), **asked)
    assert refused(end_delegation, here.leader, date(2025, 6, 18), delegation=lent, reason="Lại")
    coming = answer(here.away(from_day=date(2025, 7, 1), last_day=date(2025, 7, 2)))
    end_delegation(here.leader, TODAY, delegation=coming, reason="Không đi nữa")
    assert not Delegation.objects.filter(pk=coming).exists()


def test_a_key_of_another_system_is_no_person(here):
    lent = answer(here.away())
    it = papers.received(here.root)
    key = replace(here.other, person=None)
    said = refused(direct_in_place, key, delegation=lent, incoming=it, said_on=TODAY, opinion="Làm")
    assert said == ["Ủy quyền này không phải cho đồng chí."]
