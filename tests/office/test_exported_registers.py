"""Sổ của hệ thống khác — five hundred lines enter with their own numbers: none is given here, none stands twice."""

from dataclasses import replace
from datetime import date, timedelta

import papers
import pytest
from actors import demo_actor
from world import TODAY, small_world

from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.models import Instrument, JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Misread, NotAllowed, Refused
from thenchot.office.documents.acts.exported import enter_register
from thenchot.office.documents.acts.numbering import reserve_number, set_number_source
from thenchot.office.documents.models import Outgoing, Series
from thenchot.office.documents.reads.exported import compared, exported
from thenchot.office.documents.reads.outgoing import outgoing_lines
from thenchot.office.documents.rules.exported import ExportedRow, column_faults
from thenchot.office.documents.words import RegisterColumn, Right, Source

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ISSUER, FIRST = "Ban Tổ chức Tỉnh ủy", date(2025, 1, 2)
HEAD = "SỔ VĂN BẢN ĐI,,,,\nSố/Ký hiệu,Ngày VB,Trích yếu nội dung,Người ký,Nơi nhận"
LINES = 500


@pytest.fixture
def here():
    world = small_world()
    set_number_source(
        demo_actor(), TODAY, organization=world.root, source=Source.OTHER, system="Hệ thống điều hành",
        from_day=date(2025, 1, 1), basis=world.founding,
    )  # fmt: skip
    return world


def generated(lines: int = LINES) -> str:
    """A register as another system exports it: signs, days and signers of its own."""
    letters = ("CV", "QĐ", "TB", "BC")
    rows = [
        f"{n:02d}-{letters[n % 4]}/BTCTU,{FIRST + timedelta(n // 5):%d/%m/%Y},về việc thử {n},"
        f"Nguyễn Văn {n % 7},Các chi bộ"
        for n in range(1, lines + 1)
    ]
    return "\n".join([HEAD, *rows])


def judged(here, text: str):
    found = exported(by=demo_actor(), name="so.csv", content=text.encode(), columns=None)
    assert not column_faults(found.columns)
    lines = found.lines(ISSUER, TODAY)
    return compared(by=demo_actor(), organization=here.root, lines=lines, on=TODAY)


def entered(here, text: str) -> None:
    rows = [each.row for each in judged(here, text).accepted.values()]
    enter_register(demo_actor(), TODAY, organization=here.root, rows=rows)


def typed(sign: str, day: date | None = None, year: int = 2025) -> int:
    return register_instrument(
        demo_actor(), TODAY, kind=InstrumentKind.NOTICE, number_sign=sign, issuer="ban tổ chức tỉnh ủy",
        abstract="gõ trước", issued_year=year, issued_on=day,
    ).answer  # fmt: skip


def test_five_hundred_lines_enter_and_no_number_is_given_here(here):
    of = papers.series(here.root)
    before = typed("7 - BC/BTCTU", date(2025, 1, 3)), typed("10-TB/BTCTU")
    last_year = typed("9-QĐ/BTCTU", date(2024, 3, 1), 2024)
    held = Instrument.objects.count()
    entered(here, generated())
    assert Outgoing.objects.count() == LINES
    assert Series.objects.get(pk=of).last == 0
    assert not Outgoing.objects.filter(series__isnull=False).exists()
    assert Instrument.objects.count() == held + LINES - len(before)
    given = {each.basis_id: each for each in Outgoing.objects.select_related("basis")}
    assert (given[before[0]].number, given[before[0]].basis.signer) == (7, "Nguyễn Văn 0")
    assert given[before[1]].basis.issued_on == date(2025, 1, 4)
    assert last_year not in given
    keys = Instrument.objects.filter(issued_year=2025).values_list("number_sign", "issuer")
    assert len(
        {(sign.lstrip("0").replace(" ", ""), issuer.casefold()) for sign, issuer in keys}
    ) == len(keys)
    line = outgoing_lines(by=demo_actor(), on=TODAY, organization=here.root, words="499-BC")[1][0]
    assert (line.sign, line.kind, line.signer, line.recipients) == (
        "499-BC/BTCTU", InstrumentKind.REPORT, "Nguyễn Văn 2", "Các chi bộ",
    )  # fmt: skip
    assert JournalEntry.objects.order_by("-seq")[0].sentence == (
        "Nhập 500 văn bản từ sổ của Hệ thống điều hành"
    )
    assert not verify_journal().faults


def test_the_same_register_again_and_a_longer_one_double_nothing(here):
    entered(here, generated(20))
    again = judged(here, generated(20))
    assert (len(again.accepted), len(again.known), again.refused) == (0, 20, {})
    with pytest.raises(Refused, match="Không có văn bản nào mới"):
        enter_register(demo_actor(), TODAY, organization=here.root, rows=[])
    longer = judged(here, generated(25))
    assert (len(longer.accepted), len(longer.known)) == (5, 20)
    entered(here, generated(25))
    assert Outgoing.objects.count() == 25


def test_lines_are_refused_with_every_reason_and_nothing_enters(here):
    typed("5-CV/BTCTU", date(2025, 2, 2))
    text = "\n".join(
        [
            HEAD,
            "không số,31/2/2025,,,",
            "3-CV/BTCTU,17/6/2025,về việc thử,An,",
            "4-CV/BTCTU,31/12/2024,về việc thử,An,",
            "5-CV/BTCTU,3/2/2025,về việc thử,An,",
            "6-CV/BTCTU,3/2/2025,về việc thử,An,",
            "06 -CV/BTCTU,4/2/2025,về việc khác,An,",
            "10-CV/BTCTU,4/2/2025,về việc thử,An,",
        ]
    )
    found = judged(here, text)
    assert [(n, len(reasons)) for n, reasons in found.refused.items()] == [
        (3, 4), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1),
    ]  # fmt: skip
    assert list(found.accepted) == [9]
    good = found.accepted[9].row
    before = [
        list(model.objects.order_by("pk").values_list())
        for model in (Outgoing, Instrument, JournalEntry)
    ]
    with pytest.raises(Refused) as refusal:
        enter_register(
            demo_actor(), TODAY, organization=here.root, rows=[good, replace(good, number_sign="x", signer="")],
        )  # fmt: skip
    assert {each.field for each in refusal.value.reasons} == {"2.number_sign", "2.signer"}
    assert before == [
        list(model.objects.order_by("pk").values_list())
        for model in (Outgoing, Instrument, JournalEntry)
    ]


LIKE = "12-QĐ/TU,3/2/2025,về việc thử,An,"


def typed_for(issuer: str, sign: str = "12-QĐ/TU", day: date | None = date(2025, 2, 3)) -> int:
    return register_instrument(
        demo_actor(), TODAY, kind=InstrumentKind.NOTICE, number_sign=sign, issuer=issuer,
        abstract="gõ trước", issued_year=2025, issued_on=day,
    ).answer  # fmt: skip


def everything():
    tables = (Outgoing, Instrument, JournalEntry)
    return [list(model.objects.order_by("pk").values_list()) for model in tables]


@pytest.mark.parametrize("day", [date(2025, 2, 3), None])
def test_the_same_number_and_day_of_another_issuer_is_asked_about_and_not_doubled(here, day):
    stored = typed_for("Ban Thường vụ Tỉnh ủy", day=day)
    before = everything()
    found = judged(here, f"{HEAD}\n{LIKE}")
    ((line, (reason,)),) = found.refused.items()
    assert "12-QĐ/TU" in reason.sentence()
    assert "(Ban Thường vụ Tỉnh ủy)" in reason.sentence()
    assert [each.id for each in found.asked[line].papers] == [stored]
    row = found.asked[line].row
    with pytest.raises(Refused, match="văn bản ấy hay văn bản khác"):
        enter_register(demo_actor(), TODAY, organization=here.root, rows=[row])
    assert everything() == before
    enter_register(demo_actor(), TODAY, organization=here.root, rows=[replace(row, same_as=stored)])
    (line,) = Outgoing.objects.all()
    assert (line.basis_id, line.number, line.basis.signer) == (stored, 12, "An")
    assert line.basis.issued_on == date(2025, 2, 3)
    again = judged(here, f"{HEAD}\n{LIKE}")
    assert (len(again.known), again.refused, again.asked) == (1, {}, {})


def test_it_may_be_said_to_be_another_paper(here):
    stored = typed_for("Tỉnh ủy Ninh Thử")
    row = judged(here, f"{HEAD}\n{LIKE}").asked[3].row
    enter_register(demo_actor(), TODAY, organization=here.root, rows=[replace(row, same_as=0)])
    (line,) = Outgoing.objects.select_related("basis")
    assert (line.basis_id != stored, line.basis.issuer) == (True, ISSUER)
    again = judged(here, f"{HEAD}\n{LIKE}")
    assert (len(again.known), again.refused) == (1, {})


def test_what_another_organ_has_in_its_register_is_not_asked_about(here):
    papers.elsewhere(here.commune, here.founding, replace(papers.ELSEWHERE, issuer="Đảng ủy xã"))
    found = judged(here, f"{HEAD}\n9-QĐ/TU,16/6/2025,về việc thử,An,")
    assert (len(found.accepted), found.asked) == (1, {})


def test_a_line_is_no_paper_of_another_number_or_day(here):
    typed_for("Ban Thường vụ Tỉnh ủy")
    other = typed_for("Ban Thường vụ Tỉnh ủy", "13-QĐ/TU")
    row = judged(here, f"{HEAD}\n{LIKE}").asked[3].row
    alone = replace(row, number_sign="14-QĐ/TU")
    before = everything()
    for said in (replace(row, same_as=other), replace(alone, same_as=other)):
        with pytest.raises(Refused, match="không cùng số, cùng ngày"):
            enter_register(demo_actor(), TODAY, organization=here.root, rows=[said])
    assert everything() == before
    found = judged(here, f"{HEAD}\n13-QĐ/TU,4/2/2025,về việc thử,An,")
    assert (len(found.accepted), found.asked) == (1, {})


def test_one_number_of_one_day_stands_once_in_a_file_whoever_issued_it(here):
    head = "Số ký hiệu,Ngày văn bản,Trích yếu,Người ký,Cơ quan ban hành"
    lines = [
        f"12-QĐ/TU,3/2/2025,thử,An,{issuer}" for issuer in ("Tỉnh ủy", "Ban Thường vụ Tỉnh ủy")
    ]
    found = judged(here, "\n".join([head, *lines]))
    assert [len(reasons) for reasons in found.refused.values()] == [1, 1]
    assert not found.accepted


def test_an_office_that_gives_its_own_numbers_takes_no_register(here):
    row = ExportedRow("1-CV/ĐU", FIRST, "Đảng ủy", "về việc thử", "An", InstrumentKind.LETTER)
    with pytest.raises(Refused, match="tự cấp số ở đây"):
        enter_register(demo_actor(), TODAY, organization=here.commune, rows=[row])
    clerk = Actor("thu", "Văn thư xã", {Right.REGISTER.value: frozenset({here.commune})})
    with pytest.raises(NotAllowed):
        enter_register(clerk, TODAY, organization=here.root, rows=[row])
    with pytest.raises(Refused, match="hệ thống khác cấp"):
        reserve_number(demo_actor(), TODAY, series=papers.series(here.root), given_on=FIRST)
    assert not Outgoing.objects.exists()


def test_a_register_that_tells_of_secrets_is_not_read(here):
    secret = "Số ký hiệu,Ngày văn bản,Trích yếu,Người ký,Độ mật\n1-CV/TU,2/1/2025,thử,An,{}"
    for word in ("Mật", "TỐI MẬT", "tuyệt mật"):
        with pytest.raises(Misread, match="văn bản mật"):
            judged(here, secret.format(word))
    assert len(judged(here, secret.format("Thường")).accepted) == 1


def test_columns_that_a_register_cannot_be_without_are_asked_for():
    faults = column_faults({0: RegisterColumn.SIGN, 1: RegisterColumn.SIGN})
    assert len(faults) == 4
