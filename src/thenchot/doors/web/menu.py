"""Trình đơn — seven entries for the office, four large ones for a cell secretary; rights decide what is within."""

from dataclasses import dataclass, field, replace
from datetime import date

from django.urls import reverse

from thenchot.doors.access.roles import ABOVE, CELL_SECRETARY, MEMBER
from thenchot.figures.indicators.words import Right as IndicatorsRight
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.periods import quarter_of
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Right as RegisterRight
from thenchot.office.documents.words import Right as DocumentsRight
from thenchot.office.drafting.words import Right as DraftingRight
from thenchot.people.members.words import Right as MembersRight
from thenchot.people.positions.words import Right as PositionsRight

WORK = (
    "my_work", "dues", "notices", "recording", "record", "correct", "changes", "report_change", "change",
)  # fmt: skip
POSITIONS = (
    "positions", "position_units", "position", "new_position", "edit_position", "copy_position",
    "discard_draft", "position_fit", "approve_positions", "copy_positions", "competencies",
)  # fmt: skip
COMMITTEES = ("committees", "committee", "working_papers", "pilots")
SCHEMES = ("schemes", "scheme", "draft_compared")
TREE = (
    "organizations", "organization_table", "organization", "post", "vacancies", "compared", *SCHEMES,
    *POSITIONS, "quotas", *COMMITTEES,
)  # fmt: skip
RECORDING = ("recording", "record", "correct")
HAND_IN = ("hand_in", "hand_in_columns", "hand_in_result")
COMPARE = ("compare", "compare_columns", "compare_result")
PEOPLE = ("people", "person", "digest", "doubles", *HAND_IN, *COMPARE)
DRAFTS = ("draft_list", "draft_paper", "draft_slip", "form_check")
SITTINGS = ("sitting_list", "sitting")
OUTGOING = (
    "outgoing_list", "outgoing", "series", "legs", "not_entered", "posted", "loans", "register_in", "register_columns", "register_result",
    "register_files", "register_files_result",
)  # fmt: skip
DOSSIERS = ("dossiers", "dossier", "retention")
PAPERS = ("instruments", "instrument", "paper_signatures")
CASCADES = ("cascade_list", "cascade")
DOCUMENTS = (
    "incoming_list", "incoming", "delegations", "delegations_of", *OUTGOING, *CASCADES, "shelf", *DRAFTS,
    *SITTINGS, "copies", "copy", *DOSSIERS, *PAPERS, "find_papers",
)  # fmt: skip
REPORTS = ("periods", "report", "figure", "restated", "freeze")


@dataclass(frozen=True, slots=True)
class Entry:
    """Mục — its words, where it leads, the key after `g`, and the pages (by name) it holds."""

    label: str
    address: str
    key: str = ""
    pages: tuple[str, ...] = ()
    within: list["Entry"] = field(default_factory=list)
    current: bool = False
    here: bool = False


def menu_for(actor: Actor, on: date, page: str) -> list[Entry]:
    """Trình đơn của một người — with the entry of the page being shown marked."""
    entries = _cell_menu(actor, on) if is_cell_secretary(actor) else _office_menu(actor)
    return [_marked(entry, page) for entry in entries]


def is_cell_secretary(actor: Actor) -> bool:
    """Chỉ là bí thư chi bộ — works in no other role; one's own file and the names above go beside it."""
    return actor.roles - {ABOVE, MEMBER.code} == {CELL_SECRETARY.code}


def _office_menu(actor: Actor) -> list[Entry]:
    reads_people, reads_tree = actor.may(RegisterRight.READ), actor.may(RegisterRight.READ_TREE)
    records = actor.may(BasisRight.REGISTER_INSTRUMENT)
    reads_figures = actor.may(IndicatorsRight.READ)
    hands_in, compares = actor.may(MembersRight.RECORD_HANDOVER), actor.may(MembersRight.READ)
    entries = [
        Entry(
            mark("Việc của tôi"), reverse("my_work"), "v", WORK,
            [
                *([Entry(mark("Đến hạn"), reverse("dues"), pages=("dues",))] if reads_people else []),
                *([Entry(mark("Ghi sổ"), reverse("recording"), pages=RECORDING)] if records else []),
            ],
        ),
    ]  # fmt: skip
    if reads_tree:
        tree = [
            Entry(mark("Cây tổ chức"), reverse("organizations"), pages=("organizations",)),
            Entry(
                mark("Bảng tổ chức"), reverse('organization_table'), pages=("organization_table",)
            ),
            *([Entry(mark("Chức vụ trống"), reverse("vacancies"), pages=("vacancies",))] if reads_people else []),
            Entry(mark("So sánh hai ngày"), reverse("compared"), pages=("compared",)),
            *([Entry(mark("Cấp ủy"), reverse("committees"), pages=COMMITTEES)] if reads_people else []),
            *([Entry(mark("Sắp xếp, sáp nhập"), reverse("schemes"), pages=SCHEMES)] if reads_people else []),
        ]  # fmt: skip
        if actor.may(PositionsRight.READ):
            tree += [
                Entry(mark("Vị trí việc làm"), reverse("positions"), pages=POSITIONS),
                Entry(mark("Biên chế"), reverse("quotas"), pages=("quotas",)),
            ]
        entries.append(Entry(mark("Tổ chức"), reverse("organizations"), "t", TREE, tree))
    if reads_people or actor.person is not None:
        within = [
            Entry(mark("Danh sách"), reverse("people"), pages=("people", "person")),
            Entry(mark("Trích ngang"), reverse("digest"), pages=("digest",)),
            *([Entry(mark("Hồ sơ trùng"), reverse("doubles"), pages=("doubles",))] if reads_people else []),
            *([Entry(mark("Nhập danh sách"), reverse("hand_in"), pages=HAND_IN)] if hands_in else []),
            *([Entry(mark("Đối chiếu"), reverse("compare"), pages=COMPARE)] if compares else []),
        ]  # fmt: skip
        entries.append(Entry(mark("Con người"), reverse("people"), "c", PEOPLE, within))
    within = [
        *([
            Entry(mark("Văn bản đến"), reverse("incoming_list"), pages=("incoming_list", "incoming")),
            Entry(mark("Văn bản đi"), reverse("outgoing_list"), pages=OUTGOING),
            Entry(mark("Bản sao"), reverse("copies"), pages=("copies", "copy")),
            Entry(mark("Hồ sơ công việc"), reverse("dossiers"), pages=DOSSIERS),
            Entry(mark("Giao cấp dưới"), reverse("cascade_list"), pages=CASCADES),
            Entry(mark("Còn hiệu lực"), reverse("shelf"), pages=("shelf",)),
            Entry(mark("Tìm văn bản"), reverse("find_papers"), pages=("find_papers",)),
        ] if actor.may(DocumentsRight.READ) else []),
        *([
            Entry(mark("Dự thảo"), reverse("draft_list"), pages=DRAFTS),
            Entry(mark("Họp, lấy ý kiến"), reverse("sitting_list"), pages=SITTINGS),
        ] if actor.may(DraftingRight.READ) else []),
        Entry(mark("Văn bản căn cứ"), reverse("instruments"), pages=PAPERS),
    ]  # fmt: skip
    entries.append(Entry(mark("Văn bản"), within[0].address, "p", DOCUMENTS, within))
    entries.append(Entry(mark("Công việc"), reverse("work"), pages=("work",)))
    entries.append(Entry(mark("Đánh giá"), reverse("evaluation"), pages=("evaluation",)))
    if reads_figures:
        within = [
            Entry(mark("Báo cáo kỳ"), reverse("periods"), pages=("periods", "report", "freeze")),
        ]  # fmt: skip
        entries.append(Entry(mark("Báo cáo"), reverse("periods"), "b", REPORTS, within))
    return entries


def _cell_menu(actor: Actor, on: date) -> list[Entry]:
    cells = actor.reach(RegisterRight.READ)
    cell = min(cells, default=0) if cells != EVERYWHERE else 0
    quarter = quarter_of(on)
    return [
        Entry(mark("Việc tháng này"), reverse("my_work"), "v", WORK),
        Entry(
            mark("Sổ chi bộ"), reverse("organization", args=[cell]), "t",
            TREE,
        ),
        Entry(mark("Đảng viên"), reverse("people"), "c", PEOPLE),
        Entry(
            mark("Báo cáo"), f"{reverse('report', args=[quarter.code()])}?don-vi={cell}", "b",
            REPORTS,
        ),
    ]  # fmt: skip


def _marked(entry: Entry, page: str) -> Entry:
    within = [replace(each, current=page in each.pages) for each in entry.within]
    here = page in entry.pages and not any(each.current for each in within)
    return replace(entry, within=within, current=page in entry.pages, here=here)
