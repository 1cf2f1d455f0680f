"""Hồ sơ trình — pieces put in and taken out until it is decided; their files kept as those of papers."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from actors import demo_actor
from django.conf import settings
from django.db import IntegrityError, transaction
from drafts import OPINION, agreed, begun, put_in
from honest_files import docx, pdf, xlsx
from sittings import OF_BODY, called, seated, submitted
from world import TODAY, answer, paper, small_world

from thenchot.ground.basis.acts.act import Act, OpenAct
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.acts.removing import remove_paper_file
from thenchot.ground.basis.attached import drop_strays, keep_file, kept_file, named_files
from thenchot.ground.basis.models import FileText, Instrument, JournalEntry
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.reasons import NotAllowed, Reason, Refused
from thenchot.ground.register.words import Decider
from thenchot.office.drafting.acts.moving import check_content, drop_draft_paper
from thenchot.office.drafting.acts.submitting import (
    FILE,
    add_submission_piece,
    remove_submission_file,
    take_out_submission_piece,
)
from thenchot.office.drafting.models import DraftPaper, SubmissionPiece
from thenchot.office.drafting.reads.drafts import draft_page
from thenchot.office.drafting.reads.pieces import piece_file
from thenchot.office.drafting.rules.pieces import PieceRow, contents, counted, owed
from thenchot.office.drafting.words import PieceKind, Right
from thenchot.people.sittings.reads.sittings import sitting_page
from thenchot.project.data_folder import DataFolder

needs_database = [pytest.mark.django_db, pytest.mark.database]
SUBMISSION = replace(OPINION, kind=PieceKind.SUBMISSION, title="Tờ trình về tổ giúp việc")
ONE_OF_THREE = "Tài liệu là một văn bản trong sổ, một tệp, hoặc ghi bằng lời: chọn một."


@dataclass
class Piece:
    kind: PieceKind
    title: str
    issuer: str = "Ban Tổ chức"
    dated_on: date | None = None


def titles(people: int, *pieces: Piece) -> list[str]:
    kind = InstrumentKind.DECISION
    return [
        f"{each.number}. {each.kind}: {each.title}"
        for each in contents(kind, "về tổ", "Ban Tổ chức", people, pieces)
    ]


def test_the_contents_begin_with_the_submission_and_name_the_draft_and_its_people():
    pieces = [
        Piece(PieceKind.OTHER, "Biên bản"), Piece(PieceKind.OPINION, "Ý kiến một"),
        Piece(PieceKind.SUBMISSION, "Tờ trình"), Piece(PieceKind.OPINION, "Ý kiến hai"),
    ]  # fmt: skip
    assert titles(3, *pieces) == [
        "1. Tờ trình: Tờ trình", "2. Dự thảo: Quyết định về tổ",
        "3. Danh sách trích ngang: Danh sách 3 người của hồ sơ trình",
        "4. Văn bản cho ý kiến: Ý kiến một", "5. Văn bản cho ý kiến: Ý kiến hai", "6. Tài liệu khác: Biên bản",
    ]  # fmt: skip
    assert titles(0) == ["1. Dự thảo: Quyết định về tổ"]
    listed = Piece(PieceKind.LIST, "Danh sách {kèm}")
    assert titles(3, listed)[1:] == ["2. Danh sách trích ngang: Danh sách {kèm}"]
    found = counted(contents(InstrumentKind.DECISION, "về tổ", "", 0, pieces))
    assert [each.sentence() for each in found] == [
        "1 tờ trình", "1 dự thảo", "2 văn bản cho ý kiến", "1 tài liệu khác",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "decider", "pieces", "warned"),
    [
        (InstrumentKind.DECISION, Decider.STANDING_COMMITTEE, [], True),
        (InstrumentKind.DECISION, Decider.STANDING_COMMITTEE, [Piece(PieceKind.OPINION, "a")], True),
        (InstrumentKind.DECISION, Decider.STANDING_COMMITTEE, [Piece(PieceKind.SUBMISSION, "a")], False),
        (InstrumentKind.SUBMISSION, Decider.STANDING_COMMITTEE, [], False),
        (InstrumentKind.DECISION, None, [], False),
        (InstrumentKind.DECISION, Decider.CENTRE, [], False),
    ],
)  # fmt: skip
def test_what_goes_to_a_body_without_a_submission_is_told(kind, decider, pieces, warned):
    assert bool(owed(kind, decider, pieces)) is warned


@pytest.fixture
def here(db):
    return small_world()


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path))


def refused(act, by=None, **asked) -> list[str]:
    tables = (JournalEntry, DraftPaper, SubmissionPiece, Instrument, FileText)
    before = [list(table.objects.order_by("pk").values_list()) for table in tables]
    with pytest.raises(Refused) as caught:
        act(by or demo_actor(), TODAY, **asked)
    assert [list(table.objects.order_by("pk").values_list()) for table in tables] == before
    return [reason.sentence() for reason in caught.value.reasons]


def of_file(digest: str, **more) -> PieceRow:
    return replace(OPINION, words="", file_sha256=digest, **more)


@pytest.mark.django_db
@pytest.mark.database
class TestAPiece:
    def test_is_a_paper_of_the_register_a_file_or_words(self, here):
        draft, number = begun(here.commune, here.root), paper("9-CV/UBKT", date(2025, 6, 2))
        digest = keep_file([pdf()], "y-kien.pdf")
        put_in(draft)
        put_in(draft, replace(SUBMISSION, words="", instrument=number))
        put_in(draft, of_file(digest, title="Ý kiến bằng tệp"))
        page = draft_page(by=demo_actor(), on=TODAY, draft=draft)
        told = [(each.title, bool(each.paper), each.file_sha256, each.words) for each in page.put]
        assert told == [
            ("Ý kiến về tổ giúp việc", False, "", "Nhất trí với dự thảo."),
            ("Tờ trình về tổ giúp việc", True, "", ""), ("Ý kiến bằng tệp", False, digest, ""),
        ]  # fmt: skip
        assert [each.title.sentence() for each in page.contents][:2] == [
            "Tờ trình về tổ giúp việc", "Quyết định về việc thành lập tổ giúp việc",
        ]  # fmt: skip
        line = JournalEntry.objects.latest("seq").sentence
        assert line.startswith("Đưa «Ý kiến bằng tệp» vào hồ sơ trình: Quyết định")
        assert not verify_journal().faults

    def test_is_refused_with_every_reason_at_once(self, here):
        draft = begun(here.commune, here.root)
        bad = PieceRow(
            PieceKind.OTHER, " ", "", date(2025, 6, 17), instrument=999_999, file_sha256="f" * 64,
            words="Một.\nTUYỆT MẬT\nHai.",
        )  # fmt: skip
        assert refused(add_submission_piece, draft=draft, row=bad) == [
            "Thiếu tên tài liệu.", "Thiếu nơi lập tài liệu.",
            "Ngày của tài liệu 17/06/2025 còn ở phía trước.", ONE_OF_THREE,
            "Tên hoặc nội dung tài liệu có dấu độ mật. Tài liệu mật không đưa vào đây.",
            "Tệp này chưa được nhận; hãy chọn lại.", "Không có văn bản này trong sổ.",
        ]  # fmt: skip
        nothing = replace(OPINION, words=" ")
        assert refused(add_submission_piece, draft=draft, row=nothing) == [ONE_OF_THREE]
        assert refused(add_submission_piece, draft=999_999, row=OPINION) == [
            "Không có dự thảo này."
        ]
        assert "dài quá" in refused(
            add_submission_piece, draft=draft, row=replace(OPINION, words="a" * 60_001)
        )[0]  # fmt: skip

    def test_whose_file_could_not_be_kept_says_only_that(self, here):
        draft, noted = begun(here.commune, here.root), [Reason("Tệp hỏng.", field=FILE)]
        act = add_submission_piece.once("khoa-mot", noted)
        row = replace(OPINION, words="")
        assert refused(act, draft=draft, row=row) == ["Tệp hỏng."]

    def test_is_put_in_until_the_file_is_decided(self, here):
        draft = begun(here.commune, here.root)
        check_content(demo_actor(), TODAY, draft=draft, good=True)
        first = put_in(draft)
        done = begun(here.commune, here.root, text="Một văn bản khác.")
        last = put_in(done)
        agreed(done)
        said = "Dự thảo đang ở tình trạng «Đã đồng ý, chờ ký»; hồ sơ trình không thêm, không rút tài liệu nữa."
        assert refused(add_submission_piece, draft=done, row=OPINION) == [said]
        assert refused(take_out_submission_piece, piece=last, reason="Nhầm") == [said]
        drop_draft_paper(demo_actor(), TODAY, draft=draft, words="Thôi")
        assert "Thôi không ban hành" in refused(
            take_out_submission_piece, piece=first, reason="Nhầm"
        )[0]  # fmt: skip

    def test_is_taken_out_with_a_reason_and_stands_below(self, here):
        draft = begun(here.commune, here.root)
        piece = put_in(draft)
        assert refused(take_out_submission_piece, piece=piece, reason=" ") == [
            "Phải nêu lý do rút."
        ]
        assert refused(take_out_submission_piece, piece=999_999, reason="Nhầm") == [
            "Không có tài liệu này trong hồ sơ trình."
        ]
        asked = {"piece": piece, "reason": "Nhầm bản"}
        assert answer(take_out_submission_piece(demo_actor(), TODAY, **asked)) == draft
        page = draft_page(by=demo_actor(), on=TODAY, draft=draft)
        assert page.put == []
        (out,) = page.taken_out
        assert (out.taken_out_on, out.reason) == (TODAY, "Nhầm bản")
        assert [each.number for each in page.contents] == [1]  # the draft alone
        assert refused(take_out_submission_piece, **asked) == [
            "Tài liệu này đã rút khỏi hồ sơ trình."
        ]
        assert not verify_journal().faults

    @pytest.mark.parametrize(
        "change",
        [{"title": "Khác"}, {"words": "Khác"}, {"dated_on": None}, {"issuer": "Khác"}, {"words": "", "file_sha256": "f" * 64}],
    )  # fmt: skip
    def test_is_not_changed_even_by_the_hand_of_the_database(self, here, change):
        piece = put_in(begun(here.commune, here.root))

        def changed(opened: OpenAct) -> None:
            opened.touches(here.commune)
            rows = SubmissionPiece.objects.filter(pk=piece)
            rows.update(entry=opened.entry, **change)

        with transaction.atomic(), pytest.raises(Refused, match="không sửa") as refusal:
            Act(changed, Right.WRITE, "Sửa")(demo_actor(), TODAY)
        assert isinstance(refusal.value.__cause__, IntegrityError)

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ({"title": ""}, "phải có loại"), ({"kind": "gi"}, "phải có loại"),
            ({"file_sha256": "f" * 64}, "chọn một"), ({"reason": "a"}, "nêu lý do"),
            ({"taken_out_on": TODAY}, "nêu lý do"),
        ],
    )  # fmt: skip
    def test_has_the_shape_its_table_asks(self, here, wrong, said):
        draft = begun(here.commune, here.root)
        whole = {"kind": "khac", "title": "Một", "issuer": "Hai", "words": "Ba"} | wrong

        def written(opened: OpenAct) -> None:
            opened.touches(here.commune)
            SubmissionPiece.objects.create(
                entry=opened.entry, draft_id=draft, unit_id=here.commune, **whole
            )

        with transaction.atomic(), pytest.raises(Refused, match=said):
            Act(written, Right.WRITE, "Ghi")(demo_actor(), TODAY)


@pytest.mark.django_db
@pytest.mark.database
class TestItsFile:
    def test_is_digested_again_and_no_stray(self, here):
        draft, digest = begun(here.commune, here.root), keep_file([docx("một")], "a.docx")
        piece = put_in(draft, of_file(digest))
        assert dict(named_files()) == {digest: None}
        asked = {"piece": piece, "reason": "Nhầm"}
        take_out_submission_piece(demo_actor(), TODAY, **asked)
        assert drop_strays(before=datetime(2100, 1, 1, tzinfo=UTC)) == 0
        place = settings.DATA_FOLDER.files / digest
        place.write_bytes(b"khac")
        (fault,) = [fault for _, fault in named_files() if fault]
        assert "Văn bản cho ý kiến Ý kiến về tổ giúp việc không còn đúng" in fault.sentence()
        place.unlink()
        (fault,) = [fault for _, fault in named_files() if fault]
        assert fault.sentence().startswith(f"Mất tệp {digest[:16]}…")

    @pytest.mark.parametrize("from_the_piece", [True, False])
    def test_is_removed_for_good_wherever_it_is_named(
        self, here, from_the_piece, django_capture_on_commit_callbacks
    ):
        digest = keep_file([docx("lỡ đưa")], "a.docx")
        draft = begun(here.commune, here.root)
        piece = put_in(draft, of_file(digest))
        number = answer(
            register_instrument(
                demo_actor(), TODAY, kind=InstrumentKind.LETTER, number_sign="7-CV/TU", issuer="Tỉnh ủy",
                abstract="về thử", issued_year=2025, issued_on=date(2025, 6, 1), file_sha256=digest,
            )
        )  # fmt: skip
        with django_capture_on_commit_callbacks(execute=True):
            if from_the_piece:
                done = remove_submission_file(demo_actor(), TODAY, piece=piece)
                assert done.answer == draft
            else:
                remove_paper_file(demo_actor(), TODAY, instrument=number)
        assert kept_file(digest) is None
        assert SubmissionPiece.objects.get(pk=piece).file_sha256 == ""
        assert Instrument.objects.get(pk=number).file_sha256 == ""
        assert not FileText.objects.filter(sha256=digest).exists()
        assert JournalEntry.objects.latest("seq").sentence == "Gỡ khẩn cấp một tệp"
        (line,) = draft_page(by=demo_actor(), on=TODAY, draft=draft).put
        assert line.emptied
        assert refused(remove_submission_file, piece=piece) == ["Tài liệu này không có tệp."]
        assert not verify_journal().faults

    def test_is_removed_with_the_right_in_the_whole_office_only(self, here, give):
        piece = put_in(begun(here.commune, here.root), of_file(keep_file([pdf()], "a.pdf")))
        clerk = give(
            Actor("van-thu", "Văn thư", {BasisRight.REGISTER_INSTRUMENT: frozenset({here.root})})
        )
        with pytest.raises(NotAllowed):
            remove_submission_file(clerk, TODAY, piece=piece)
        everywhere = give(Actor("hai", "Văn thư", {BasisRight.REGISTER_INSTRUMENT: EVERYWHERE}))
        remove_submission_file(everywhere, TODAY, piece=piece)  # without a right to read drafts
        assert SubmissionPiece.objects.get(pk=piece).file_sha256 == ""

    def test_opens_to_whoever_sees_the_draft(self, here, give):
        content = xlsx(("Họ tên",))
        piece = put_in(begun(here.commune, here.root), of_file(keep_file([content], "a.xlsx")))
        reader = give(Actor("mot", "Một", {Right.READ: frozenset({here.commune})}))
        other = give(Actor("hai", "Hai", {Right.READ: frozenset({here.root})}))
        with scoped(reader, TODAY, reading=True):
            _, place, _ = piece_file(by=reader, piece=piece)
            assert place.read_bytes() == content
        with scoped(other, TODAY, reading=True):
            assert piece_file(by=other, piece=piece) is None


@pytest.mark.django_db
@pytest.mark.database
def test_a_paper_out_of_sight_is_put_in_by_nobody_and_named_to_nobody(here, give):
    draft, number = begun(here.commune, here.root), paper("9-CV/UBKT", date(2025, 6, 2))
    mine = frozenset({here.commune})
    writer = give(Actor("mot", "Một", {Right.READ: mine, Right.WRITE: mine}))
    row = replace(SUBMISSION, words="", instrument=number)
    theirs = refused(add_submission_piece, by=writer, draft=draft, row=row)
    nobodys = refused(
        add_submission_piece, by=writer, draft=draft, row=replace(row, instrument=999_999)
    )
    assert theirs == nobodys == ["Không có văn bản này trong sổ."]
    put_in(draft, row)
    with scoped(writer, TODAY, reading=True):
        (line,) = draft_page(by=writer, on=TODAY, draft=draft).put
    assert line.is_paper
    assert line.paper is None


@pytest.mark.django_db
@pytest.mark.database
def test_it_takes_the_right_to_write_in_the_drafting_unit(here, give):
    draft = begun(here.commune, here.root)
    piece = put_in(draft)
    mine, above = frozenset({here.commune}), frozenset({here.root})
    reader = give(Actor("mot", "Một", {Right.READ: mine}))
    other = give(Actor("hai", "Hai", {Right.READ: EVERYWHERE, Right.WRITE: above}))
    for by, said in ((reader, NotAllowed), (other, Refused)):  # to the other it is not there
        for act, asked in (
            (add_submission_piece, {"draft": draft, "row": OPINION}),
            (take_out_submission_piece, {"piece": piece, "reason": "Nhầm"}),
        ):
            with pytest.raises(said):
                act(by, TODAY, **asked)
    assert SubmissionPiece.objects.get().taken_out_on is None


@pytest.mark.django_db
@pytest.mark.database
def test_the_agenda_counts_what_each_file_holds(here):
    seated(here.root, here.founding)
    draft = submitted(here.commune, here.root, OF_BODY)
    put_in(draft, SUBMISSION)
    gone = put_in(draft)
    take_out_submission_piece(demo_actor(), TODAY, piece=gone, reason="Nhầm")
    sitting = called(here.root, [draft])
    put_in(draft)  # an opinion that came after the agenda
    (item,) = sitting_page(by=demo_actor(), on=TODAY, sitting=sitting).items
    assert [each.sentence() for each in item.file] == [
        "1 tờ trình", "1 dự thảo", "1 văn bản cho ý kiến",
    ]  # fmt: skip
