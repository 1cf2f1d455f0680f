"""Lời từ chối của API — one shape for every refusal (RFC 9457), with all reasons at once."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError

from thenchot.doors.access.refusals import status_of
from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: mark("Nội dung gửi không phải JSON."),
    401: mark("Thiếu khóa truy cập, hoặc khóa không còn giá trị."),
    403: mark("Chưa được giao quyền."),
    404: mark("Không có mục này, hoặc ngoài phạm vi được xem."),
    405: mark("Địa chỉ này không nhận phương thức đó."),
    409: mark("Khóa một lần đã dùng cho nội dung khác."),
    413: mark("Nội dung gửi quá lớn."),
    422: mark("Không ghi được: xem các lý do."),
    429: mark("Quá nhiều lần dùng khóa sai; hãy đợi."),
}
UNKNOWN, TWICE = mark("Không có mục này."), mark("Mục này được gửi hai lần.")
FAULTS = {
    "missing": mark("Thiếu mục này."),
    "extra_forbidden": UNKNOWN,
    "enum": mark("Từ này không có trong danh mục."),
    "int_type": mark("Mục này phải là số nguyên."),
    "int_parsing": mark("Mục này phải là số nguyên."),
    "bool_type": mark("Mục này phải là true hoặc false."),
    "string_type": mark("Mục này phải là chữ."),
    "string_too_long": mark("Mục này dài quá {max_length} ký tự."),
    "string_too_short": mark("Mục này phải có chữ."),
    "greater_than_equal": mark("Mục này phải từ {ge} trở lên."),
    "less_than_equal": mark("Mục này không được quá {le}."),
    "day": mark("Ngày viết như 2025-12-31, từ năm 1900 đến năm 2200."),
}
OTHER_FAULT = mark("Mục này không đúng khuôn mẫu.")


class ReasonOut(Schema):
    """Lý do — a sentence, its clause, the member it belongs to ("" for the whole)."""

    sentence: str
    clause: str
    field: str


class Problem(Schema):
    """Lời từ chối — nothing was changed; `reasons` says everything that stands against it."""

    type: str
    title: str
    status: int
    reasons: list[ReasonOut]


def reason_said(reason: Reason) -> ReasonOut:
    """Lý do trong tiếng người đọc."""
    clause = gettext(reason.clause) if reason.clause else ""
    return ReasonOut(sentence=reason.sentence(gettext), clause=clause, field=reason.field)


def problem(status: int, reasons: Sequence[Reason] = ()) -> HttpResponse:
    """Trả lời từ chối — the title of its status, and the reasons in the reader's language."""
    content = {
        "type": "about:blank", "title": gettext(TITLES[status]), "status": status,
        "reasons": [reason_said(each).dict() for each in reasons],
    }  # fmt: skip
    return JsonResponse(content, status=status, content_type=MEDIA_TYPE)


def handle_problems(api: NinjaAPI) -> None:
    """Nối các lời từ chối — what reads, acts and ninja raise, into problems."""
    api.add_exception_handler(Refused, _refused)
    api.add_exception_handler(Http404, _not_found)
    api.add_exception_handler(ValidationError, _misshapen)
    api.add_exception_handler(HttpError, _not_json)


def _refused(request: HttpRequest, refusal: Any) -> HttpResponse:
    return problem(status_of(refusal), refusal.reasons)


def _not_found(request: HttpRequest, raised: Any) -> HttpResponse:
    return problem(404)


def _not_json(request: HttpRequest, raised: Any) -> HttpResponse:
    return problem(raised.status_code)


def _misshapen(request: HttpRequest, raised: Any) -> HttpResponse:
    return problem(422, [_reason(each) for each in raised.errors])


def _reason(fault: dict[str, Any]) -> Reason:
    """The place of a fault without the names ninja gives to body, query and path."""
    places = [str(each) for each in fault["loc"][1:] if each not in ("body", "asked")]
    text = FAULTS.get(fault["type"], OTHER_FAULT)
    return Reason(text, fault.get("ctx", {}), field=".".join(places))
