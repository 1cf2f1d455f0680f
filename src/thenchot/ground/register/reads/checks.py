"""Kiểm tra cây — the projections beside a fresh count of all decisions."""

from django.db import connection

from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark


def closure_faults() -> list[Reason]:
    """Kiểm tra cây — lines of the projection that differ from a fresh count of all edges."""
    with connection.cursor() as cursor:
        cursor.execute(DIFFERENCE)
        differing = cursor.fetchall()
    text = mark("Cây tổ chức: đơn vị {below} dưới {above} {days} không khớp với các quyết định.")
    return [
        Reason(text, {"above": above, "below": below, "days": days})
        for above, below, days in differing
    ]


def reach_faults() -> list[Reason]:
    """Kiểm tra tầm quản lý — lines that differ from a fresh count of tree and successions."""
    with connection.cursor() as cursor:
        cursor.execute(REACH_DIFFERENCE)
        differing = cursor.fetchall()
    text = mark("Tầm quản lý: đơn vị {below} thuộc {above} không khớp với các quyết định.")
    return [Reason(text, {"above": above, "below": below}) for above, below in differing]


REACH_DIFFERENCE = """
    WITH fresh AS (
        SELECT f.ancestor_id, f.descendant_id, coalesce(lower(f.days), '-infinity') AS from_day,
               coalesce(upper(f.days), 'infinity') AS until_day
        FROM register_reach_of(ARRAY(SELECT DISTINCT organization_id FROM register_organizationspell)) f
    ), held AS (SELECT ancestor_id, descendant_id, from_day, until_day FROM register_reach)
    SELECT DISTINCT ancestor_id, descendant_id FROM (
        (SELECT * FROM fresh EXCEPT SELECT * FROM held)
        UNION ALL (SELECT * FROM held EXCEPT SELECT * FROM fresh)) differing
    ORDER BY 1, 2 LIMIT 20
"""
DIFFERENCE = """
    WITH fresh AS (
        SELECT f.* FROM register_lines_above(
            ARRAY(SELECT DISTINCT organization_id FROM register_organizationspell)) f
    ), held AS (SELECT ancestor_id, descendant_id, depth, effective FROM register_closure)
    SELECT ancestor_id, descendant_id, effective::text FROM (
        (SELECT * FROM fresh EXCEPT SELECT * FROM held)
        UNION ALL (SELECT * FROM held EXCEPT SELECT * FROM fresh)) differing
    ORDER BY 1, 2, 3 LIMIT 20
"""
