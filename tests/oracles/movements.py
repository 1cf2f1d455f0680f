"""Đối chứng của biến động — plain SQL: heads conserved, nine members, quarters, posts."""

QUARTERS = """
    quarters AS (
        SELECT d::date AS start, (d + interval '3 months')::date AS until
        FROM generate_series('2021-01-01'::timestamp, '2025-01-01', '3 months') d),
    bodies AS (
        SELECT DISTINCT organization_id AS body FROM register_organizationspell WHERE kind = 'dang_bo_cap_tren'),
    below AS (
        SELECT DISTINCT ancestor_id AS body, descendant_id AS cell FROM register_closure
        WHERE ancestor_id IN (SELECT body FROM bodies))
"""

# members at the start + those who came − those who left = members at the end, for each body
DIFFERENT = f"""
    WITH {QUARTERS},
    stock AS (
        SELECT q.start AS day, below.body, count(*) AS members
        FROM quarters q JOIN members_membership m ON m.effective @> q.start
        JOIN below ON below.cell = m.cell_id GROUP BY 1, 2),
    moves AS (
        SELECT below.body, lower(m.effective) AS day, 1 AS change
        FROM members_movement m JOIN below ON below.cell = m.to_cell_id WHERE m.way <> 'cong_nhan'
        UNION ALL
        SELECT below.body, lower(m.effective), -1
        FROM members_movement m JOIN below ON below.cell = m.from_cell_id WHERE m.way <> 'cong_nhan'),
    flow AS (
        SELECT q.start AS day, m.body, sum(m.change) AS change
        FROM quarters q JOIN moves m ON m.day > q.start AND m.day <= q.until GROUP BY 1, 2)
    SELECT q.start, b.body, opening.members, flow.change, closing.members
    FROM quarters q CROSS JOIN bodies b
    JOIN stock closing ON closing.day = q.until AND closing.body = b.body
    LEFT JOIN stock opening ON opening.day = q.start AND opening.body = b.body
    LEFT JOIN flow ON flow.day = q.start AND flow.body = b.body
    WHERE coalesce(opening.members, 0) + coalesce(flow.change, 0) <> closing.members
"""

# a committee exactly where nine official members are, on the day
OFF_THE_RULE = """
    SELECT s.organization_id, s.name, s.has_committee, count(m.id)
    FROM register_organizationspell s LEFT JOIN members_membership m
      ON m.cell_id = s.organization_id AND m.effective @> %(day)s::date AND m.status <> 'du_bi'
    WHERE s.kind IN ('chi_bo', 'chi_bo_co_so') AND s.effective @> %(day)s::date
    GROUP BY 1, 2, 3 HAVING s.has_committee <> (count(m.id) >= 9)
"""

# districts and quarters in which nobody was admitted, recognised, transferred, or left
EMPTY_QUARTERS = f"""
    WITH {QUARTERS},
    ways(way) AS (VALUES ('ket_nap'), ('cong_nhan'), ('chuyen_trong_tinh'), ('ra'))
    SELECT q.start, s.name, w.way
    FROM quarters q CROSS JOIN ways w JOIN register_organizationspell s
      ON s.kind = 'dang_bo_cap_tren' AND s.level = 'huyen' AND s.effective @> q.start
    WHERE q.until <= '2025-04-01' AND NOT EXISTS (
        SELECT FROM members_movement m JOIN below ON below.cell = coalesce(m.to_cell_id, m.from_cell_id)
        WHERE below.body = s.organization_id AND m.effective <@ daterange(q.start, q.until)
          AND CASE WHEN w.way = 'ra' THEN m.to_cell_id IS NULL ELSE m.way = w.way END)
"""

# facts that are no longer as first recorded, and all facts ever recorded
SHARE_CHANGED = """
    SELECT count(DISTINCT (table_name, key)) FILTER (WHERE operation <> 'I'),
           count(DISTINCT (table_name, key))
    FROM basis_journalchange WHERE table_name <> 'basis_instrument'
"""

HELD_AFTER_DISCIPLINE = """
    SELECT d.person_id FROM oversight_discipline d JOIN register_posting p ON p.person_id = d.person_id
    WHERE p.effective && daterange(lower(d.effective), NULL)
"""
