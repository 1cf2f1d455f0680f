"""Danh sách thành bảng tính — what the pages list, within sight, every cell text."""

import io
from datetime import date

import pytest
from actors import demo_actor
from django.conf import settings
from office import office
from party import one_of_each, party
from python_calamine import CalamineWorkbook
from world import TODAY, answer, paper

from thenchot.doors.exchange.organizations.lists import LISTS
from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.people.dossiers.reads.compared import registered
from thenchot.people.dossiers.reads.handed import handed
from thenchot.people.dossiers.reads.judged import cells_within
from thenchot.people.dossiers.rules.cells import Cells
from thenchot.people.dossiers.rules.compared import Verdict, compared
from thenchot.people.members.words import ListColumn, Right
from thenchot.people.reorganisation.acts.deciding import decide_scheme
from thenchot.people.reorganisation.acts.writing import add_steps, begin_scheme
from thenchot.people.reorganisation.rules.rows import StepRow, Where
from thenchot.people.reorganisation.words import Verb

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NOT_IN_THE_FILE = {
    ListColumn.NAME_BEFORE,
    ListColumn.NAME_GIVEN,
    ListColumn.BORN_MALE,
    ListColumn.BORN_FEMALE,
    ListColumn.CARD,
    ListColumn.CITIZEN,
}  # fmt: skip  other ways to say the same, and what opens one person at a time


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


def rows_of(answer):
    assert answer.status_code == 200
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    return book.get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("what", LISTS)
def test_a_list_is_written_whole_and_every_cell_is_text(client, what):
    one_of_each()
    first, again = (client.get(f"/danh-sach/{what}.xlsx") for _ in range(2))
    head, *rows = rows_of(first)
    assert [len(row) for row in rows] == [len(head)] * len(rows)
    assert rows or what in (
        "chuc-vu-trong",
        "bien-che",
    )  # nothing vacant, no staff assigned this year
    assert all(isinstance(cell, str) for row in rows for cell in row)
    assert first.content == again.content
    assert f"{what}-{TODAY}.xlsx" in first["Content-Disposition"]


def test_members_are_written_as_a_list_is_handed_in(client):
    one_of_each()
    answer = client.get("/danh-sach/dang-vien.xlsx")
    head, *rows = rows_of(answer)
    assert head == [column.label for column in ListColumn if column not in NOT_IN_THE_FILE]
    assert answer.content == client.get("/danh-sach/dang-vien.xlsx").content
    by = demo_actor()
    with scoped(by, TODAY, reading=True):
        listed = handed(
            by=by, name="dang-vien.xlsx", content=answer.content, columns=None, on=TODAY
        )
        lines, members = listed.lines(TODAY), registered(by=by, unit=None, on=TODAY)
        pairs = compared(lines, members)
        cells = Cells(cells_within(Right.RECORD_HANDOVER, by=by, on=TODAY))
        found = [cells.find(line.cell, line.above).id for line in lines]
    assert [column for _, column in sorted(listed.columns.items())] == [
        column for column in ListColumn if column not in NOT_IN_THE_FILE
    ]
    assert len(pairs) == len(rows) >= len(members) > 10
    assert {pair.verdict for pair in pairs} == {Verdict.SAME}
    assert [line.faults for line in lines] == [()] * len(lines)
    assert found == [member.cell_id for member in members]
    assert [line.admitted_on for line in lines] == [member.admitted_on for member in members]
    assert client.get("/con-nguoi").content.decode().count("/danh-sach/dang-vien.xlsx") == 1


def test_members_of_one_branch_and_no_formula(client):
    here = party()
    by, life = paper("9-QĐ/HU"), PersonSpell.objects.get(person=here.people[10])
    correct_fact(
        demo_actor(), TODAY, kind="register.PersonSpell", fact=life.pk, changes={"hometown": "=1+1"},
        by_paper=by, reason="gõ nhầm",
    )  # fmt: skip
    rows = rows_of(client.get(f"/danh-sach/dang-vien.xlsx?don-vi={here.cells[1]}"))
    assert {row[6] for row in rows[1:]} == {"Chi bộ ấp Hai"}
    assert "=1+1" in {row[4] for row in rows}
    for nowhere in ("999999", "x"):
        assert client.get(f"/danh-sach/dang-vien.xlsx?don-vi={nowhere}").status_code == 404


def test_units_stand_in_the_order_of_the_tree_with_their_numbers(client):
    one_of_each()
    rows = rows_of(client.get("/danh-sach/to-chuc.xlsx"))
    shown = client.get("/to-chuc/bang").content.decode()
    assert "/danh-sach/to-chuc.xlsx" in shown
    names = [row[0].strip() for row in rows[1:]]
    places = [shown.index(f">{name}</a>") for name in dict.fromkeys(names)]
    assert places == sorted(places)


def test_a_comparison_is_written_with_its_sums(client):
    one_of_each()
    rows = rows_of(client.get("/to-chuc/so-sanh.xlsx?truoc=1/1/2020&sau=16/6/2025"))
    assert all(
        int(was) - int(gone) + int(new) == int(now) for _, _, was, gone, new, now, *_ in rows[1:]
    )
    assert rows[0][-1] == "Người thôi giữ"
    assert client.get("/to-chuc/so-sanh.xlsx?truoc=31/2/2020").status_code == 404


def test_a_comparison_of_a_branch_is_written_with_the_sums_of_that_branch(client):
    one_of_each()
    cell = OrganizationSpell.objects.filter(kind="chi_bo", effective__contains=TODAY).first()
    days = "truoc=1/1/2020&sau=16/6/2025"
    page = client.get(f"/to-chuc/so-sanh?{days}&don-vi={cell.organization_id}").content.decode()
    address = f"/to-chuc/so-sanh.xlsx?truoc=01/01/2020&amp;sau=16/06/2025&amp;don-vi={cell.organization_id}"
    assert address in page
    branch = rows_of(client.get(address.replace("&amp;", "&")))
    whole = rows_of(client.get(f"/to-chuc/so-sanh.xlsx?{days}"))
    assert sum(int(row[5]) for row in branch[1:]) < sum(int(row[5]) for row in whole[1:])
    for nowhere in ("0", "999999", "x", "9" * 30):
        assert client.get(f"/to-chuc/so-sanh.xlsx?{days}&don-vi={nowhere}").status_code == 404


def test_nothing_out_of_sight_is_written():
    here = office()
    secretary, member = here.browser("secretary"), here.browser("member")
    mine = str(rows_of(secretary.get("/danh-sach/to-chuc.xlsx")))
    assert "Chi bộ ấp Một" in mine
    assert "Chi bộ ấp Hai" not in mine
    assert member.get("/danh-sach/cap-uy.xlsx").status_code == 404
    assert member.get("/danh-sach/dang-vien.xlsx").status_code == 404
    mine = str(rows_of(secretary.get("/danh-sach/dang-vien.xlsx")))
    assert "Trần Văn An" in mine
    assert "Lê Thị Mai" not in mine
    assert secretary.get("/danh-sach/khac.xlsx").status_code == 404


def test_a_list_is_of_the_day_looked_at(client):
    party()
    early, now = (
        rows_of(client.get(f"/danh-sach/dang-vien.xlsx?ngay={day}", follow=True))
        for day in ("2001-01-01", "hom-nay")
    )
    assert len(early) == 1 < len(now)


def test_a_branch_that_ended_by_the_second_day_is_compared_all_the_same(client):
    here, actor = party(), demo_actor()
    day = date(2025, 7, 1)
    scheme = answer(begin_scheme(actor, TODAY, title="Thử", kept_by=here.root, from_day=day))
    rows = [StepRow(0, Verb.ABSORB, here.cells[1], Where(here.cells[0]))]
    add_steps(actor, TODAY, scheme=scheme, rows=rows)
    by = paper("9-QĐ/TU", date(2025, 6, 10))
    decide_scheme(actor, TODAY, scheme=scheme, basis=by, others_leave=True)
    asked = f"truoc=30/6/2025&sau=1/7/2025&don-vi={here.cells[1]}"
    assert client.get(f"/to-chuc/so-sanh?{asked}").status_code == 200
    (row,) = (
        row
        for row in rows_of(client.get(f"/to-chuc/so-sanh.xlsx?{asked}"))[1:]
        if row[1] == "Đầu mối"
    )
    assert row[2:6] == ["1", "1", "0", "0"]
