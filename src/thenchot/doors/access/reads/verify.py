"""Kiểm tra các bức tường — the projections behind row policies, counted afresh and compared."""

from django.db import connection

from thenchot.ground.basis.models import Fact, fact_models
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.reads import reach_faults

PROJECTIONS = {
    mark("phạm vi của tài khoản"): (
        "SELECT actor, role, unit, from_day, until_day FROM access_fresh_scope",
        "SELECT actor, role, unit, from_day, until_day FROM basis_scope",
    ),
    mark("hồ sơ của chính mình"): (
        "SELECT actor, person, from_day, until_day FROM access_fresh_own",
        "SELECT actor, person, from_day, until_day FROM basis_own",
    ),
    mark("nơi một người thuộc về"): (
        "SELECT source, key, person, unit, from_day, until_day FROM register_fresh_tie"
        " UNION ALL SELECT source, key, person, unit, from_day, until_day FROM members_fresh_tie",
        "SELECT source, key, person, unit, from_day, until_day FROM basis_tie",
    ),
}


def access_faults() -> list[Reason]:
    """Sai lệch — of reach, scope, own files, ties and uses of papers; asked as the owner."""
    text = mark("Bảng chiếu «{name}»: {n} dòng không khớp với sổ.")
    found = reach_faults()
    with connection.cursor() as cursor:
        for name, (fresh, held) in PROJECTIONS.items():
            cursor.execute(
                f"SELECT count(*) FROM ((({fresh}) EXCEPT {held}) UNION ALL ({held} EXCEPT ({fresh}))) d"  # noqa: S608
            )
            if differing := cursor.fetchone()[0]:
                found.append(Reason(text, {"name": name, "n": differing}))
        cursor.execute(SIGHT)
        if differing := cursor.fetchone()[0]:
            found.append(Reason(text, {"name": mark("nơi một người thuộc về"), "n": differing}))
        missing = 0
        for model in fact_models():
            cursor.execute(_unused(model))
            missing += cursor.fetchone()[0]
        if missing:
            found.append(Reason(text, {"name": mark("chỗ dùng của văn bản"), "n": missing}))
    return found


SIGHT = """
    SELECT count(*) FROM basis_tie own WHERE own.sight_until <> (
        SELECT coalesce(min(next.from_day), 'infinity') FROM basis_tie next WHERE next.person = own.person
          AND CASE WHEN own.source = 'ho_so' THEN next.source <> 'ho_so'
                   ELSE next.source = own.source AND next.from_day >= own.until_day END)
"""


def _unused(model: type[Fact]) -> str:
    """How many live facts rest on a paper of which no use at all is noted."""
    return (
        f"SELECT count(*) FROM {model._meta.db_table} f"  # noqa: S608 — our own tables
        " WHERE NOT EXISTS (SELECT FROM basis_paperuse u WHERE u.paper = f.basis_id"
        " AND u.code <> 'basis.xem_van_ban')"
    )
