"""Câu hỏi về chữ trong văn bản — papers by the words of their titles and files, and the passage found."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Q

from thenchot.ground.basis.models import FileText
from thenchot.ground.basis.reads.instruments import issued_by, newest_first
from thenchot.ground.basis.words import Right
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.wording import Piece, Sought, passage

FOUND = "SELECT paper, count(*) OVER () FROM basis_papers_found(%s, %s, %s, %s)"
HOW_MANY = "SELECT count(*) FROM basis_papers_found(%s, %s, %s, %s)"
IN_ORDER = "ORDER BY rank, placed DESC, paper DESC OFFSET %s LIMIT %s"


def papers_with(
    *, by: Actor, on: date, typed: str, such: Q | None = None, ahead: Q | None = None, after: int = 0,
    most: int = 20,
) -> tuple[int, list[int]]:  # fmt: skip
    """Văn bản có những từ này — (how many, one sheet of their ids), words of title or file; nothing typed: all.

    First the paper of just this number, then those with the very marks typed, then those that have
    the words in the title, then the newest. `such`: what the paper must be besides; `ahead`: papers that
    stand before all of these, with the words or without.
    """
    typed = tidy_name(typed)
    sought, papers = Sought.read(typed), issued_by(by, on)
    if such:
        papers = papers.filter(such)
    if not sought.folded:
        papers = papers.none() if typed else newest_first(papers)
        return papers.count(), list(papers.values_list("pk", flat=True)[after : after + most])
    asked: list[Any] = [list(sought.folded), list(sought.exact), typed, on]
    within: list[str] = []
    shown, total = [], 0
    if ahead:
        pointed = newest_first(papers.filter(ahead))
        total = pointed.count()
        shown = list(pointed.values_list("pk", flat=True)[after : after + most])
        after, most = max(0, after - total), most - len(shown)
        if total:
            others, values = pointed.order_by().values("pk").query.sql_with_params()
            within, asked = [f"paper NOT IN ({others})"], [*asked, *values]
    if such or by.reach(Right.READ_INSTRUMENT) != EVERYWHERE:
        try:
            kept, values = papers.values("pk").query.sql_with_params()
        except EmptyResultSet:  # nothing can be in sight
            return 0, []
        within, asked = [*within, f"paper IN ({kept})"], [*asked, *values]
    where = f"WHERE {' AND '.join(within)}" if within else ""
    with connection.cursor() as cursor:
        cursor.execute(f"{FOUND} {where} {IN_ORDER}", [*asked, after, most])
        rows = cursor.fetchall()
        if not rows and (after or not most):  # beyond the last sheet, or the sheet is full already
            cursor.execute(f"{HOW_MANY} {where}", asked)
            return total + cursor.fetchone()[0], shown
    return total + (rows[0][1] if rows else 0), [*shown, *(paper for paper, _ in rows)]


def passages(*, digests: Iterable[str], typed: str) -> dict[str, list[Piece]]:
    """Đoạn tìm thấy — in each of these files the reader may see; the wall of the table says which."""
    sought = Sought.read(typed)
    kept = FileText.objects.filter(sha256__in=set(digests)).values_list("sha256", "text")
    return {digest: passage(text, sought) for digest, text in kept}
