"""Phiếu về đề án sắp xếp — begun, written line by line or from a spreadsheet, decided as one act."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from thenchot.doors.web.recording.boxes import (
    Box,
    Check,
    Choice,
    Day,
    Number,
    Numbers,
    Picked,
    Text,
)
from thenchot.doors.web.recording.register_sheets import COMMITTEE
from thenchot.doors.web.recording.sheet import Filled, Sheet
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Level, OrganizationKind, PostKind, Tier
from thenchot.people.dossiers.reads.picked import Pick, known, written
from thenchot.people.positions.words import StaffCategory
from thenchot.people.reorganisation.acts import deciding, staffing, writing
from thenchot.people.reorganisation.reads.schemes import not_given_in, waiting_in
from thenchot.people.reorganisation.rules.rows import (
    GivenQuota,
    PlaceRow,
    PostRow,
    StepRow,
    Where,
)
from thenchot.people.reorganisation.words import Consented, Stay, Verb

ABOUT = ("scheme", "scheme")
SCHEME = Picked(name="scheme", label=mark("Đề án"), of=Pick.SCHEME, given="de-an")
TITLE = Text(name="title", label=mark("Tên đề án"), given="ten")
FROM_DAY = Day(name="from_day", label=mark("Có hiệu lực từ ngày"), given="tu")
NUMBERS = Numbers(
    name="numbers", label=mark("Các số dòng"), given="dong", most=1_000_000,
    help=mark("Cách nhau bằng dấu phẩy."),
)  # fmt: skip
UNIT = Picked(name="unit", label=mark("Đơn vị"), of=Pick.UNIT, given="don-vi", optional=True)
INTO = Picked(name="into", label=mark("Nơi đến"), of=Pick.UNIT, optional=True, given="noi-den")
STEP = Number(
    name="step", label=mark("Hoặc dòng thành lập số"), optional=True, most=1_000_000, given="dong",
    help=mark("Khi đơn vị ấy do chính đề án thành lập."),
)  # fmt: skip
HOLDER = Picked(name="holder", label=mark("Người giữ"), of=Pick.PERSON, optional=True)
POST = Picked(name="post", label=mark("Chức vụ"), of=Pick.POST, given="chuc-vu")
CATEGORY = Choice(
    name="category", label=mark("Loại biên chế"), words=tuple(StaffCategory), given="loai"
)
PERSON = Picked(name="person", label=mark("Họ và tên"), of=Pick.PERSON, given="ai")
PLACE = (
    PERSON, Choice(name="stay", label=mark("Bố trí về"), words=tuple(Stay), given="viec"), INTO, STEP,
)  # fmt: skip
PART = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})|0*[.,](\d{1,4})|(1)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Box):
    """Ô phần chia — "1/3", "0,25" or "1"."""

    def read(self, typed: str) -> Fraction | None:
        if not typed:
            return None
        found = PART.fullmatch(typed)
        if found is None or found[2] in {"0", "00", "000", "0000"}:
            raise Misread(mark("Hãy gõ phần chia như 1/3 hoặc 0,25."))
        if found[1]:
            return Fraction(int(found[1]), int(found[2]))
        return Fraction(f"0.{found[3]}") if found[3] else Fraction(1)


def _step(**typed: Any) -> StepRow:
    return StepRow(
        0, typed["verb"], typed["unit"], _where(typed), typed["name"] or "", typed["kind"],
        typed["level"], typed["has_committee"], typed["share"], typed["charge"] or "",
    )  # fmt: skip


def _post(**typed: Any) -> PostRow:
    where = _where(typed) or Where()
    return PostRow(0, where, typed["title"], typed["kind"], typed["tier"], typed["holder"])


def _place(**typed: Any) -> PlaceRow:
    return PlaceRow(typed["person"], typed["stay"], _where(typed))


def _where(typed: dict[str, Any]) -> Where | None:
    unit, step = typed.get("into"), typed.get("step")
    return Where(unit, step) if unit or step else None


def _given(**typed: Any) -> GivenQuota:
    return GivenQuota(_where(typed) or Where(), typed["category"], typed["assigned"])


def _seat(**typed: Any) -> int:
    return int(typed["post"])


def _of_unit(asked: dict[str, Any]) -> dict[str, Any]:
    where = _where(asked) or Where()
    rest = {name: value for name, value in asked.items() if name not in {"into", "step"}}
    return rest | {"where": where}


def _waiting(by: Actor, on: date, named: Mapping[str, int]) -> Filled:
    """Everybody without a place, a line each: where to is left to be filled, and that somebody leaves
    a post without another one is for a person to say."""
    waiting = waiting_in(by=by, scheme=named["scheme"])
    people = known(Pick.PERSON, by=by, on=on, numbers=[each.person_id for each in waiting])
    return Filled(
        lines=[
            {"person": written(people[each.person_id]), "stay": _said(each.stay)}
            for each in waiting
            if each.person_id in people
        ]
    )


def _not_given(by: Actor, on: date, named: Mapping[str, int]) -> Filled:
    """The receiving units whose units that end had staff, a line each; the number is left to be typed."""
    lines = not_given_in(by=by, scheme=named["scheme"])
    units = known(Pick.UNIT, by=by, on=on, numbers=[each.unit for each, _ in lines if each.unit])
    return Filled(
        lines=[
            {
                "into": written(units[where.unit]) if where.unit in units else "",
                "step": "" if where.step is None else str(where.step),
                "category": category.value,
            }
            for where, category in lines
        ]
    )


def _said(stay: Stay) -> str:
    return "" if stay is Stay.NO_POST else stay.value


SHEETS = (
    Sheet(
        slug="de-an", title=mark("Bắt đầu soạn đề án sắp xếp"), paper="", about=("", "scheme"),
        help=mark("Đề án là bản nháp: sổ chỉ đổi khi ghi quyết định thực hiện."),
        act=writing.begin_scheme,
        boxes=(
            TITLE, FROM_DAY,
            Picked(name="kept_by", label=mark("Đơn vị giữ đề án"), of=Pick.UNIT, given="don-vi"),
        ),
    ),
    Sheet(
        slug="de-an-sua", title=mark("Sửa tên, ngày hiệu lực của đề án"), paper="", about=ABOUT,
        help=mark("Chỉ với đề án đang soạn."), act=writing.change_scheme,
        boxes=(SCHEME, TITLE, FROM_DAY),
    ),
    Sheet(
        slug="de-an-bo", title=mark("Bỏ đề án đang soạn"), paper="", about=ABOUT,
        help=mark("Đề án vẫn đứng trong danh sách là đã bỏ; sổ tổ chức không đổi."),
        act=writing.drop_scheme, boxes=(SCHEME,),
    ),
    Sheet(
        slug="de-an-dong", title=mark("Thêm dòng vào đề án"), paper="", about=ABOUT,
        help=mark("Mỗi dòng một việc của một đơn vị; dán cả bảng từ bảng tính cũng được. Bảng có «Hoặc dòng thành lập số» thì dán cả bảng vào đề án chưa có dòng nào."),
        act=writing.add_steps, lines="rows", line=_step, boxes=(SCHEME,),
        columns=(
            Choice(name="verb", label=mark("Việc"), words=tuple(Verb), given="viec"), UNIT, INTO, STEP,
            Text(name="name", label=mark("Tên mới"), optional=True),
            Choice(name="kind", label=mark("Loại tổ chức"), words=tuple(OrganizationKind), optional=True),
            Choice(name="level", label=mark("Cấp"), words=tuple(Level), optional=True),
            COMMITTEE, Share(name="share", label=mark("Phần chia"), optional=True),
            Text(name="charge", label=mark("Chức năng, nhiệm vụ"), optional=True),
        ),
    ),
    Sheet(
        slug="de-an-di-theo", title=mark("Cho đơn vị trực thuộc đi theo nơi kế tục"), paper="", about=ABOUT,
        help=mark("Chỉ những đơn vị mà cấp trên cũ có đúng một nơi kế tục; các đơn vị khác ghi từng dòng."),
        act=writing.carry_units_along, boxes=(SCHEME,),
    ),
    Sheet(
        slug="de-an-bo-dong", title=mark("Bỏ dòng của đề án"), paper="", about=ABOUT,
        help=mark("Dòng thành lập chỉ bỏ được khi không còn gì đi về đơn vị ấy."),
        act=writing.remove_steps, boxes=(SCHEME, NUMBERS),
    ),
    Sheet(
        slug="de-an-chuc-vu", title=mark("Thêm chức vụ mới vào đề án"), paper="", about=ABOUT,
        help=mark("Chức vụ của đơn vị thôi hoạt động tự kết thúc; ở đây ghi chức vụ của đơn vị mới."),
        act=writing.add_posts, lines="rows", line=_post, boxes=(SCHEME,),
        columns=(
            INTO, STEP, Text(name="title", label=mark("Tên chức vụ")),
            Choice(name="kind", label=mark("Loại chức vụ"), words=tuple(PostKind)),
            Choice(name="tier", label=mark("Diện quản lý"), words=tuple(Tier), optional=True), HOLDER,
        ),
    ),
    Sheet(
        slug="de-an-bo-chuc-vu", title=mark("Bỏ chức vụ mới của đề án"), paper="", about=ABOUT,
        help=mark("Chỉ với đề án đang soạn."), act=writing.remove_posts, boxes=(SCHEME, NUMBERS),
    ),
    Sheet(
        slug="de-an-thoi-chuc-vu", title=mark("Cho thôi chức vụ trong đề án"), paper="", about=ABOUT,
        help=mark("Từng chức vụ của đơn vị còn hoạt động; chức vụ của đơn vị thôi tự kết thúc."),
        act=staffing.end_posts_in_scheme, lines="posts", line=_seat, boxes=(SCHEME,), columns=(POST,),
    ),
    Sheet(
        slug="de-an-giu-chuc-vu", title=mark("Giữ lại chức vụ trong đề án"), paper="", about=ABOUT,
        help=mark("Chức vụ ấy không còn trong các chức vụ đề án cho thôi."),
        act=staffing.keep_post_in_scheme, boxes=(SCHEME, POST),
    ),
    Sheet(
        slug="de-an-bien-che", title=mark("Giao biên chế trong đề án"), paper="", about=ABOUT,
        help=mark("Số giao từ ngày hiệu lực đến hết năm; ghi lại một đơn vị thì số sau thay số trước."),
        act=staffing.give_scheme_quotas, lines="rows", line=_given, boxes=(SCHEME,),
        columns=(INTO, STEP, CATEGORY, Number(name="assigned", label=mark("Số giao"))),
        filled=_not_given,
    ),
    Sheet(
        slug="de-an-bo-bien-che", title=mark("Bỏ biên chế của một đơn vị trong đề án"), paper="", about=ABOUT,
        help=mark("Đơn vị ấy giữ số đã giao, hoặc lại chờ giao."), act=staffing.remove_scheme_quota,
        asked=_of_unit, boxes=(SCHEME, INTO, STEP, CATEGORY),
    ),
    Sheet(
        slug="de-an-bo-tri", title=mark("Bố trí người trong đề án"), paper="", about=ABOUT,
        help=mark("Chỉ những người đề án chưa có nơi về; thôi giữ chức vụ thì không ghi nơi đến."),
        act=writing.place_people, lines="rows", line=_place, boxes=(SCHEME,), columns=PLACE,
        filled=_waiting,
    ),
    Sheet(
        slug="de-an-bo-bo-tri", title=mark("Bỏ bố trí một người trong đề án"), paper="", about=ABOUT,
        help=mark("Người ấy lại chờ bố trí, hoặc ở nguyên nơi cũ nếu đơn vị không thôi."),
        act=writing.remove_place,
        boxes=(
            SCHEME, PERSON,
            Choice(name="stay", label=mark("Bố trí về"), words=tuple(Stay), given="viec"),
        ),
    ),
    Sheet(
        slug="de-an-dong-y", title=mark("Ghi văn bản đồng ý cho đề án"), about=ABOUT,
        help=mark("Của cấp có thẩm quyền, cho một đơn vị, khi quy định cho phép."),
        act=writing.record_scheme_consent, asked=_of_unit,
        boxes=(
            SCHEME, Choice(name="about", label=mark("Về việc"), words=tuple(Consented)), INTO, STEP,
        ),
    ),
    Sheet(
        slug="de-an-bo-dong-y", title=mark("Bỏ văn bản đồng ý của đề án"), paper="", about=ABOUT,
        help=mark("Văn bản vẫn ở trong sổ; mức của quy định lại áp dụng cho đơn vị ấy."),
        act=writing.remove_scheme_consent, asked=_of_unit,
        boxes=(
            SCHEME, Choice(name="about", label=mark("Về việc"), words=tuple(Consented), given="ve"), INTO, STEP,
        ),
    ),
    Sheet(
        slug="de-an-quyet-dinh", title=mark("Ghi quyết định thực hiện đề án"), about=ABOUT,
        help=mark("Mọi dòng có hiệu lực cùng một ngày, theo một văn bản; hủy bỏ văn bản là trở lại như cũ."),
        act=deciding.decide_scheme, checked=True,
        boxes=(
            SCHEME,
            Check(
                name="others_leave", label=mark("Những người còn lại thôi giữ chức vụ"),
                help=mark("Ai giữ chức vụ thôi mà chưa có chức vụ khác: thôi giữ, đã bố trí công tác."),
            ),
        ), lines="places", line=_place,
        table=mark("Người bố trí theo chính quyết định này, nếu còn"), columns=PLACE, filled=_waiting,
    ),
)  # fmt: skip
