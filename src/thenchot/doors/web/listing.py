"""Danh sách nhiều trang — which rows a page shows, and the addresses of the other pages."""

from collections.abc import Iterator
from datetime import date

from django.http import Http404, HttpRequest

from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.typed_dates import NotADay, parse_day

MOST = 2**31
DIGITS = len(str(MOST))
PAGE = "trang"


def number(request: HttpRequest, name: str, otherwise: int) -> int:
    """Số trong địa chỉ — 404 for what is no number a table could hold."""
    typed = request.GET.get(name, "")
    if not typed:
        return otherwise
    found = read_number(typed)
    if found is None:
        raise Http404
    return found


def read_number(typed: str) -> int | None:
    """Số gõ vào — None for what is no number a table could hold."""
    digits = typed.isascii() and typed.isdigit() and len(typed) <= DIGITS
    return int(typed) if digits and int(typed) < MOST else None


def read_day(typed: str, today: date, faults: list[Reason]) -> date | None:
    """Ngày gõ vào — None where nothing was typed, or what was is no day, which `faults` then says."""
    if not typed:
        return None
    try:
        return parse_day(typed, today)
    except NotADay as fault:
        faults.append(fault.reason)
        return None


def text(request: HttpRequest, name: str, longest: int = 100) -> str:
    """Chữ trong địa chỉ — tidy, without signs no table can hold, cut to a length."""
    return tidy_name(request.GET.get(name, ""))[:longest]


def first_row(request: HttpRequest, rows: int, name: str = PAGE) -> int:
    """Dòng đầu của trang — 404 for a page before the first."""
    page = number(request, name, 1)
    if page < 1:
        raise Http404
    return (page - 1) * rows


def turned(request: HttpRequest, page: int, name: str = PAGE) -> str:
    """Địa chỉ của một trang khác — the same filters."""
    asked = request.GET.copy()
    asked[name] = str(page)
    return f"?{asked.urlencode()}"


class Pages:
    """Các trang — of `total` rows, `rows` to a page; iterating gives (number, address) of each shown.

    `name`: what the address calls the page, where one screen holds two lists; `at`: where on it
    the list stands.
    """

    def __init__(
        self, request: HttpRequest, total: int, rows: int, name: str = PAGE, at: str = ""
    ) -> None:
        self._request, self._name, self._at = request, name, at and f"#{at}"
        self.last = max(1, -(-total // rows))
        self.page = number(request, name, 1)
        if not 1 <= self.page <= self.last:
            raise Http404
        self.first = (self.page - 1) * rows

    def __iter__(self) -> Iterator[tuple[int, str]]:
        near = range(self.page - 2, self.page + 3)
        gap = False
        for page in range(1, self.last + 1):
            if page in (1, self.last) or page in near:
                gap = False
                yield page, turned(self._request, page, self._name) + self._at
            elif not gap:
                gap = True
                yield page, ""
