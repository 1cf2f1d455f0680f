"""Lý do không nhận tệp — each way a file may harm, with its own plain sentence."""

from thenchot.ground.plain.text import mark
from thenchot.ground.plain.worksheets import NOT_UTF8

KIND = mark("Tệp phải là PDF, ảnh (JPG, PNG), DOCX, XLSX hoặc CSV.")
SVG = mark("Không nhận ảnh SVG; hãy lưu lại dưới dạng PNG hoặc PDF.")
BROKEN = mark("Tệp bị hỏng hoặc thiếu phần cuối; hãy lưu lại rồi chọn lại.")
COLUMNS = mark("Không đọc được các cột trên trang đầu của tệp PDF; hãy in lại thành PDF thường.")
HEAVY = mark("Không mở được tệp trong giới hạn cho phép; hãy lưu lại hoặc chia nhỏ tệp.")
BOMB = mark("Tệp nén quá mức: nội dung khi mở ra quá lớn.")
NESTED = mark("Tệp có tệp nén khác bên trong.")
MACRO = mark("Tệp có macro; hãy lưu lại dưới dạng không có macro.")
EMBEDDED = mark("Tệp có đối tượng hoặc tệp khác được nhúng bên trong.")
EXTERNAL = mark("Tệp tự lấy nội dung từ nơi khác khi mở.")
ENTITIES = mark("Tệp có khai báo DOCTYPE, có thể gây hại khi mở.")
ACTIVE = mark("Tệp PDF có lệnh tự chạy; hãy in lại thành PDF thường.")
ENCRYPTED = mark("Tệp có mật khẩu; hãy bỏ mật khẩu rồi chọn lại.")
PIXELS = mark("Ảnh lớn quá 40 triệu điểm ảnh; hãy thu nhỏ ảnh.")
POLYGLOT = mark("Tệp chứa thêm nội dung của loại tệp khác.")
NAMES = mark("Bên trong tệp có tên thành phần không an toàn.")
VIRUS = mark("Tệp có dấu hiệu của mã độc.")
UNPRINTED = mark("Tệp CSV có ký tự không phải chữ; hãy lưu lại dưới dạng «CSV UTF-8» hoặc XLSX.")
FAULTS = (
    KIND, SVG, BROKEN, COLUMNS, HEAVY, BOMB, NESTED, MACRO, EMBEDDED, EXTERNAL, ENTITIES, ACTIVE, ENCRYPTED,
    PIXELS, POLYGLOT, NAMES, VIRUS, UNPRINTED, NOT_UTF8,
)  # fmt: skip


class Hostile(Exception):
    """Tệp không nhận — says which of `FAULTS`."""

    def __init__(self, fault: str) -> None:
        self.fault = fault
        super().__init__(fault)
