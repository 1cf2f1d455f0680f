"""Lời của ràng buộc — every constraint of a protected table speaks Vietnamese when it refuses."""

from django.db import IntegrityError

from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_REGISTER = mark("Nguyên tắc sổ gốc")

BY_NAME: dict[str, Reason] = {}

BY_MARK: dict[str, Reason] = {
    "_effective_check": Reason(mark("Ngày hết hiệu lực phải sau ngày có hiệu lực."), {}, _REGISTER),
    "_fk_": Reason(
        mark("Dòng này còn được nơi khác dẫn chiếu, hoặc dẫn tới dòng không có."), {}, _REGISTER
    ),
    "_check": Reason(mark("Nội dung không đúng khuôn mẫu của sổ."), {}, _REGISTER),
    "_pkey": Reason(mark("Dòng này đã có trong sổ."), {}, _REGISTER),
}


def speak_for(reasons: dict[str, Reason]) -> None:
    """Khai lời — an area registers the sentences of its own constraints when its acts load."""
    BY_NAME.update(reasons)


def reason_of(error: IntegrityError) -> Reason:
    """Lý do của ràng buộc — the sentence for the constraint named by the database."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return spoken(getattr(diagnosis, "constraint_name", None) or "")


def spoken(constraint: str) -> Reason:
    """Lời của một ràng buộc — by its name, else by the mark in generated names."""
    if constraint in BY_NAME:
        return BY_NAME[constraint]
    for mark_, reason in BY_MARK.items():
        if mark_ in constraint:
            return reason
    return Reason(mark("Dữ liệu trái với ràng buộc «{name}» của sổ."), {"name": constraint})


speak_for(
    {
        "instrument_recorded_once": Reason(
            mark("Văn bản cùng số, ký hiệu, cơ quan ban hành và ngày này đã có trong sổ."),
            {},
            mark("Văn bản được nhận biết bằng số, ký hiệu, cơ quan ban hành và ngày"),
            "number_sign",
        ),
        "instrument_year_is_of_its_day": Reason(
            mark("Năm ban hành không khớp với ngày ban hành."), {}, _REGISTER, "issued_on"
        ),
        "instrument_repeal_has_paper_and_day": Reason(
            mark("Văn bản bị bãi bỏ phải có văn bản bãi bỏ và ngày hết hiệu lực."), {}, _REGISTER
        ),
        "instrument_kind_is_listed": Reason(
            mark("Loại văn bản không có trong danh mục."), {}, _REGISTER, "kind"
        ),
        "instrument_is_described": Reason(
            mark("Văn bản phải có số, ký hiệu, cơ quan ban hành và trích yếu."), {}, _REGISTER
        ),
        "instrument_keeps_its_file": Reason(
            mark("Văn bản này đã có tệp; tệp đã giữ không thay bằng tệp khác."),
            {},
            _REGISTER,
            "number",
        ),
        "parameter_one_value_a_day": Reason(
            mark("Tham số này đã có giá trị khác trong những ngày đó."), {}, _REGISTER, "from_day"
        ),
        "parameter_has_a_value": Reason(
            mark("Tham số phải có ít nhất một số, không âm."), {}, _REGISTER, "values"
        ),
        "exchanged_day_once": Reason(
            mark("Ngày này đã ghi là ngày hoán đổi."), {}, _REGISTER, "day"
        ),
    }
)
