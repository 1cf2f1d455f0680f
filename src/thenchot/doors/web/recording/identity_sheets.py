"""Phiếu nhận biết con người — numbers of people, files merged, files told apart."""

from thenchot.doors.web.recording.boxes import Choice, Picked, Text
from thenchot.doors.web.recording.register_sheets import FROM_DAY, PERSON, TO_PERSON
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.ground.plain.text import mark
from thenchot.people.dossiers.reads.picked import Pick
from thenchot.people.identity.acts import merging, numbers
from thenchot.people.identity.rules.numbers import NumberRow
from thenchot.people.identity.words import NumberKind

SHEETS = (
    Sheet(
        slug="so-dinh-danh", title=mark("Ghi số định danh, số thẻ"),
        help=mark("Số mới thay số trước từ ngày có hiệu lực; trên trang số được che, mở ra có ghi lý do."),
        act=numbers.record_person_numbers, line=NumberRow, about=TO_PERSON, boxes=(FROM_DAY,),
        columns=(
            PERSON,
            Choice(name="kind", label=mark("Loại số"), words=tuple(NumberKind)),
            Text(name="number", label=mark("Số")),
        ),
    ),
    Sheet(
        slug="gop-ho-so", title=mark("Gộp hồ sơ trùng"),
        help=mark("Mọi sự kiện của hồ sơ kia về hồ sơ giữ lại; hủy bỏ văn bản này thì hai hồ sơ trở lại như cũ."),
        act=merging.merge_people, about=("kept", "person"), checked=True,
        boxes=(
            Picked(name="kept", label=mark("Hồ sơ giữ lại"), of=Pick.PERSON, given="giu"),
            Picked(name="gone", label=mark("Hồ sơ gộp vào"), of=Pick.PERSON, given="bo"),
            FROM_DAY,
        ),
    ),
    Sheet(
        slug="hai-nguoi", title=mark("Ghi không phải một người"),
        help=mark("Hai hồ sơ giống nhau nhưng của hai người; cặp này không nêu ra nữa."),
        act=merging.record_distinct_people, about=("one", "person"),
        boxes=(
            Picked(name="one", label=mark("Hồ sơ thứ nhất"), of=Pick.PERSON, given="mot"),
            Picked(name="other", label=mark("Hồ sơ thứ hai"), of=Pick.PERSON, given="hai"),
            FROM_DAY,
        ),
    ),
)  # fmt: skip
