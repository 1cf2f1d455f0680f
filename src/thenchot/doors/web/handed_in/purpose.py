"""Tệp để làm gì — to be recorded or to be compared: the words, the right, what its columns must hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.people.dossiers.rules.headings import column_faults, compared_faults
from thenchot.people.members.words import ListColumn, Right


@dataclass(frozen=True, slots=True)
class Purpose:
    """Mục đích — the names of its three pages; `dated`: the list holds from a day that is asked."""

    take: str
    columns: str
    result: str
    title: str
    help: str
    needs: Labelled
    faults: Callable[[Mapping[int, ListColumn]], list[Reason]]
    dated: bool


IMPORT = Purpose(
    "hand_in", "hand_in_columns", "hand_in_result", mark("Nhập danh sách đảng viên"),
    mark(
        "Từ tệp XLSX hoặc CSV của cơ quan, giữ nguyên tên cột. Xem trước kết quả từng dòng rồi mới ghi, theo một văn bản."
    ),
    Right.RECORD_HANDOVER, column_faults, True,
)  # fmt: skip
COMPARE = Purpose(
    "compare", "compare_columns", "compare_result", mark("Đối chiếu danh sách đảng viên"),
    mark(
        "Đặt danh sách của nơi khác (như cơ sở dữ liệu đảng viên) bên sổ này. Chưa bấm ghi thì không có gì vào sổ."
    ),
    Right.READ, compared_faults, False,
)  # fmt: skip
