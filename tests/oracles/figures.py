"""Đối chứng số liệu — the published figures recounted in plain SQL from the tables themselves.

Standard library only; whoever calls brings a connection. Each entry: figure, question, value asked
for by the published table, and whether it must be met exactly or at least.
"""

IN_YEAR = "effective && daterange(make_date(%(year)s, 1, 1), make_date(%(year)s + 1, 1, 1))"
ADMITTED = f"""
    SELECT count(*) FROM members_movement m WHERE way = 'ket_nap' AND {IN_YEAR}
"""
BELOW = """
    AND EXISTS (SELECT FROM register_closure c JOIN register_organizationspell s
                ON s.organization_id = c.ancestor_id AND s.effective @> lower(m.effective)
                WHERE c.descendant_id = m.to_cell_id AND c.effective @> lower(m.effective)
                  AND s.name = %(unit)s)
"""
CELLS = "register_organizationspell WHERE kind IN ('chi_bo', 'chi_bo_co_so') AND effective @> %(day)s::date"
QUARTER_2023 = "daterange('2023-01-01', '2023-04-01')"
SALARY = "('luong_thuong_xuyen', 'luong_truoc_han', 'xep_luong', 'tham_nien_vuot_khung')"
DISCIPLINED = "SELECT count(*) FROM oversight_discipline WHERE effective <@ {days}"
BY_FORM = f"{DISCIPLINED.format(days=QUARTER_2023)} AND form = %(form)s"
COMMENDED = f"""
    SELECT count(*) FROM awards_commendation WHERE effective <@ {QUARTER_2023}
    AND occasion LIKE '%%10 năm thực hiện Nghị quyết Trung ương 8 (khóa XI)%%'
"""
DISTRICT_2016 = """
    SELECT organization_id FROM register_organizationspell
    WHERE name = 'Đảng bộ huyện Vị Thủy' AND effective @> '2016-12-31'::date
"""
MEMBERS_2016 = f"""
    SELECT m.* FROM members_membership m JOIN register_closure c
    ON c.descendant_id = m.cell_id AND c.effective @> '2016-12-31'::date
    WHERE m.effective @> '2016-12-31'::date AND c.ancestor_id = ({DISTRICT_2016})
"""

DESCRIBED = """
    SELECT count(*) FROM (
        SELECT min(lower(d.effective)) AS began FROM positions_jobdescription d
        JOIN register_closure c ON c.descendant_id = d.organization_id
            AND c.effective @> lower(d.effective)
        JOIN register_organizationspell s ON s.organization_id = c.ancestor_id
            AND s.effective @> lower(d.effective)
        WHERE s.name = %(unit)s GROUP BY d.position_id
    ) first WHERE began BETWEEN '2024-01-01' AND '2024-12-31'
"""

FIGURES = {
    "F01": (DESCRIBED, {"unit": "Đảng bộ huyện Châu Thành A"}, 68),
    "F02": (ADMITTED + BELOW, {"year": 2024, "unit": "Đảng bộ huyện Châu Thành A"}, 150),
    "F04": (ADMITTED, {"year": 2024}, 1347),
    "F23": (
        f"SELECT count(*) FROM cadres_cadredecision WHERE effective <@ {QUARTER_2023}"
        f" AND decider = 'ban_thuong_vu' AND matter NOT IN {SALARY}",
        {},
        17,
    ),
    "F24": (
        f"SELECT count(*) FROM cadres_cadredecision WHERE effective <@ {QUARTER_2023}"
        f" AND decider = 'ban_thuong_vu' AND matter IN {SALARY}",
        {},
        13,
    ),
    "F29": (
        "SELECT count(DISTINCT person_id) FROM awards_badge WHERE effective @> '2023-02-03'::date",
        {},
        106,
    ),
    "F30": (
        f"SELECT count(*) FROM awards_badge WHERE effective <@ {QUARTER_2023} AND timing = 'truoc_han'",
        {},
        2,
    ),
    "F31": (COMMENDED + "AND organization_id IS NOT NULL", {}, 10),
    "F32": (COMMENDED + "AND person_id IS NOT NULL", {}, 19),
    "F36": (
        f"SELECT count(DISTINCT p.cell_id) FROM oversight_inspectionplan p WHERE p.effective @> %(day)s::date"
        f" AND p.cell_id IN (SELECT organization_id FROM {CELLS})",
        {"day": "2023-03-31"},
        1899,
    ),
    "F37": (f"SELECT count(*) FROM {CELLS} AND has_committee", {"day": "2023-03-31"}, 1462),
    "F38": (f"SELECT count(*) FROM {CELLS} AND NOT has_committee", {"day": "2023-03-31"}, 437),
    "F41": (DISCIPLINED.format(days=QUARTER_2023), {}, 25),
    "F42": (BY_FORM, {"form": "khien_trach"}, 19),
    "F43": (BY_FORM, {"form": "canh_cao"}, 2),
    "F44": (BY_FORM, {"form": "cach_chuc"}, 1),
    "F45": (BY_FORM, {"form": "khai_tru"}, 3),
    "F46": (
        f"SELECT count(*) FROM register_organizationspell WHERE parent_id = ({DISTRICT_2016})"
        " AND effective @> '2016-12-31'::date AND kind IN ('dang_bo_co_so', 'chi_bo_co_so')",
        {},
        51,
    ),
    "F47": (
        "SELECT count(*) FROM (SELECT successor_id FROM register_succession s"
        " WHERE effective && daterange('2016-05-01', '2016-06-01')"
        " AND lower(effective) >= '2016-05-01' GROUP BY 1 HAVING count(*) = 2) united",
        {},
        1,
    ),
    "F52": (DISCIPLINED.format(days="daterange('2022-01-01', '2022-04-01')"), {}, 27),
}
AT_LEAST = {
    "F48": (
        f"SELECT min(members) FROM (SELECT m.cell_id, count(*) FILTER (WHERE m.status <> 'du_bi') AS members"
        f" FROM ({MEMBERS_2016}) m JOIN register_organizationspell s ON s.organization_id = m.cell_id"
        " AND s.effective @> '2016-12-31'::date WHERE s.name ~ '^Chi bộ (ấp|khu vực) ' GROUP BY 1) hamlets",
        {},
        10,
    ),
    "F53": (f"SELECT count(*) FROM ({MEMBERS_2016}) m", {}, 3400),
}


def recount(connection):
    """Each figure as the tables give it: {id: number}."""
    found = {}
    for figure, (query, values, _) in (FIGURES | AT_LEAST).items():
        found[figure] = connection.execute(query, values).fetchone()[0]
    return found
