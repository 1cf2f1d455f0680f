"""Đề án sắp xếp — written as a draft, refused while anything has no place, decided and annulled as one."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from actors import demo_actor
from party import party
from world import TODAY, answer, facts_alone, paper, seat, unit

from thenchot.ground.basis.acts.parameters import record_parameter
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import JournalEntry, fact_models
from thenchot.ground.basis.words import PersonnelArea
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.models import OrganizationSpell, Posting, PostSpell, Succession
from thenchot.ground.register.words import Level, OrganizationKind, PostKind
from thenchot.people.committees.acts.pilots import record_pilot
from thenchot.people.committees.acts.terms import record_committee, record_term
from thenchot.people.committees.acts.working import record_working_paper
from thenchot.people.committees.models import CommitteeSeat, CommitteeTerm, Pilot, WorkingPaper
from thenchot.people.committees.rules import CommitteeRow
from thenchot.people.committees.words import Manner, Rank, WorkingKind
from thenchot.people.members.models import Membership, Movement
from thenchot.people.reorganisation.acts.deciding import decide_scheme
from thenchot.people.reorganisation.acts.writing import (
    add_posts,
    add_steps,
    begin_scheme,
    carry_units_along,
    change_scheme,
    drop_scheme,
    place_people,
    record_scheme_consent,
    remove_posts,
    remove_steps,
)
from thenchot.people.reorganisation.models import Scheme, SchemePlace, SchemePost, SchemeStep
from thenchot.people.reorganisation.reads.behind import units_behind
from thenchot.people.reorganisation.reads.charges import charges_of
from thenchot.people.reorganisation.reads.comparing import compare
from thenchot.people.reorganisation.reads.schemes import scheme_page, schemes
from thenchot.people.reorganisation.rules.rows import PlaceRow, PostRow, StepRow, Where
from thenchot.people.reorganisation.words import (
    Category,
    Consented,
    Counted,
    Gate,
    State,
    Stay,
    Verb,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2025, 7, 1)
HELD = (CommitteeTerm, CommitteeSeat, Pilot, WorkingPaper)
CELL, BASE = OrganizationKind.CELL, Level.BASE


@pytest.fixture
def here():
    return party()


@pytest.fixture
def scheme(actor, here):
    return answer(
        begin_scheme(actor, TODAY, title="Sắp xếp xã Thử", kept_by=here.root, from_day=DAY)
    )


def founding(number, name, into, kind=CELL):
    return StepRow(number, Verb.FOUND, None, into, name, kind, BASE, True)


def united(here):
    """The two cells of the commune become one new cell."""
    return [
        founding(1, "Chi bộ ấp Một Hai", Where(here.commune)),
        StepRow(2, Verb.UNITE, here.cells[0], Where(step=1)),
        StepRow(3, Verb.UNITE, here.cells[1], Where(step=1)),
    ]


def write(actor, scheme, *rows):
    return add_steps(actor, TODAY, scheme=scheme, rows=list(rows))


def open_personnel(actor, value=1):
    record_parameter(
        actor, TODAY, key=PersonnelArea.APPOINTMENT, values=[value], clause="Điều 1", verified=True,
        from_day=date(2025, 1, 1), basis=paper("1-TB/TU", date(2025, 1, 2)),
    )  # fmt: skip


def everything():
    return [list(model.objects.order_by("pk").values_list()) for model in fact_models()]


def reasons(actor, act, **asked):
    before, lines = everything(), JournalEntry.objects.count()
    with pytest.raises(Refused) as no:
        act(actor, TODAY, **asked)
    assert (everything(), JournalEntry.objects.count()) == (before, lines)
    return [str(reason) for reason in no.value.reasons]


def secretaries_leave(here):
    held = Posting.objects.filter(
        post__in=PostSpell.objects.filter(organization__in=here.cells).values("post")
    )
    return [PlaceRow(person, Stay.NO_POST) for person in held.values_list("person", flat=True)]


def test_two_cells_unite_with_all_their_members_in_one_act(actor, here, scheme):
    write(actor, scheme, *united(here))
    before = Membership.objects.on(TODAY).count()
    assert before == 15
    by = paper("9-QĐ/HU", date(2025, 6, 10))
    decide_scheme(actor, TODAY, scheme=scheme, basis=by, places=secretaries_leave(here))
    new = SchemeStep.objects.get(scheme=scheme, number=1).made_id
    assert Membership.objects.on(DAY).filter(cell=new).count() == before
    assert Movement.objects.filter(basis=by, to_cell=new).count() == before
    assert set(Succession.objects.on(DAY).values_list("predecessor", "successor", "kind")) == {
        (cell, new, "hop_nhat") for cell in here.cells
    }
    assert not OrganizationSpell.objects.on(DAY).filter(organization__in=here.cells).exists()
    assert (
        OrganizationSpell.objects.on(date(2025, 6, 30)).filter(organization__in=here.cells).count()
        == 2
    )
    assert not PostSpell.objects.on(DAY).filter(organization__in=here.cells).exists()
    line = JournalEntry.objects.filter(seq__isnull=False).order_by("-seq")[0]
    assert "thành lập 1, hợp nhất 2" in line.sentence
    assert "9-QĐ/HU" in line.instrument
    assert Scheme.objects.get(pk=scheme).state == State.DECIDED


def test_annulling_its_paper_restores_the_former_state_exactly(actor, here, scheme):
    write(actor, scheme, *united(here))
    by, undo = paper("9-QĐ/HU", date(2025, 6, 10)), paper("10-QĐ/HU", date(2025, 6, 12))
    before = facts_alone()
    decide_scheme(actor, TODAY, scheme=scheme, basis=by, places=secretaries_leave(here))
    assert facts_alone() != before
    annul_instrument(actor, TODAY, instrument=by, by_paper=undo, reason="Sai căn cứ")
    assert facts_alone() == before
    (line,) = schemes(by=actor, on=TODAY)
    assert line.annulled


def test_nobody_without_a_place_no_unit_without_a_home(actor, here, scheme):
    office = unit("Đảng bộ xã Bên", here.root, paper("2-QĐ/TU", date(2021, 2, 1)))
    write(actor, scheme, StepRow(0, Verb.ABSORB, here.commune, Where(office)),
          StepRow(0, Verb.END, here.cells[0]))  # fmt: skip
    by = paper("9-QĐ/HU", date(2025, 6, 10))
    told = reasons(actor, decide_scheme, scheme=scheme, basis=by)
    assert any("Chi bộ ấp Hai" in each and "chưa có nơi về" in each for each in told)
    assert sum("chưa bố trí (nơi sinh hoạt đảng)" in each for each in told) == 10
    page = scheme_page(by=actor, scheme=scheme, on=TODAY)
    assert page.waiting_count == 10
    gates = {gate.gate: gate.reached for gate in page.gates}
    assert gates == {
        Gate.UNITS: False, Gate.PEOPLE: False, Gate.POSTS: True, Gate.QUOTAS: True,
        Gate.PAPERS: True,
    }  # fmt: skip


def test_a_divided_cell_needs_a_place_for_every_member_and_shares_of_one(actor, here, scheme):
    first, second = Where(step=1), Where(step=2)
    write(
        actor, scheme, founding(1, "Chi bộ ấp Một A", Where(here.commune)),
        StepRow(2, Verb.FOUND, None, Where(here.commune), "Chi bộ ấp Một B", CELL, BASE),
        StepRow(3, Verb.DIVIDE, here.cells[0], first, share=Fraction(3, 5)),
        StepRow(4, Verb.DIVIDE, here.cells[0], second, share=Fraction(1, 5)),
    )  # fmt: skip
    by = paper("9-QĐ/HU", date(2025, 6, 10))
    told = reasons(actor, decide_scheme, scheme=scheme, basis=by)
    assert any("cộng lại bằng 1" in each for each in told)
    remove_steps(actor, TODAY, scheme=scheme, numbers=[4])
    write(actor, scheme, StepRow(4, Verb.DIVIDE, here.cells[0], second, share=Fraction(2, 5)))
    members = list(
        Membership.objects.on(TODAY).filter(cell=here.cells[0]).values_list("person", flat=True)
    )
    places = [
        PlaceRow(person, Stay.CELL, first if n else second) for n, person in enumerate(members)
    ]
    told = reasons(
        actor, decide_scheme, scheme=scheme, basis=by, places=[*places, *secretaries_leave(here)]
    )
    assert any("Chi bộ ấp Một B" in each and "ít nhất 3" in each for each in told)
    places = [
        PlaceRow(person, Stay.CELL, first if n > 2 else second) for n, person in enumerate(members)
    ]
    told = reasons(
        actor, decide_scheme, scheme=scheme, basis=by, places=[*places, *secretaries_leave(here)]
    )
    assert any("chi bộ có chi ủy" in each for each in told)


def test_thirds_add_up_although_four_places_are_kept(actor, here, scheme):
    thirds = [Where(step=number) for number in (1, 2, 3)]
    write(
        actor, scheme,
        *(founding(n, f"Đảng bộ {n}", Where(here.root), OrganizationKind.UPPER_PARTY)
          for n in (1, 2, 3)),
        *(StepRow(0, Verb.DIVIDE, here.commune, into, share=Fraction(1, 3)) for into in thirds),
        *(StepRow(0, Verb.TRANSFER, cell, Where(here.root)) for cell in here.cells),
    )  # fmt: skip
    decide_scheme(actor, TODAY, scheme=scheme, basis=paper("9-QĐ/HU", date(2025, 6, 10)))
    shares = Succession.objects.values_list("share", flat=True)
    assert {str(share) for share in shares} == {"0.3333"}


def test_separating_leaves_the_unit_standing(actor, here, scheme):
    write(
        actor, scheme, founding(1, "Tổ giúp việc ấp", Where(here.commune), OrganizationKind.AGENCY),
        StepRow(2, Verb.SEPARATE, here.commune, Where(step=1)),
    )  # fmt: skip
    decide_scheme(actor, TODAY, scheme=scheme, basis=paper("9-QĐ/HU", date(2025, 6, 10)))
    assert OrganizationSpell.objects.on(DAY).filter(organization=here.commune).exists()
    assert Succession.objects.get().kind == "tach"


def test_moves_names_and_kinds_of_one_unit_become_one_state(actor, here, scheme):
    write(
        actor, scheme, StepRow(1, Verb.TRANSFER, here.cells[1], Where(here.root)),
        StepRow(2, Verb.RENAME, here.cells[1], name="Chi bộ cơ sở ấp Hai"),
        StepRow(3, Verb.RETYPE, here.cells[1], None, "", OrganizationKind.GRASSROOTS_CELL, BASE, False),
    )  # fmt: skip
    decide_scheme(actor, TODAY, scheme=scheme, basis=paper("9-QĐ/HU", date(2025, 6, 10)))
    (state,) = OrganizationSpell.objects.on(DAY).filter(organization=here.cells[1])
    assert (state.name, state.parent_id, state.kind) == (
        "Chi bộ cơ sở ấp Hai", here.root, OrganizationKind.GRASSROOTS_CELL,
    )  # fmt: skip
    with_two = compare(by=actor, before=date(2025, 6, 30), after=DAY)
    verbs = [each.verb for each in with_two.changes]
    assert verbs == [Verb.TRANSFER, Verb.RENAME, Verb.RETYPE]


def test_a_unit_does_not_both_end_and_go_on(actor, here, scheme):
    write(actor, scheme, *united(here), StepRow(4, Verb.RENAME, here.cells[0], name="Chi bộ khác"))
    told = reasons(actor, decide_scheme, scheme=scheme, basis=paper("9-QĐ/HU", date(2025, 6, 10)))
    assert any("vừa thôi vừa còn dòng khác" in each for each in told)


def test_a_cell_with_members_stays_a_cell(actor, here, scheme):
    write(
        actor,
        scheme,
        StepRow(1, Verb.RETYPE, here.cells[0], None, "", OrganizationKind.DIVISION, BASE),
    )
    told = reasons(actor, decide_scheme, scheme=scheme, basis=paper("9-QĐ/HU", date(2025, 6, 10)))
    assert any("còn đảng viên sinh hoạt" in each for each in told)


def test_units_below_follow_a_single_heir(actor, here, scheme):
    office = unit("Đảng bộ xã Bên", here.root, paper("2-QĐ/TU", date(2021, 2, 1)))
    assert any(
        "Không có đơn vị nào" in each for each in reasons(actor, carry_units_along, scheme=scheme)
    )
    write(actor, scheme, StepRow(0, Verb.ABSORB, here.commune, Where(office)))
    carry_units_along(actor, TODAY, scheme=scheme)
    lines = SchemeStep.objects.filter(verb=Verb.TRANSFER).order_by("number")
    assert [(line.unit_id, line.into_id) for line in lines] == [
        (cell, office) for cell in here.cells
    ]
    assert scheme_page(by=actor, scheme=scheme, on=TODAY).left == []


def test_what_changes_later_stands_in_the_way(actor, here, scheme):
    other = answer(
        begin_scheme(
            actor, TODAY, title="Đổi tên sau", kept_by=here.root, from_day=date(2025, 9, 1)
        )
    )
    write(actor, other, StepRow(0, Verb.RENAME, here.cells[0], name="Chi bộ ấp Một mới"))
    decide_scheme(actor, TODAY, scheme=other, basis=paper("8-QĐ/HU", date(2025, 6, 9)))
    told = reasons(actor, add_steps, scheme=scheme, rows=[StepRow(0, Verb.END, here.cells[0])])
    assert any("đã có thay đổi ghi sau ngày" in each for each in told)


def test_a_post_that_begins_on_the_day_of_the_scheme_stands_in_the_way(actor, here, scheme):
    seat(here.cells[0], paper("8-QĐ/HU", date(2025, 6, 9)), DAY)
    write(actor, scheme, *united(here))
    asked = {"scheme": scheme, "basis": paper("9-QĐ/TU", date(2025, 6, 10))}
    told = reasons(actor, decide_scheme, places=secretaries_leave(here), **asked)
    said = "Ngày 01/07/2025 phải sau ngày trạng thái hiện tại bắt đầu (01/07/2025)."
    assert [each.split(" (Căn cứ")[0] for each in told] == [said]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (StepRow(0, Verb.FOUND), "Tên không được để trống"),
        (StepRow(0, Verb.UNITE), "Hãy chọn đơn vị"),
        (StepRow(0, Verb.TRANSFER, 1), "Hãy chọn nơi đến"),
        (StepRow(0, Verb.RENAME, 999_999, name="X"), "không tồn tại vào ngày"),
        (StepRow(0, Verb.ABSORB, 1, Where(1)), "phải là đơn vị khác"),
        (StepRow(0, Verb.ABSORB, 1, Where(step=7)), "Không có dòng thành lập"),
        (StepRow(0, Verb.DIVIDE, 1, Where(2), share=Fraction(3, 2)), "không quá 1"),
    ],
)
def test_a_line_that_says_too_little_is_refused_with_every_reason(actor, here, scheme, row, said):
    cells = {1: here.cells[0], 2: here.cells[1]}
    into = row.into and Where(cells.get(row.into.unit or 0), row.into.step)
    asked = StepRow(0, row.verb, cells.get(row.unit, row.unit), into, row.name, share=row.share)
    assert any(said in each for each in reasons(actor, add_steps, scheme=scheme, rows=[asked]))
    assert not SchemeStep.objects.exists()


def test_a_founding_line_stays_while_others_lean_on_it(actor, here, scheme):
    write(actor, scheme, *united(here))
    told = reasons(actor, remove_steps, scheme=scheme, numbers=[1])
    assert len(told) == 2
    add_posts(
        actor, TODAY, scheme=scheme, rows=[PostRow(0, Where(step=1), "Bí thư", PostKind.HEAD)]
    )
    assert len(reasons(actor, remove_steps, scheme=scheme, numbers=[1])) == 3
    remove_posts(actor, TODAY, scheme=scheme, numbers=[1])
    remove_steps(actor, TODAY, scheme=scheme, numbers=[1, 2, 3])
    assert not SchemeStep.objects.exists()


def test_names_before_the_decision_need_the_switch(actor, here, scheme):
    write(actor, scheme, *united(here))
    rows = [PostRow(0, Where(step=1), "Bí thư", PostKind.HEAD, None, here.people[0])]
    told = reasons(actor, add_posts, scheme=scheme, rows=rows)
    assert any("Nhân sự chưa công bố" in each for each in told)
    assert any(
        "chưa công bố" in each
        for each in reasons(actor, place_people, scheme=scheme, rows=secretaries_leave(here))
    )
    open_personnel(actor)
    add_posts(actor, TODAY, scheme=scheme, rows=rows)
    place_people(actor, TODAY, scheme=scheme, rows=secretaries_leave(here))
    place_people(actor, TODAY, scheme=scheme, rows=secretaries_leave(here))  # said again, kept once
    assert SchemePlace.objects.count() == 2
    decide_scheme(actor, TODAY, scheme=scheme, basis=paper("9-QĐ/HU", date(2025, 6, 10)))
    new = SchemeStep.objects.get(number=1).made_id
    (seat,) = PostSpell.objects.on(DAY).filter(organization=new)
    assert Posting.objects.on(DAY).get(post=seat.post_id).person_id == here.people[0]
    assert SchemePost.objects.count() == 1


def test_a_small_party_needs_a_written_consent(actor, here, scheme):
    write(
        actor, scheme,
        StepRow(1, Verb.FOUND, None, Where(here.root), "Đảng bộ xã Mới", OrganizationKind.GRASSROOTS_PARTY, Level.COMMUNE, True),
        StepRow(2, Verb.ABSORB, here.commune, Where(step=1)),
        *(StepRow(3 + n, Verb.TRANSFER, cell, Where(step=1)) for n, cell in enumerate(here.cells)),
    )  # fmt: skip
    by = paper("9-QĐ/HU", date(2025, 6, 10))
    told = reasons(actor, decide_scheme, scheme=scheme, basis=by)
    assert any("Có 15 đảng viên; đảng bộ cơ sở phải có ít nhất 30" in each for each in told)
    consent = paper("77-CV/TU", date(2025, 6, 1))
    refused = {"about": Consented.SMALL_PARTY, "where": Where(step=9), "basis": consent}
    assert any(
        "không có trong đề án" in each
        for each in reasons(actor, record_scheme_consent, scheme=scheme, **refused)
    )
    record_scheme_consent(actor, TODAY, scheme=scheme, **refused | {"where": Where(step=1)})
    decide_scheme(actor, TODAY, scheme=scheme, basis=by)
    page = scheme_page(by=actor, scheme=scheme, on=TODAY)
    assert [each.about for each in page.consents] == [Consented.SMALL_PARTY]


def test_a_decided_or_dropped_scheme_is_not_written_on(actor, here, scheme):
    change_scheme(actor, TODAY, scheme=scheme, title="Đề án mới", from_day=date(2025, 8, 1))
    drop_scheme(actor, TODAY, scheme=scheme)
    for act, asked in (
        (change_scheme, {"title": "X", "from_day": DAY}), (drop_scheme, {}),
        (add_steps, {"rows": united(here)}), (remove_steps, {"numbers": [1]}),
        (add_posts, {"rows": []}), (remove_posts, {"numbers": [1]}), (place_people, {"rows": []}),
        (decide_scheme, {"basis": 1}),
    ):  # fmt: skip
        assert any(
            "không sửa được nữa" in each for each in reasons(actor, act, scheme=scheme, **asked)
        )
    assert reasons(actor, begin_scheme, title=" ", kept_by=999_999, from_day=DAY) == [
        "Tên không được để trống.", "Đơn vị giữ đề án không tồn tại hôm nay.",
    ]  # fmt: skip


def test_who_keeps_another_tree_may_not_write_here(here, give, scheme):
    rights = "register.xem", "register.xem_to_chuc", "register.ghi_to_chuc"
    within = frozenset({here.commune, *here.cells})
    clerk = give(replace(demo_actor(), id="can-bo-xa", rights=dict.fromkeys(rights, within)))
    with pytest.raises(Refused):
        add_steps(clerk, TODAY, scheme=scheme, rows=[StepRow(0, Verb.END, here.cells[0])])
    own = answer(begin_scheme(clerk, TODAY, title="Của xã", kept_by=here.commune, from_day=DAY))
    with pytest.raises(Refused):
        add_steps(clerk, TODAY, scheme=own, rows=[StepRow(0, Verb.RENAME, here.root, name="Khác")])
    add_steps(clerk, TODAY, scheme=own, rows=[StepRow(0, Verb.RENAME, here.cells[0], name="Khác")])
    assert [line.id for line in schemes(by=clerk, on=TODAY)] == [own]
    assert scheme_page(by=clerk, scheme=scheme, on=TODAY) is None


def test_sums_agree_and_open_to_their_units(actor, here, scheme):
    write(actor, scheme, *united(here))
    decide_scheme(
        actor, TODAY, scheme=scheme, basis=paper("9-QĐ/HU", date(2025, 6, 10)),
        places=secretaries_leave(here),
    )  # fmt: skip
    found = compare(by=actor, before=date(2025, 6, 30), after=DAY)
    sums = {(each.category, each.what): each for each in found.totals}
    cells = sums[Category.CELL, Counted.UNITS]
    assert (cells.before, cells.gone, cells.new, cells.after, cells.change) == (2, 2, 1, 1, -1)
    assert all(each.before - each.gone + each.new == each.after for each in found.totals)
    _, listed = units_behind(found=found, category=Category.CELL, what=Counted.UNITS)
    assert sum(row.before for row in listed) == 2
    assert sum(row.after for row in listed) == 1
    _, heads = units_behind(found=found, category=Category.CELL, what=Counted.HEADS)
    assert sum(row.before for row in heads) == 2


def committee_of(actor, cell, person):
    asked = {"from_day": date(2025, 2, 3), "basis": paper("3-NQ/CB", date(2025, 2, 3))}
    record_term(
        actor, TODAY, organization=cell, label="2025–2027", executive=3, standing=0, **asked
    )
    seats = [CommitteeRow(person, Rank.SECRETARY, Manner.ELECTED)]
    record_committee(actor, TODAY, organization=cell, people=seats, decider="Đại hội", **asked)
    record_working_paper(actor, TODAY, organization=cell, kind=WorkingKind.REGULATION, **asked)
    record_pilot(
        actor, TODAY, organization=cell, subject="Thử", directed_by=None, equipment=None, **asked
    )


def test_what_a_committee_holds_closes_with_its_unit_and_is_restored_by_annulling(
    actor, here, scheme
):
    committee_of(actor, here.cells[0], here.people[0])
    before = facts_alone()
    write(actor, scheme, *united(here))
    by = paper("9-QĐ/HU", date(2025, 6, 10))
    decide_scheme(actor, TODAY, scheme=scheme, basis=by, places=secretaries_leave(here))
    for model in HELD:
        assert not model.objects.on(DAY).filter(organization=here.cells[0]).exists(), model
        assert model.objects.on(date(2025, 6, 30)).filter(organization=here.cells[0]).exists()
    undo = paper("10-QĐ/HU", date(2025, 6, 12))
    annul_instrument(actor, TODAY, instrument=by, by_paper=undo, reason="Sai căn cứ")
    assert facts_alone() == before


def test_what_a_unit_is_charged_with_is_told_from_its_day_until_undone(actor, here, scheme):
    charge = "Giúp đảng ủy xã về công tác đảng viên"
    write(
        actor, scheme,
        StepRow(
            1, Verb.FOUND, None, Where(here.commune), "Ban Thử", OrganizationKind.AGENCY,
            Level.COMMUNE, charge=charge,
        ),
    )  # fmt: skip
    by = paper("9-QĐ/HU", date(2025, 6, 10))
    decide_scheme(actor, TODAY, scheme=scheme, basis=by)
    made = SchemeStep.objects.get(scheme=scheme).made_id
    (told,) = charges_of(by=actor, on=DAY, unit=made)
    assert (told.words, told.from_day, told.basis.id) == (charge, DAY, by)
    assert charges_of(by=actor, on=TODAY, unit=made) == []
    undo = paper("10-QĐ/HU", date(2025, 6, 12))
    annul_instrument(actor, TODAY, instrument=by, by_paper=undo, reason="Sai căn cứ")
    assert charges_of(by=actor, on=DAY, unit=made) == []
