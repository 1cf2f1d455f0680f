"""Họp mô phỏng — the standing committee of the province meets twice and returns slips once; all made up."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.words import Decider
from thenchot.office.drafting.acts.submitting import add_submission_piece
from thenchot.office.drafting.rules.pieces import PieceRow
from thenchot.office.drafting.words import PieceKind
from thenchot.people.sittings.acts.calling import call_sitting, postpone_item
from thenchot.people.sittings.acts.voting import draft_conclusion, record_slips, record_vote
from thenchot.people.sittings.reads.sittings import sitting_page
from thenchot.people.sittings.reads.voters import voters_on
from thenchot.people.sittings.rules import SittingRow, SlipRow
from thenchot.people.sittings.words import Said, Way

BODY, PLACE, CHAIR = Decider.STANDING_COMMITTEE, "Phòng họp Tỉnh ủy", "Bí thư Tỉnh ủy (mô phỏng)"
MET = (
    ("ban hành quy chế phối hợp", "thành lập tổ công tác địa bàn"),
    ("ban hành kế hoạch kiểm tra giữa nhiệm kỳ", "kiện toàn ban chỉ đạo"),
)
ASKED = "bổ sung chương trình làm việc toàn khóa"
SLIPS = 3  # returned so far
Submitted = Callable[[str, date], int]


class Sittings:
    """Các phiên họp — `submitted` gives a file about something, before the leader on a day."""

    def __init__(self, by: Actor, on: date, province: int, department: int) -> None:
        self.by, self.on, self.province, self.department = by, on, province, department

    def record(self, submitted: Submitted) -> None:
        """Ghi — one meeting concluded, one with a file put off, one round of slips still open."""
        with scoped(self.by, self.on, reading=True):
            voters = voters_on(self.province, BODY, self.on)
        if not voters:
            return
        for weeks, about in ((4, MET[0]), (1, MET[1])):
            self._met(self.on - timedelta(weeks=weeks), about, submitted, len(voters))
        until = self.on + timedelta(days=5)
        _, (item,) = self._called(Way.WRITTEN, until, self.on, [submitted(ASKED, self.on)])
        slips = [SlipRow(each, Said.FOR, self.on) for each in voters[:SLIPS]]
        record_slips(self.by, self.on, item=item, slips=slips)

    def _met(self, day: date, about: tuple[str, str], submitted: Submitted, members: int) -> None:
        files = [submitted(each, day) for each in about]
        for what, draft in zip(about, files, strict=True):
            self._put_in(draft, what, day)
        sitting, (first, second) = self._called(Way.MEETING, day, day, files)
        agreed = members - 1
        record_vote(self.by, day, item=first, agreed=agreed, against=0, silent=members - agreed)
        if about is not MET[0]:
            postpone_item(self.by, day, item=second, reason="Chờ ý kiến thẩm định")
            return
        few = members // 2
        record_vote(self.by, day, item=second, agreed=few, against=members - few, silent=0)
        draft_conclusion(
            self.by, day, sitting=sitting, unit=self.department, issuer="Ban Thường vụ",
            authority="Ban Thường vụ", position="Phó Bí thư", signer="Người ký mô phỏng",
            place="Hậu Giang", recipients="Các cơ quan liên quan; Lưu Văn phòng Tỉnh ủy",
        )  # fmt: skip

    def _put_in(self, draft: int, about: str, day: date) -> None:
        """What goes with a file to the meeting, in words: its submission and one opinion."""
        for kind, title, issuer, words in (
            (PieceKind.SUBMISSION, "Tờ trình về việc {}", "Ban Tổ chức Tỉnh ủy", "Trình xem xét."),
            (PieceKind.OPINION, "Ý kiến về việc {}", "Ủy ban Kiểm tra Tỉnh ủy", "Nhất trí."),
        ):
            row = PieceRow(kind, title.format(about), issuer, day, words=words)
            add_submission_piece(self.by, day, draft=draft, row=row)

    def _called(self, way: Way, on_day: date, day: date, files: list[int]) -> tuple[int, Any]:
        place = PLACE if way is Way.MEETING else ""
        row = SittingRow(BODY, way, on_day, place, CHAIR)
        done = call_sitting(self.by, day, organization=self.province, row=row, drafts=files)
        with scoped(self.by, day, reading=True):
            page = sitting_page(by=self.by, on=day, sitting=done.answer or 0)
        return done.answer or 0, [each.id for each in page.items] if page else []
