"""Đầu cột của danh sách đảng viên — what each is usually called, and which a list cannot do without."""

from collections.abc import Mapping, Sequence

from thenchot.ground.plain.headings import Columns
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.people.members.words import ListColumn

Ways = tuple[tuple[ListColumn, ...], ...]
_BORN = "ngay sinh|ngay thang nam sinh|nam sinh"
_USUAL: Mapping[ListColumn, str] = {
    ListColumn.NAME: "ho ten|ho va ten|ho ten dang vien|ho va ten dang vien|ho va ten khai sinh"
    "|ho ten khai sinh|ho chu dem va ten|ho ten khac",
    ListColumn.NAME_BEFORE: "ho|ho dem|ho va dem|ho va ten dem|ho va chu dem|ho ten dem|ho chu dem",
    ListColumn.NAME_GIVEN: "ten",
    ListColumn.BORN: f"{_BORN}|sinh ngay|ngay thang nam sinh",
    ListColumn.BORN_MALE: f"nam|(?:{_BORN}|gioi tinh) nam",
    ListColumn.BORN_FEMALE: f"nu|(?:{_BORN}|gioi tinh) nu",
    ListColumn.SEX: "gioi tinh|gioi|phai|nam nu|nam hay nu",
    ListColumn.ETHNICITY: "dan toc",
    ListColumn.HOMETOWN: "que quan|que|nguyen quan",
    ListColumn.ABOVE: "dang bo|dang bo co so|to chuc co so dang|dang uy|dang bo chi bo co so"
    "|tccsd|ten tccsd|don vi cap tren|dang bo cap tren",
    ListColumn.CELL: "chi bo|ten chi bo|chi bo sinh hoat|noi sinh hoat|sinh hoat tai chi bo"
    "|chi bo dang sinh hoat|chi bo truc thuoc|sinh hoat chi bo",
    ListColumn.ADMITTED: "ngay quyet dinh ket nap|ngay qd ket nap|quyet dinh ket nap ngay",
    ListColumn.JOINED: "ngay vao dang|vao dang|ngay ket nap|ngay vao dang du bi|ngay du bi"
    "|ngay ket nap dang|ngay vao dcsvn|ngay vao dang csvn|ngay thang nam vao dang|vao dang du bi"
    "|ngay ket nap vao dang|ngay vao dang lan dau",
    ListColumn.OFFICIAL: "ngay chinh thuc|chinh thuc|ngay vao dang chinh thuc|ngay cong nhan"
    "|vao dang chinh thuc|ngay cong nhan chinh thuc|ngay cong nhan dang vien chinh thuc"
    "|ngay chuyen dang chinh thuc",
    ListColumn.STATUS: "tinh trang|tinh trang dang vien|loai dang vien|dang vien|trang thai",
    ListColumn.CARD: "so the|so the dang|so the dang vien|so tdv|so the dv|the dang vien"
    "|so the dang vien moi",
    ListColumn.CITIZEN: "(?:so |ma |ma so )?(?:dinh danh|ddcn|cccd)(?: ca nhan)?(?: cong dan)?"
    "|(?:so )?(?:the )?can cuoc(?: cong dan)?",
}
COLUMNS = Columns(
    _USUAL, mark("Không thấy dòng tên cột (Họ và tên, Ngày sinh, …) trong {n} dòng đầu của bảng."),
    frozenset({ListColumn.NAME, ListColumn.NAME_GIVEN}),
)  # fmt: skip


def column_faults(columns: Mapping[int, ListColumn]) -> list[Reason]:
    """Ghép cột chưa đủ để ghi — what a member cannot be recorded without, and a column named twice."""
    return [*COLUMNS.twice(columns), *COLUMNS.missing(columns, _NEEDED)]


def compared_faults(columns: Mapping[int, ListColumn]) -> list[Reason]:
    """Ghép cột chưa đủ để đối chiếu — a name or a number tells who it is, and no column twice."""
    ways = *_NAMED, (ListColumn.CARD,), (ListColumn.CITIZEN,)
    return [*COLUMNS.twice(columns), *COLUMNS.missing(columns, (ways,))]


_NAMED: Ways = (ListColumn.NAME,), (ListColumn.NAME_BEFORE, ListColumn.NAME_GIVEN)
_SEXED: Ways = (ListColumn.SEX,), (ListColumn.BORN_MALE, ListColumn.BORN_FEMALE)
_BIRTH: Ways = (ListColumn.BORN,), (ListColumn.BORN_MALE, ListColumn.BORN_FEMALE)
_NEEDED: Sequence[Ways] = _NAMED, _SEXED, _BIRTH, ((ListColumn.CELL,),), ((ListColumn.JOINED,),)
