"""Phiếu về dự thảo — begun, written, asked about, checked, submitted, decided, numbered."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from thenchot.doors.web.recording.boxes import Check, Choice, Day, Picked, Text, Whole, Words
from thenchot.doors.web.recording.document_sheets import REASON, SERIES
from thenchot.doors.web.recording.entering import not_entered, numbered_here
from thenchot.doors.web.recording.register_sheets import PERSON
from thenchot.doors.web.recording.sheet import Begun, Filled, Sheet
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.typed_dates import format_day
from thenchot.ground.register.words import Decider, Matter, Tier
from thenchot.office.drafting.acts import joining, moving, signing, writing
from thenchot.office.drafting.acts.removing import remove_draft
from thenchot.office.drafting.reads.drafts import draft_page, people_of
from thenchot.office.drafting.reads.joining import likely_papers
from thenchot.office.drafting.reads.on_paper import draft_follows_on_paper
from thenchot.office.drafting.reads.skeletons import skeleton_of, skeletons_on
from thenchot.office.drafting.rules.rows import DraftRow, SigningRow
from thenchot.office.drafting.words import Signing, Verb
from thenchot.people.dossiers.reads.picked import Pick, known, written

ABOUT = ("draft", "draft_paper")
DRAFT = Picked(name="draft", label=mark("Dự thảo"), of=Pick.DRAFT, given="du-thao")
WHOLE = Whole(
    name="whole_text", label=mark("Nội dung"),
    help=mark("Mỗi đoạn một dòng. Căn cứ bắt đầu bằng «- »; mục viết «I- », «1. », «a) »."),
)  # fmt: skip
GOOD = Check(
    name="good", label=mark("Đạt"), help=mark("Không đánh dấu là chuyển lại; khi ấy nêu lý do.")
)
PREVIEW = "draft_preview"
OPEN = ("due_on", "matter", "tier", "decider")
WORDS = Text(name="words", label=mark("Ý kiến, lý do"), optional=True)
SIGNER = (
    Choice(name="signing", label=mark("Thẩm quyền ký"), words=tuple(Signing), first=Signing.HEAD.value, help=mark("Ký thừa ủy quyền phải có ủy quyền bằng văn bản, trong thời hạn và phạm vi ghi ở đó; không ủy quyền lại.")),
    Text(name="authority", label=mark("Tập thể hoặc chức vụ sau T/M, K/T, T/L, TUQ"), optional=True),
    Text(name="position", label=mark("Chức vụ người ký")), Text(name="signer", label=mark("Người ký")),
)  # fmt: skip
ROW = (
    Choice(name="kind", label=mark("Loại văn bản"), words=tuple(InstrumentKind), given="loai"),
    Text(name="abstract", label=mark("Trích yếu nội dung"), help=mark("Bắt đầu bằng chữ thường: về …")),
    Text(name="parent", label=mark("Tên cấp trên trực tiếp in ở đầu"), optional=True),
    Text(name="issuer", label=mark("Tên cơ quan ban hành")),
    Text(name="place", label=mark("Địa danh"), optional=True),
    Text(name="addressee", label=mark("Kính gửi, kính trình"), optional=True),
    Text(name="recipients", label=mark("Nơi nhận"), optional=True, help=mark("Cách nhau bằng dấu chấm phẩy, cuối cùng là nơi lưu.")),
    *SIGNER,
    Day(name="due_on", label=mark("Hạn ban hành"), optional=True),
    Words(name="proposal", label=mark("Phiếu trình: trình về việc, đề nghị"), optional=True),
    Words(name="grounds", label=mark("Phiếu trình: căn cứ"), optional=True),
    Words(name="opinions_told", label=mark("Phiếu trình: ý kiến đã lấy"), optional=True),
    Words(name="differences", label=mark("Phiếu trình: ý kiến khác nhau"), optional=True),
    Choice(name="matter", label=mark("Việc theo phân cấp"), words=tuple(Matter), optional=True, help=mark("Cùng với diện quản lý cho biết cấp nào quyết định.")),
    Choice(name="tier", label=mark("Diện quản lý"), words=tuple(Tier), optional=True),
    Choice(name="decider", label=mark("Cấp quyết định"), words=tuple(Decider), optional=True, help=mark("Khi việc không thuộc phân cấp; bỏ trống là người đứng đầu cơ quan ban hành quyết định.")),
)  # fmt: skip


def _row(asked: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {each.name: asked.pop(each.name) for each in fields(DraftRow)}
    told |= {name: "" for name, value in told.items() if value is None and name not in OPEN}
    return asked | {"row": DraftRow(**told)}


def _words(asked: dict[str, Any]) -> dict[str, Any]:
    return asked | {"words": asked["words"] or ""}


def _as_written(by: Actor, on: date, named: Mapping[str, int]) -> Filled:
    """The head of the draft as it stands."""
    page = draft_page(by=by, on=on, draft=named["draft"])
    if page is None:
        return Filled()
    told = {each.name: getattr(page.row, each.name) for each in fields(DraftRow)}
    boxes = {name: value for name, value in told.items() if isinstance(value, str) and value}
    boxes |= {"kind": page.row.kind.value, "signing": page.row.signing.value}
    if page.row.matter:
        boxes.pop("decider", None)  # the division of competence tells it anew
    if page.row.due_on:
        boxes["due_on"] = format_day(page.row.due_on)
    return Filled(boxes=boxes)


def _signer(by: Actor, on: date, named: Mapping[str, int]) -> Filled:
    """Who is to sign, as the draft says."""
    page = draft_page(by=by, on=on, draft=named["draft"])
    if page is None:
        return Filled()
    return Filled(boxes={each.name: str(getattr(page.row, each.name)) for each in SIGNER})


def _signed(asked: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {each.name: asked.pop(each.name) or "" for each in SIGNER}
    return asked | {"row": SigningRow(signed_on=asked.pop("signed_on"), **told)}


def _skeleton(day: date, boxes: Mapping[str, str]) -> Begun:
    """The words shipped for the chosen type."""
    found = skeleton_of(boxes.get("kind", ""), day)
    if found is None:
        text = mark("Chọn loại văn bản có mẫu: {kinds}.")
        kinds = ", ".join(each.kind.label for each in skeletons_on(day))
        return Reason(text, {"kinds": kinds}, field="kind")
    return {each.name: getattr(found, each.name) for each in fields(found) if each.name != "kind"}


def _last_version(by: Actor, on: date, named: Mapping[str, int]) -> Filled:
    page = draft_page(by=by, on=on, draft=named["draft"])
    return Filled(boxes={WHOLE.name: page.version.text}) if page else Filled()


def _listed(by: Actor, on: date, named: Mapping[str, int]) -> Filled:
    people = people_of(by=by, draft=named["draft"])
    hits = known(Pick.PERSON, by=by, on=on, numbers=people)
    return Filled(lines=[{"person": written(hits[each])} for each in people if each in hits])


def _nearest(by: Actor, on: date, named: Mapping[str, int]) -> Filled:
    """The likeliest paper, for a person to look at; none where the address names one."""
    likely = likely_papers(by=by, on=on, draft=named["draft"]) or []
    if named["number"] or not likely:
        return Filled()
    (hit,) = known(Pick.WAITING, by=by, on=on, numbers=[likely[0].number]).values()
    return Filled(boxes={"number": written(hit)})


def _on_paper(by: Actor, on: date, named: Mapping[str, int]) -> Filled:
    if not draft_follows_on_paper(by=by, on=on, draft=named["draft"]):
        return Filled()
    return Filled(boxes={"paper_also_required": "1"})


def _doubtful(by: Actor, on: date, named: Mapping[str, int]) -> list[Reason]:
    page = draft_page(by=by, on=on, draft=named["draft"])
    return page.cautions if page else []


def _one(person: int) -> int:
    return person


SHEETS = (
    Sheet(
        slug="du-thao", title=mark("Bắt đầu dự thảo văn bản"), paper="", about=("", "draft_paper"),
        help=mark("Văn bản về nhân sự chưa công bố, văn bản mật không soạn ở đây."),
        act=writing.begin_draft, asked=_row, begins=_skeleton, preview=PREVIEW, warned=not_entered,
        boxes=(
            Picked(name="unit", label=mark("Đơn vị soạn thảo"), of=Pick.UNIT, given="don-vi"),
            Picked(name="organization", label=mark("Cơ quan ban hành, giữ dãy số"), of=Pick.UNIT, given="co-quan"),
            *ROW, WHOLE,
            Picked(name="answers", label=mark("Trả lời văn bản đến"), of=Pick.INCOMING, given="den", optional=True),
        ),
    ),
    Sheet(
        slug="du-thao-sua", title=mark("Sửa đầu đề, phiếu trình"), paper="", about=ABOUT,
        help=mark("Khi dự thảo đang soạn; đã đi tiếp thì rút lại trước."),
        act=writing.change_draft, asked=_row, filled=_as_written, preview=PREVIEW, boxes=(DRAFT, *ROW),
    ),
    Sheet(
        slug="du-thao-ban", title=mark("Viết bản mới"), paper="", about=ABOUT,
        help=mark("Bản trước vẫn giữ nguyên trong dự thảo."),
        act=writing.write_version, filled=_last_version, preview=PREVIEW,
        asked=lambda asked: asked | {"note": asked["note"] or ""},
        boxes=(DRAFT, WHOLE, Text(name="note", label=mark("Sửa những gì"), optional=True)),
    ),
    Sheet(
        slug="du-thao-y-kien", title=mark("Ghi ý kiến góp vào dự thảo"), paper="", about=ABOUT,
        help=mark("Của một cơ quan, đơn vị về bản đang có."), act=writing.record_draft_opinion,
        boxes=(
            DRAFT, Text(name="said_by", label=mark("Nơi cho ý kiến")),
            Day(name="said_on", label=mark("Ngày cho ý kiến"), today=True),
            Check(name="agrees", label=mark("Nhất trí")), Words(name="opinion", label=mark("Nội dung khác")),
        ),
    ),
    Sheet(
        slug="du-thao-noi-dung", title=mark("Duyệt nội dung dự thảo"), paper="", about=ABOUT,
        help=mark("Do người đứng đầu đơn vị soạn thảo; thể thức do văn phòng kiểm tra riêng."),
        act=moving.check_content, asked=_words, boxes=(DRAFT, GOOD, WORDS),
    ),
    Sheet(
        slug="du-thao-the-thuc", title=mark("Kiểm tra thể thức dự thảo"), paper="", about=ABOUT,
        help=mark("Trang dự thảo kể những chỗ lệch thể thức; người kiểm tra quyết định."),
        act=moving.check_form, asked=_words, boxes=(DRAFT, GOOD, WORDS),
    ),
    Sheet(
        slug="du-thao-trinh", title=mark("Trình lãnh đạo dự thảo"), paper="", about=ABOUT,
        help=mark("Sau khi đã duyệt nội dung và kiểm tra thể thức, kèm phiếu trình."),
        act=moving.submit_draft, asked=_words, warned=_doubtful, boxes=(DRAFT, WORDS),
    ),
    Sheet(
        slug="du-thao-duyet", title=mark("Cho ý kiến trên phiếu trình"), paper="", about=ABOUT,
        help=mark("Đồng ý, chuyển lại kèm lý do, hoặc xin ý kiến cấp trên."),
        act=moving.decide_draft, asked=_words,
        boxes=(
            DRAFT,
            Choice(name="verb", label=mark("Ý kiến"), words=(Verb.AGREE, Verb.BACK, Verb.ASK), given="viec"),
            WORDS, Day(name="said_on", label=mark("Ngày cho ý kiến"), today=True, optional=True),
        ),
    ),
    Sheet(
        slug="du-thao-nguoi", title=mark("Ghi danh sách người của hồ sơ trình"), paper="", about=ABOUT,
        help=mark("Cả danh sách; trang dự thảo in danh sách trích ngang từ đây."),
        act=writing.list_draft_people, line=_one, filled=_listed, boxes=(DRAFT,), columns=(PERSON,),
    ),
    Sheet(
        slug="du-thao-trung-uong", title=mark("Ghi văn bản xin ý kiến Trung ương"), paper="", about=ABOUT,
        help=mark("Văn bản xin ý kiến đã cấp số trong sổ văn bản đi."), act=moving.ask_centre,
        boxes=(DRAFT, Picked(name="asking", label=mark("Văn bản xin ý kiến"), of=Pick.NUMBER)),
    ),
    Sheet(
        slug="du-thao-tra-loi", title=mark("Ghi văn bản trả lời của Trung ương"), paper="", about=ABOUT,
        help=mark("Văn bản đến đã vào sổ; dự thảo trở lại lãnh đạo."), act=moving.record_centre_answer,
        boxes=(
            DRAFT, Picked(name="answering", label=mark("Văn bản trả lời"), of=Pick.INCOMING),
            Text(name="words", label=mark("Nội dung ý kiến")),
        ),
    ),
    Sheet(
        slug="du-thao-rut", title=mark("Rút lại dự thảo để sửa"), paper="", about=ABOUT,
        help=mark("Hai bước kiểm tra làm lại từ đầu."), act=moving.withdraw_draft, asked=_words,
        boxes=(DRAFT, WORDS),
    ),
    Sheet(
        slug="du-thao-thoi", title=mark("Thôi không ban hành"), paper="", about=ABOUT,
        help=mark("Dự thảo vẫn đứng trong danh sách với lý do."), act=moving.drop_draft_paper,
        boxes=(DRAFT, Text(name="words", label=mark("Lý do"))),
    ),
    Sheet(
        slug="du-thao-ky", title=mark("Ghi đã ký"), paper="", about=ABOUT,
        help=mark("Ghi đúng người đã ký, cách ký và ngày ký trên văn bản; bản in lấy theo đó. Sau bước này mới cấp số."),
        act=signing.record_signing, asked=_signed, filled=_signer,
        boxes=(DRAFT, Day(name="signed_on", label=mark("Ngày ký"), today=True), *SIGNER),
    ),
    Sheet(
        slug="du-thao-bo-ky", title=mark("Bỏ việc ký ghi nhầm"), paper="", about=ABOUT,
        help=mark("Dự thảo trở lại chờ ký; ghi lại cho đúng."), act=signing.withdraw_signing,
        boxes=(DRAFT, Text(name="words", label=mark("Lý do"))),
    ),
    Sheet(
        slug="go-du-thao", title=mark("Gỡ khẩn cấp dự thảo"), paper="", final=True, about=ABOUT,
        help=mark("Khi dự thảo không được có ở đây: đầu đề, phiếu trình, mọi bản và ý kiến bị xóa hẳn, cả trong lịch sử và nhật ký; bản nháp và tệp đang xem xét của mọi tài khoản cũng bị bỏ. Dự thảo đã gỡ không cấp số nữa; đã từng có số thì gỡ văn bản ở số ấy. Việc này không hoàn tác được."),
        act=remove_draft, boxes=(DRAFT,), checked=True,
    ),
    Sheet(
        slug="du-thao-so", title=mark("Cấp số cho dự thảo"), paper="", final=True, about=ABOUT,
        help=mark("Sau khi đã ký; số kế tiếp trong dãy của cơ quan ban hành, văn bản vào sổ văn bản đi."),
        act=moving.number_draft, filled=_on_paper, warned=numbered_here,
        boxes=(
            DRAFT, SERIES, Day(name="given_on", label=mark("Ngày ban hành"), today=True),
            Check(
                name="paper_also_required", label=mark("Phải gửi thêm bản giấy"),
                help=mark("Đánh dấu sẵn khi dự thảo ghi việc theo phân cấp, là việc về nhân sự."),
            ),
        ),
    ),
    Sheet(
        slug="du-thao-noi", title=mark("Nối với văn bản hệ thống khác đã cấp số"), paper="", final=True, about=ABOUT,
        help=mark("Văn bản đã nhập từ sổ của hệ thống khác; ô dưới điền sẵn văn bản gần nhất, hãy xem có đúng không."),
        act=joining.join_draft, filled=_nearest,
        boxes=(DRAFT, Picked(name="number", label=mark("Văn bản đã cấp số"), of=Pick.WAITING, given="so")),
    ),
    Sheet(
        slug="du-thao-go-noi", title=mark("Gỡ khỏi văn bản nối nhầm"), paper="", final=True, about=ABOUT,
        help=mark("Dự thảo trở lại chờ số; văn bản vẫn trong sổ, chờ dự thảo của nó."),
        act=joining.part_draft, boxes=(DRAFT, REASON),
    ),
)  # fmt: skip
