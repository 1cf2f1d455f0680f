"""Phiếu về họp, lấy ý kiến — called, put off, voted, returned, counted, concluded."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from thenchot.doors.web.recording.boxes import Choice, Day, Number, Picked, Text
from thenchot.doors.web.recording.draft_sheets import DRAFT
from thenchot.doors.web.recording.register_sheets import PERSON, UNIT
from thenchot.doors.web.recording.sheet import Filled, Sheet
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Decider
from thenchot.office.drafting.reads.drafts import draft_page
from thenchot.office.drafting.rules.flow import BODIES
from thenchot.people.dossiers.reads.picked import Pick
from thenchot.people.sittings.acts import calling, voting
from thenchot.people.sittings.reads.sittings import sitting_page, vote_base
from thenchot.people.sittings.rules import SittingRow, SlipRow
from thenchot.people.sittings.words import Said, Way

ABOUT = ("sitting", "sitting")
OF_ITEM = ("", "sitting")
SITTING = Picked(
    name="sitting", label=mark("Phiên họp, đợt lấy ý kiến"), of=Pick.SITTING, given="phien"
)
ITEM = Picked(name="item", label=mark("Mục của chương trình"), of=Pick.ITEM, given="muc")
AGENDA = mark("Hồ sơ trình theo thứ tự của chương trình")


def _row(asked: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {each.name: asked.pop(each.name) or "" for each in fields(SittingRow)}
    return asked | {"row": SittingRow(**told)}


def _words(asked: dict[str, Any]) -> dict[str, Any]:
    return {name: "" if value is None else value for name, value in asked.items()}


def _base(by: Actor, on: date, named: Mapping[str, int]) -> list[Reason]:
    """How many members the body has, and how many of them must agree."""
    base = vote_base(by=by, on=on, item=named["item"]) if named["item"] else None
    if base is None or base.needed is None:
        return []
    text = mark(
        "Tập thể có {members} thành viên trong ngày ấy; thông qua khi ít nhất {needed} người tán thành."
    )
    return [Reason(text, {"members": len(base.people), "needed": base.needed}, base.clause)]


def _signed_for_body(by: Actor, on: date, named: Mapping[str, int]) -> Filled:
    """Who signs for the body, as on the first paper it decided."""
    page = sitting_page(by=by, on=on, sitting=named["sitting"])
    found = next((each.draft_id for each in page.items if each.about), 0) if page else 0
    draft = draft_page(by=by, on=on, draft=found) if found else None
    names = ("issuer", "authority", "position", "signer", "place")
    return Filled(boxes={name: getattr(draft.row, name) for name in names} if draft else {})


def _one(draft: int) -> int:
    return draft


SHEETS = (
    Sheet(
        slug="phien-hop", title=mark("Ghi phiên họp, đợt lấy ý kiến bằng văn bản"), paper="",
        about=("", "sitting"), act=calling.call_sitting, asked=_row, lines="drafts", line=_one, table=AGENDA,
        help=mark("Chương trình chỉ nhận hồ sơ đã trình, do đúng tập thể ấy quyết định."),
        boxes=(
            UNIT,
            Choice(name="decider", label=mark("Tập thể"), words=tuple(each for each in Decider if each in BODIES), given="tap-the"),
            Choice(name="way", label=mark("Cách lấy ý kiến"), words=tuple(Way), first=Way.MEETING.value),
            Day(name="on_day", label=mark("Ngày họp, hạn trả phiếu"), today=True),
            Text(name="place", label=mark("Nơi họp"), optional=True, help=mark("Lấy ý kiến bằng văn bản thì bỏ trống.")),
            Text(name="chair", label=mark("Người chủ trì")),
        ),
        columns=(DRAFT,),
    ),
    Sheet(
        slug="them-ho-so", title=mark("Đưa thêm hồ sơ trình vào chương trình"), paper="", about=ABOUT,
        help=mark("Đứng sau các mục đã có; đến khi soạn thông báo kết luận."),
        act=calling.add_items, lines="drafts", line=_one, table=AGENDA, boxes=(SITTING,), columns=(DRAFT,),
    ),
    Sheet(
        slug="hoan-muc", title=mark("Hoãn hồ sơ trình"), paper="", about=OF_ITEM,
        help=mark("Hồ sơ trở lại lãnh đạo, đưa ra được ở phiên khác."), act=calling.postpone_item,
        boxes=(ITEM, Text(name="reason", label=mark("Lý do"))),
    ),
    Sheet(
        slug="bieu-quyet", title=mark("Ghi kết quả biểu quyết tại phiên họp"), paper="", about=OF_ITEM,
        help=mark("Theo biên bản kiểm phiếu. Mức thông qua theo quy định tính trên tổng số thành viên, không phải trên số người có mặt."),
        act=voting.record_vote, warned=_base,
        boxes=(
            ITEM, Number(name="agreed", label=mark("Tán thành"), most=1000),
            Number(name="against", label=mark("Không tán thành"), most=1000, first="0"),
            Number(name="silent", label=mark("Không có ý kiến"), most=1000, first="0"),
        ),
    ),
    Sheet(
        slug="phieu-y-kien", title=mark("Ghi phiếu ý kiến của các thành viên"), paper="", about=OF_ITEM,
        help=mark("Mỗi thành viên một phiếu; ghi dần khi phiếu trả về."), act=voting.record_slips,
        lines="slips", line=SlipRow, boxes=(ITEM,),
        columns=(
            PERSON, Choice(name="said", label=mark("Ý kiến"), words=tuple(Said), first=Said.FOR.value),
            Day(name="returned_on", label=mark("Ngày trả phiếu"), today=True),
        ),
    ),
    Sheet(
        slug="bo-phieu", title=mark("Bỏ phiếu ý kiến ghi nhầm"), paper="", about=OF_ITEM,
        help=mark("Trước khi kiểm phiếu; bỏ rồi ghi lại phiếu đúng của người ấy."), act=voting.withdraw_slip,
        boxes=(ITEM, PERSON, Text(name="reason", label=mark("Lý do"))),
    ),
    Sheet(
        slug="bo-ket-qua", title=mark("Bỏ kết quả biểu quyết ghi nhầm"), paper="", about=OF_ITEM,
        help=mark("Khi chưa có việc gì theo sau; mục trở lại chưa biểu quyết để ghi kết quả đúng."), act=voting.withdraw_vote,
        boxes=(ITEM, Text(name="reason", label=mark("Lý do"))),
    ),
    Sheet(
        slug="kiem-phieu", title=mark("Kiểm phiếu ý kiến"), paper="", about=OF_ITEM,
        help=mark("Khi mọi thành viên đã trả phiếu, hoặc sau hạn; phiếu không trả không tính là tán thành."),
        act=voting.count_slips, boxes=(ITEM,),
    ),
    Sheet(
        slug="thong-bao-ket-luan", title=mark("Soạn thông báo kết luận"), paper="", about=("", "draft_paper"),
        help=mark("Một dự thảo với kết luận về từng mục; rồi duyệt, trình và cấp số như mọi dự thảo."),
        act=voting.draft_conclusion, asked=_words, filled=_signed_for_body,
        boxes=(
            SITTING, Picked(name="unit", label=mark("Đơn vị soạn thảo"), of=Pick.UNIT, given="don-vi"),
            Text(name="issuer", label=mark("Tên cơ quan ban hành")),
            Text(name="authority", label=mark("Tập thể ký thay mặt, sau T/M")),
            Text(name="position", label=mark("Chức vụ người ký")), Text(name="signer", label=mark("Người ký")),
            Text(name="place", label=mark("Địa danh"), optional=True),
            Text(name="recipients", label=mark("Nơi nhận"), optional=True),
        ),
    ),
)  # fmt: skip
