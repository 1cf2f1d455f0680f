"""Danh sách nhiều trang — which rows a page shows, and the addresses of the other pages."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest

MOST = 2**31
PAGE = "trang"


def number(request: HttpRequest, name: str, otherwise: int) -> int:
    """Số trong địa chỉ — 404 for what is no number a table could hold."""
    typed = request.GET.get(name, "")
    if not typed:
        return otherwise
    if not (typed.isascii() and typed.isdigit() and int(typed[:12]) < MOST):
        raise Http404
    return int(typed)


class Pages:
    """Các trang — of `total` rows, `rows` to a page; iterating gives (number, address) of each shown."""

    def __init__(self, request: HttpRequest, total: int, rows: int) -> None:
        self._asked = request.GET.copy()
        self.last = max(1, -(-total // rows))
        self.page = number(request, PAGE, 1)
        if not 1 <= self.page <= self.last:
            raise Http404
        self.first = (self.page - 1) * rows

    def address(self, page: int) -> str:
        asked = self._asked.copy()
        asked[PAGE] = str(page)
        return f"?{asked.urlencode()}"

    def __iter__(self) -> Iterator[tuple[int, str]]:
        near = range(self.page - 2, self.page + 3)
        gap = False
        for page in range(1, self.last + 1):
            if page in (1, self.last) or page in near:
                gap = False
                yield page, self.address(page)
            elif not gap:
                gap = True
                yield page, ""
