"""Bàn văn thư — two years of papers of the department: received by lists, directed, answered, numbered, drafted.

Public acts of the known list come with their own numbers and days; everything else is made up.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from thenchot.doors.exchange.demo.dossiers import Dossiers
from thenchot.doors.exchange.demo.fiction import name_of, sex_of
from thenchot.doors.exchange.demo.shape import PROVINCE, Shape
from thenchot.doors.exchange.demo.sittings import Sittings
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.reads import organizations_on
from thenchot.ground.register.words import Decider
from thenchot.office.documents.acts.delivering import (
    lend_kept_copy,
    post_out,
    require_paper_copy,
    send_paper_copy,
)
from thenchot.office.documents.acts.handling import direct_paper, finish_paper
from thenchot.office.documents.acts.numbering import issue_number, open_series, set_number_source
from thenchot.office.documents.acts.receiving import receive_papers, submit_paper
from thenchot.office.documents.acts.recipients import deliver_paper
from thenchot.office.documents.reads.grammar import known_acts
from thenchot.office.documents.reads.incoming import incoming_lines
from thenchot.office.documents.rules.issued import LoanRow, PostRow
from thenchot.office.documents.rules.numbering import OutgoingRow, SeriesRow
from thenchot.office.documents.rules.receiving import (
    Arrival,
    AssignmentRow,
    DirectionRow,
    ReceivedRow,
)
from thenchot.office.documents.words import Channel, Family, Part, Source, State, Urgency
from thenchot.office.drafting.acts.moving import (
    check_content,
    check_form,
    decide_draft,
    submit_draft,
)
from thenchot.office.drafting.acts.signing import record_signing
from thenchot.office.drafting.acts.writing import begin_draft, record_draft_opinion
from thenchot.office.drafting.rules.rows import DraftRow, SigningRow
from thenchot.office.drafting.words import Signing, Verb

DEPARTMENT = "Ban Tổ chức Tỉnh ủy"
BEGINS = date(2023, 7, 3)
COMING, GOING, LEAST = 3_350, 1_750, 0.012  # papers of the whole province; a small world's share
DELIVERED, LENT = 3, 2
WEEK, ANSWERED = timedelta(days=7), timedelta(days=21)
KINDS = {
    "CV": InstrumentKind.LETTER, "BC": InstrumentKind.REPORT, "TB": InstrumentKind.NOTICE,
    "KH": InstrumentKind.PLAN, "HD": InstrumentKind.GUIDANCE, "TTr": InstrumentKind.SUBMISSION,
}  # fmt: skip
SENDERS = (
    ("Ban Tổ chức Trung ương", "BTCTW"), ("Văn phòng Tỉnh ủy", "VPTU"), ("Ủy ban Kiểm tra Tỉnh ủy", "UBKTTU"),
    ("Huyện ủy Châu Thành", "HU"), ("Huyện ủy Long Mỹ", "HU"), ("Huyện ủy Phụng Hiệp", "HU"),
    ("Thành ủy Vị Thanh", "ThU"), ("Đảng ủy Khối", "ĐUK"),
)  # fmt: skip
ABOUT = (
    "rà soát hồ sơ đảng viên", "báo cáo kết quả sinh hoạt chi bộ", "đăng ký nhu cầu bồi dưỡng",
    "tổng hợp số liệu tổ chức cơ sở đảng", "chuẩn bị đại hội nhiệm kỳ", "góp ý dự thảo quy chế làm việc",
    "cung cấp số liệu biên chế", "giới thiệu sinh hoạt đảng", "kiểm tra việc thực hiện quy định nêu gương",
    "tự đánh giá, xếp loại chất lượng", "cập nhật vị trí việc làm", "sắp xếp tổ chức bộ máy",
)  # fmt: skip
OPINIONS = (
    "Nghiên cứu, tham mưu trả lời.", "Tổng hợp, báo cáo lãnh đạo ban.", "Phối hợp các ban, trình trong tuần.",
)  # fmt: skip
TEXT = (
    "- Căn cứ Điều lệ Đảng;\n- Căn cứ Quy chế làm việc của Tỉnh ủy,\nBAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH\n"
    "Điều 1. {what}.\nĐiều 2. Văn phòng Tỉnh ủy, Ban Tổ chức Tỉnh ủy theo dõi việc thực hiện.\n"
    "Điều 3. Các cơ quan liên quan thi hành quyết định này. Quyết định có hiệu lực từ ngày ký."
)
DRAFTS = (
    "ban hành chương trình công tác quý III năm 2025", "ban hành kế hoạch rà soát quy định",
    "thành lập tổ biên tập", "phân công theo dõi cơ sở", "kiện toàn tổ giúp việc",
    "phê duyệt kế hoạch tuyên truyền nội bộ",
)  # fmt: skip


class Desk:
    """Bàn văn thư — of the provincial department."""

    def __init__(self, by: Actor, on: date, shape: Shape) -> None:
        self.by, self.on, self.shape = by, on, shape
        self.chance = Random(f"ban van thu {shape.seed}")
        self.numbers: dict[tuple[str, str, int], int] = {}
        self.went: list[tuple[int, date]] = []
        self.signers: dict[int, str] = {}
        with scoped(by, on, reading=True):
            units = {line.name: line.id for line in organizations_on(by=by, on=on)}
        self.department = units[DEPARTMENT]
        self.province = next(
            id for name, id in units.items() if name.startswith("Đảng bộ tỉnh Hậu")
        )
        self.units = [
            id for name, id in units.items() if name.endswith(" Tỉnh ủy") and id != self.department
        ]

    def record(self) -> None:
        """Ghi cả bàn — the source of numbers, the two registers, the drafts of the last weeks."""
        share = max(LEAST, self.shape.cells / PROVINCE.cells)
        rules = self._rules()
        series = self._series(rules)
        weeks, public = list(self._weeks()), self._public()
        for place, monday in enumerate(weeks):
            coming = _part(round(COMING * share), place, len(weeks))
            rows = [self._came(monday) for _ in range(coming)]
            rows += [each for each in public if monday <= each.arrival.arrived_on < monday + WEEK]
            rows.sort(key=lambda row: row.arrival.arrived_on)
            if rows:
                receive_papers(self.by, self.on, organization=self.department, rows=rows)
            for day in sorted(
                self._day(monday) for _ in range(_part(round(GOING * share), place, len(weeks)))
            ):
                self._went(series, day)
        self._deliver()
        Dossiers(self.by, self.on, self.department, rules).record()
        self._handle()
        self._draft()
        Sittings(self.by, self.on, self.province, self.department).record(self._submitted)

    def _rules(self) -> int:
        made = register_instrument(
            self.by, self.on, kind=InstrumentKind.RULES, number_sign="12-QC/BTCTU", issuer=DEPARTMENT,
            abstract="Công tác văn thư, lưu trữ của Ban (dữ liệu mô phỏng)", issued_year=2023,
            issued_on=date(2023, 6, 28),
        )  # fmt: skip
        return made.answer or 0

    def _series(self, rules: int) -> dict[str, int]:
        set_number_source(
            self.by, self.on, organization=self.department, source=Source.OWN, system="",
            from_day=BEGINS, basis=rules,
        )  # fmt: skip
        opened = {}
        for letters in KINDS:
            row = SeriesRow(letters, "BTCTU", Family.PARTY, "2020-2025", BEGINS)
            made = open_series(self.by, self.on, organization=self.department, row=row)
            opened[letters] = made.answer or 0
        row = SeriesRow("QĐ", "TU", Family.PARTY, "2020-2025", BEGINS)
        open_series(self.by, self.on, organization=self.province, row=row)
        return opened

    def _weeks(self) -> Iterator[date]:
        monday = BEGINS
        while monday + timedelta(days=4) <= self.on:
            yield monday
            monday += WEEK

    def _public(self) -> list[ReceivedRow]:
        """The public acts of the known list; one issued later came on its own day."""
        return [
            ReceivedRow(
                PaperRow(InstrumentKind.called(act.type), act.number_sign, act.issuer, act.abstract, act.issued_on),
                Arrival(max(BEGINS, act.issued_on), Channel.NETWORK), "Lưu để áp dụng",
            )
            for act in known_acts()
            if act.issued_on and act.issued_on <= self.on and act.issuer and act.abstract
        ]  # fmt: skip

    def _came(self, monday: date) -> ReceivedRow:
        issuer, code = self.chance.choice(SENDERS)
        letters = self.chance.choices(list(KINDS), (50, 20, 12, 8, 5, 5))[0]
        arrived = self._day(monday)
        issued = _working(arrived - timedelta(days=self.chance.randrange(1, 6)))
        asks = self.chance.random() < 0.08
        arrival = Arrival(
            arrived, self.chance.choice((Channel.NETWORK, Channel.NETWORK, Channel.PAPER)),
            Urgency.URGENT if self.chance.random() < 0.05 else Urgency.NORMAL,
            due_on=arrived + timedelta(days=self.chance.randrange(5, 25)) if asks else None,
        )  # fmt: skip
        paper = PaperRow(
            KINDS[letters], f"{self._next(issuer, letters, issued.year)}-{letters}/{code}", issuer,
            f"về việc {self.chance.choice(ABOUT)}", issued,
        )  # fmt: skip
        return ReceivedRow(paper, arrival, "" if asks else "Lưu để biết")

    def _day(self, monday: date) -> date:
        return monday + timedelta(days=self.chance.randrange(5))

    def _next(self, issuer: str, letters: str, year: int) -> str:
        key = (issuer, letters, year)
        self.numbers[key] = self.numbers.get(key, 0) + self.chance.randrange(1, 4)
        return f"{self.numbers[key]:02d}"

    def _went(self, series: dict[str, int], day: date) -> None:
        letters = self.chance.choices(list(KINDS), (60, 12, 10, 8, 6, 4))[0]
        row = OutgoingRow(
            KINDS[letters], DEPARTMENT, f"về việc {self.chance.choice(ABOUT)}", self._person(),
            drafted_by=self.department, recipients="Các huyện ủy, thành ủy; Lưu Ban Tổ chức Tỉnh ủy",
            kept_at="Văn thư Ban", sent_on=max(day, _working(min(day + timedelta(days=1), self.on))),
        )  # fmt: skip
        made = issue_number(self.by, self.on, series=series[letters], row=row, given_on=day)
        self.went.append((made.answer or 0, row.sent_on or day))

    def _person(self) -> str:
        return name_of(self.chance, sex_of(self.chance))

    def _deliver(self) -> None:
        """The last papers also go on paper: posted, one not sent yet; the copies kept of older ones are used."""
        for place, (number, sent_on) in enumerate(self.went[-DELIVERED:]):
            require_paper_copy(self.by, self.on, number=number)
            deliver_paper(
                self.by, self.on, number=number, sent_on=sent_on, channel=Channel.NETWORK,
                recipients=["Các huyện ủy, thành ủy"],
            )  # fmt: skip
            if place:
                post = PostRow(sent_on, "Huyện ủy Vị Thủy", 1 + place)
                post_out(self.by, self.on, number=number, row=post)
                send_paper_copy(self.by, self.on, number=number, paper_sent_on=sent_on)
        for number, sent_on in self.went[:LENT]:
            loan = LoanRow(sent_on, self._person(), "Trưởng ban (mô phỏng)")
            lend_kept_copy(self.by, self.on, number=number, row=loan)

    def _handle(self) -> None:
        """Papers that ask for an answer are submitted and directed; the older ones are answered."""
        leader = self._person()
        with scoped(self.by, self.on, reading=True):
            _, lines = incoming_lines(
                by=self.by,
                on=self.on,
                organization=self.department,
                most=COMING,
                state=State.REGISTERED,
            )
        for line in lines:
            if line.arrived_on >= self.on - timedelta(days=2):
                continue
            submit_paper(self.by, self.on, incoming=line.id)
            said = min(line.arrived_on + timedelta(days=1), self.on)
            asked = [AssignmentRow(Part.LEAD, unit=self.department, due_on=line.due_on)]
            if self.units and self.chance.random() < 0.3:
                asked.append(AssignmentRow(Part.KNOW, unit=self.chance.choice(self.units)))
            direct_paper(
                self.by, self.on, incoming=line.id,
                direction=DirectionRow(leader, said, self.chance.choice(OPINIONS), tuple(asked)),
            )  # fmt: skip
            if line.arrived_on < self.on - ANSWERED:
                done = min(line.due_on or self.on, self.on) - timedelta(
                    days=self.chance.randrange(3)
                )
                finish_paper(
                    self.by,
                    self.on,
                    incoming=line.id,
                    finished_on=max(done, said),
                    result="Đã trả lời",
                )

    def _draft(self) -> None:
        """A draft in each of the states a leader or clerk would meet."""
        for place, what in enumerate(DRAFTS):
            due_on = self.on + timedelta(days=3 * place - 2)
            self._move(self._begun(what, self.on, due_on), place, self.on)

    def _submitted(self, what: str, day: date) -> int:
        """A file before the leader, for the standing committee to decide."""
        draft = self._begun(what, day, day + WEEK, Decider.STANDING_COMMITTEE)
        self._move(draft, 3, day)
        return draft

    def _begun(self, what: str, day: date, due_on: date, decider: Decider | None = None) -> int:
        signer = self._person()
        row = DraftRow(
            InstrumentKind.DECISION, f"về việc {what}", "Ban Thường vụ", "Bí thư", signer,
            Signing.ON_BEHALF, "Ban Thường vụ", parent="Đảng bộ tỉnh Hậu Giang", place="Hậu Giang",
            recipients="Như Điều 3; Lưu Văn phòng Tỉnh ủy", due_on=due_on,
            proposal=f"Đề nghị Ban Thường vụ {what}", grounds="Quy chế làm việc của Tỉnh ủy",
            decider=decider,
        )  # fmt: skip
        made = begin_draft(
            self.by, day, unit=self.department, organization=self.province, row=row,
            whole_text=TEXT.format(what=what[0].upper() + what[1:]),
        )  # fmt: skip
        self.signers[made.answer or 0] = signer
        return made.answer or 0

    def _move(self, draft: int, steps: int, on: date) -> None:
        by = self.by
        if steps >= 1:
            record_draft_opinion(
                by,
                on,
                draft=draft,
                said_by="Văn phòng Tỉnh ủy",
                said_on=on - timedelta(days=1),
                agrees=True,
            )
            check_content(by, on, draft=draft, good=True)
        if steps >= 2:
            check_form(by, on, draft=draft, good=True)
        if steps >= 3:
            submit_draft(by, on, draft=draft)
        if steps >= 4:
            decide_draft(by, on, draft=draft, verb=Verb.AGREE)
        if steps >= 5:
            signer = SigningRow(
                on, "Bí thư", self.signers[draft], Signing.ON_BEHALF, "Ban Thường vụ"
            )
            record_signing(by, on, draft=draft, row=signer)


def _working(day: date) -> date:
    """The day, or the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _part(whole: int, place: int, of: int) -> int:
    """How many of the whole fall into this one of so many weeks; their sum is the whole."""
    return whole * (place + 1) // of - whole * place // of
