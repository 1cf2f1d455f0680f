"""Chữ trong tệp và từ của văn bản — kept with the file, cut the same way twice, found behind the wall."""

import hashlib
import os
import random
from datetime import UTC, date, datetime

import pytest
from actors import demo_actor
from django.conf import settings
from django.db import connection
from django.db.models import Q
from honest_files import docx, pdf, png, xlsx
from world import TODAY, answer, person, small_world

from thenchot.ground.basis import attached
from thenchot.ground.basis.acts.instruments import complete_instrument_day, register_instrument
from thenchot.ground.basis.acts.removing import remove_paper_file
from thenchot.ground.basis.attached import (
    SECRET,
    drop_strays,
    keep_file,
    kept_file,
    kept_picture,
    named_files,
    read_texts,
)
from thenchot.ground.basis.files.drawing import drawn_page
from thenchot.ground.basis.files.kinds import Kind
from thenchot.ground.basis.models import FileText, Instrument
from thenchot.ground.basis.reads.instruments import paper_page
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.reads.texts import papers_with, passages
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.wording import index_words
from thenchot.people.dossiers.reads.papers import file_within
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LETTERS = "aăâeêioôơuưyđAĂQqGgHhnNtTxðß0123456789 -/.,()²½ỷựỡởẫệờ\u0301\u0300\u0309\u0323\u00ad"


def words_of(text: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT basis_words(%s)", [text])
        return set(cursor.fetchone()[0])


SPELLED = [
    "Số 05-NQ/ĐU, ngày 01/02/2025", "HOÀ BÌNH, hòa bình, Thuý, thúy, QUỲ, quý, Hoàn, khoẻ", "",
    "Đường Ð ß İ ǆ 1234567890", "x" * 200, "0007 00a 000", "a_b—c…d²", "Hòa",
]  # fmt: skip


@pytest.mark.parametrize("text", SPELLED)
def test_the_database_cuts_words_as_the_product_does(text):
    assert words_of(text) == set(index_words(text))


def test_the_database_cuts_random_text_as_the_product_does():
    dice = random.Random(9)
    for _ in range(300):
        text = "".join(dice.choices(LETTERS, k=dice.randrange(40)))
        assert words_of(text) == set(index_words(text)), text


@pytest.fixture
def files(monkeypatch, tmp_path):
    """A folder of files of its own."""
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path))
    return tmp_path


def held(number: str, abstract: str, **more) -> int:
    """A decision of the register."""
    return answer(
        register_instrument(
            demo_actor(), TODAY, kind=InstrumentKind.DECISION, number_sign=number, issuer="Tỉnh ủy",
            abstract=abstract, **{"issued_year": TODAY.year, "issued_on": TODAY} | more,
        )
    )  # fmt: skip


def of_file(content: bytes, name: str, number: str = "7-QĐ/TU") -> int:
    """A paper of this file, which was kept first."""
    return held(number, "không nói gì", file_sha256=keep_file([content], name))


def found(typed: str, by=None) -> list[int]:
    total, papers = papers_with(by=by or demo_actor(), on=TODAY, typed=typed, most=1_000)
    assert total == len(papers)
    return papers


def test_the_text_of_each_kind_is_found_and_a_picture_has_none(files):
    small_world()
    letter = of_file(docx("Kính gửi huyện ủy", "về việc Hoà giải"), "a.docx", "1-CV/TU")
    table = of_file(xlsx(("STT", "Chỉ tiêu"), (1, "Phát triển")), "a.xlsx", "2-CV/TU")
    assert found("kinh gui hoa giai") == found("hòa giải") == [letter]
    assert found("phat trien chi tieu") == [table]
    assert found("không nói gì") == found("khong noi") == [table, letter]  # each once, by its title
    of_file(png(), "a.png", "3-CV/TU")
    of_file(pdf(), "a.pdf", "4-CV/TU")
    assert FileText.objects.exclude(text="").count() == 2
    assert FileText.objects.filter(text="", words=[]).count() == 2


def test_a_refused_file_leaves_no_text(files):
    with pytest.raises(Misread) as refusal:
        keep_file([docx("MẬT", "Nội dung")], "a.docx")
    assert refusal.value.reason.text == SECRET
    assert not FileText.objects.exists()


def test_marks_typed_come_first_then_titles_then_the_newest(files):
    small_world()
    words = [("1-CV/TU", "cán bộ thủy lợi"), ("2-CV/TU", "đồng chí Thúy"), ("3-CV/TU", "cô Thuy")]
    one, other, third = [held(number, said) for number, said in words]
    inside = of_file(docx("Thúy"), "a.docx", "4-CV/TU")
    assert found("thúy") == [other, inside, third, one]
    assert found("thuy") == [third, other, one, inside]
    assert found("3-cv/tu") == [third]
    assert found("04-CV/TU thuy") == [inside]
    assert found("thúy thủy") == found("thuy")
    assert found("!!!") == []
    assert set(found("")) >= {one, other, third, inside}


def test_of_one_year_those_of_an_unknown_day_come_last_and_a_sheet_past_the_end_is_empty(files):
    small_world()
    later = held("1-CV/TU", "việc chung", issued_year=2024, issued_on=date(2024, 12, 31))
    unknown = held("2-CV/TU", "việc chung", issued_year=2024, issued_on=None)
    first = held("3-CV/TU", "việc chung", issued_year=2024, issued_on=date(2024, 1, 1))
    older = held("4-CV/TU", "việc chung", issued_year=2023, issued_on=date(2023, 12, 31))
    assert found("viec chung") == [later, first, unknown, older]
    asked = {"by": demo_actor(), "on": TODAY, "typed": "viec chung"}
    assert papers_with(**asked, after=3, most=2) == (4, [older])
    assert papers_with(**asked, after=4, most=2) == (4, [])
    assert papers_with(**asked, such=Q(issued_year=2024), after=9) == (3, [])
    assert papers_with(**asked, such=Q(pk__in=())) == (0, [])
    assert papers_with(**asked | {"on": date(2024, 1, 1)}) == (3, [first, unknown, older])
    assert papers_with(**asked | {"on": date(2023, 12, 31)}) == (1, [older])


def test_a_paper_whose_day_is_known_later_takes_its_place(files):
    small_world()
    one = held("1-CV/TU", "việc chung", issued_year=2024, issued_on=None)
    other = held("2-CV/TU", "việc chung", issued_year=2024, issued_on=date(2024, 5, 5))
    assert found("viec chung") == [other, one]
    answer(complete_instrument_day(demo_actor(), TODAY, instrument=one, issued_on=date(2024, 6, 6)))
    assert found("viec chung") == [one, other]


def test_the_passage_is_shown_as_printed(files):
    small_world()
    of_file(docx("đầu " * 60 + "ý kiến của Ban Thường vụ " + "cuối " * 60), "a.docx")
    ((digest, pieces),) = passages(
        digests=FileText.objects.values_list("pk", flat=True), typed="y kien"
    ).items()
    assert len(digest) == 64
    assert [piece.text for piece in pieces if piece.hit] == ["ý", "kiến"]
    text = "".join(piece.text for piece in pieces)
    assert text.startswith("… đầu")
    assert text.endswith("cuối …")
    assert len(text) < 250


def test_a_removed_file_takes_its_text_and_words_along(files):
    small_world()
    letter = of_file(docx("chỉ có trong tệp"), "a.docx")
    assert found("chi co trong tep") == [letter]
    answer(remove_paper_file(demo_actor(), TODAY, instrument=letter))
    assert found("chi co trong tep") == []
    assert not FileText.objects.exists()


def test_a_table_that_speaks_of_people_is_not_found_by_its_text(files):
    small_world()
    table = of_file(xlsx(("Họ tên",), ("Nguyễn Thử Tìm",)), "a.xlsx")
    assert found("thử tìm") == [table]
    person("Nguyễn Thử Tìm", table)
    assert found("thử tìm") == []
    assert passages(digests=FileText.objects.values_list("pk", flat=True), typed="thử tìm") == {}


def test_a_table_on_two_papers_stays_closed_by_either(files, give):
    here = small_world()
    listed = xlsx(("Họ tên",), ("Nguyễn Thử Tìm",))
    mine = held("8-CV/TU", "thư", file_sha256=keep_file([listed], "a.xlsx"), kept_by=here.commune)
    person("Nguyễn Thử Tìm", of_file(listed, "a.xlsx"))
    assert found("thử tìm") == []
    clerk = give(
        Actor("van-thu", "Văn thư", {BasisRight.READ_INSTRUMENT: frozenset({here.commune})})
    )
    with scoped(clerk, TODAY, reading=True):
        page = paper_page(by=clerk, paper=mine)
        assert found("thử tìm", clerk) == []
        assert passages(digests=[page.file_sha256], typed="thử tìm") == {}
        assert file_within(by=clerk, page=page) is None


def test_numbers_of_people_in_a_table_are_not_kept_for_searching(files):
    small_world()
    rows = ("Họ tên", "Số"), ("An", "079190012345"), ("Bình", "20.001234"), ("Ngày", "12.05.1990")
    table = of_file(xlsx(*rows), "a.xlsx")
    letter = of_file(docx("Điện thoại 0293 3878 878"), "a.docx", "9-CV/TU")
    assert found("079190012345") == found("20.001234") == []
    assert found("an binh 12.05.1990") == [table]
    assert found("0293 3878 878") == [letter]


def test_text_is_read_of_files_kept_before_and_strays_go(files):
    small_world()
    stray, young = keep_file([docx("không ai nêu")], "b.docx"), keep_file([docx("mới")], "c.docx")
    content = docx("chỉ có trong tệp")
    digest = hashlib.sha256(content).hexdigest()
    (settings.DATA_FOLDER.files / digest).write_bytes(content)  # as before texts were kept
    letter = held("7-QĐ/TU", "không nói gì", file_sha256=digest)
    assert found("chi co trong tep") == []
    assert read_texts() == (1, 0)
    assert read_texts() == (0, 0)
    assert found("chi co trong tep") == [letter]
    for each in (stray, digest):
        os.utime(settings.DATA_FOLDER.files / each, (0, 0))
    assert drop_strays(before=datetime(2020, 1, 1, tzinfo=UTC), besides=[stray]) == 0
    assert drop_strays(before=datetime(2020, 1, 1, tzinfo=UTC)) == 1
    assert kept_file(stray) is None
    assert kept_file(young)
    assert kept_file(digest)


def test_kept_files_are_digested_again_and_what_is_gone_or_altered_is_named(files):
    small_world()
    digests = [keep_file([docx(text)], "a.docx") for text in ("còn", "mất", "sửa")]
    for number, digest in enumerate((*digests, digests[1]), start=1):
        held(f"{number}-CV/TU", "có tệp", file_sha256=digest)
    keep_file([docx("không ai nêu")], "b.docx")
    assert dict(named_files()) == dict.fromkeys(digests)
    kept, gone, altered = (settings.DATA_FOLDER.files / each for each in digests)
    gone.unlink()
    content = bytearray(altered.read_bytes())
    content[len(content) // 2] ^= 1  # one bit
    altered.write_bytes(content)
    told = {digest: fault and fault.sentence() for digest, fault in named_files()}
    papers = {int(each.number_sign[0]): each for each in Instrument.objects.exclude(file_sha256="")}
    assert told == {
        kept.name: None,
        gone.name: f"Mất tệp {gone.name[:16]}… của {papers[2]}.",
        altered.name: f"Tệp {altered.name[:16]}… của {papers[3]} không còn đúng như khi giữ.",
    }


def test_who_may_not_see_a_paper_does_not_find_it(files, give):
    here = small_world()
    mine, others = held("1-CV/TU", "thư riêng", kept_by=here.commune), held("2-CV/TU", "thư riêng")
    inside = of_file(docx("thư riêng trong tệp"), "a.docx", "3-CV/TU")
    clerk = give(
        Actor("van-thu", "Văn thư", {BasisRight.READ_INSTRUMENT: frozenset({here.commune})})
    )
    with scoped(clerk, TODAY, reading=True):
        assert found("thu rieng", clerk) == found("thư riêng", clerk) == [mine]
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT paper FROM basis_papers_found(%s, '{}', '', %s)", [["thu", "rieng"], TODAY]
            )
            assert cursor.fetchall() == [(mine,)]
        assert not FileText.objects.exists()
    assert set(found("thu rieng")) == {mine, others, inside}


def test_the_search_carries_the_wall_of_papers_word_for_word():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT prosrc, (SELECT pg_get_expr(polqual, polrelid) FROM pg_policy"
            " WHERE polrelid = 'basis_instrument'::regclass AND polname = 'reads')"
            " FROM pg_proc WHERE proname = 'basis_papers_found'"
        )
        source, wall = cursor.fetchone()
    assert f"AND ({wall})" in source


def test_the_first_page_is_drawn_once_and_goes_with_its_file(files, monkeypatch):
    small_world()
    letter = of_file(pdf(), "a.pdf")
    digest = hashlib.sha256(pdf()).hexdigest()
    drawn = kept_picture(digest)
    assert drawn is not None
    assert drawn.startswith(b"\x89PNG")
    monkeypatch.setattr(attached, "drawn_page", lambda *asked: None)
    assert kept_picture(digest) == drawn
    answer(remove_paper_file(demo_actor(), TODAY, instrument=letter))
    attached.drop_file(digest)  # as after the commit
    assert not any((files / "pictures").iterdir())


def test_what_cannot_be_drawn_has_no_first_page(files, monkeypatch):
    assert kept_picture(keep_file([docx("a")], "a.docx")) is None
    assert kept_picture("a" * 64) is None
    assert drawn_page(files / "không có", Kind.PDF, 1) is None
    digest = keep_file([pdf()], "a.pdf")
    monkeypatch.setattr(attached, "drawn_page", lambda *asked: None)
    assert kept_picture(digest) is kept_picture(digest) is None
