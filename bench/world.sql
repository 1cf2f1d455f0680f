-- Thế giới để đo: about 165,000 members in 9,000 cells, every value a hash of a number: no chance, no loader.
-- One act writes all of it, through the guard and the journal like any other: 20 people a cell, 17 of them members on a day.

-- r(k, salt): a number in [0, 1) for a row.
CREATE FUNCTION pg_temp.r(k bigint, salt bigint) RETURNS double precision LANGUAGE sql IMMUTABLE
    RETURN (hashint8extended(k, salt) & 1073741823) / 1073741824.0;
CREATE TEMPORARY TABLE bench_act AS
    SELECT basis_open_act('bench', 'do', 'Người đo') AS entry;
CREATE TEMPORARY TABLE bench_paper AS
    WITH paper AS (
        INSERT INTO basis_instrument (entry, kind, number_sign, issuer, signer, issued_year, issued_on, abstract, file_sha256)
        SELECT entry, 'danh_sach_ban_giao', 'BENCH', 'Tỉnh ủy', '', 2010, '2010-01-01', 'Thế giới để đo', '' FROM bench_act
        RETURNING id)
    SELECT id FROM paper;

-- Root 0, 12 districts, 100 communes, {cells} cells; a twentieth of the cells move to another commune.
CREATE TEMPORARY TABLE bench_unit AS
    SELECT n, CASE WHEN n = 0 THEN NULL WHEN n <= 12 THEN 0 WHEN n <= 112 THEN 1 + n %% 12 ELSE 13 + n %% 100 END AS above
    FROM generate_series(0, 112 + {cells}) n;
INSERT INTO register_organization (entry)
    SELECT entry FROM bench_unit, bench_act ORDER BY n;
ALTER TABLE bench_unit ADD COLUMN id bigint;
UPDATE bench_unit SET id = n + (SELECT max(id) FROM register_organization) - (112 + {cells});
INSERT INTO register_organizationspell
    (entry, basis_id, fixed_term, effective, organization_id, name, kind, level, parent_id, has_committee)
    SELECT a.entry, p.id, true,
        CASE WHEN moved THEN daterange('2010-01-01', '2025-07-01') ELSE daterange('2010-01-01', NULL) END,
        u.id, 'Đơn vị ' || u.n,
        CASE WHEN u.n = 0 THEN 'dang_bo_tinh' WHEN u.n <= 12 THEN 'dang_bo_cap_tren'
             WHEN u.n <= 112 THEN 'dang_bo_co_so' ELSE 'chi_bo' END,
        CASE WHEN u.n = 0 THEN 'tinh' WHEN u.n <= 12 THEN 'huyen' WHEN u.n <= 112 THEN 'xa' ELSE 'co_so' END,
        up.id, u.n %% 4 <> 0
    FROM bench_unit u LEFT JOIN bench_unit up ON up.n = u.above
        CROSS JOIN bench_act a CROSS JOIN bench_paper p
        CROSS JOIN LATERAL (SELECT u.n > 112 AND pg_temp.r(u.n, 1) < 0.05 AS moved) m;
INSERT INTO register_organizationspell
    (entry, basis_id, fixed_term, effective, organization_id, name, kind, level, parent_id, has_committee)
    SELECT a.entry, p.id, false, daterange('2025-07-01', NULL), u.id, 'Đơn vị ' || u.n, 'chi_bo', 'co_so', up.id, u.n %% 4 <> 0
    FROM bench_unit u JOIN bench_unit up ON up.n = 13 + (u.n + 7) %% 100 CROSS JOIN bench_act a CROSS JOIN bench_paper p
    WHERE u.n > 112 AND pg_temp.r(u.n, 1) < 0.05;

-- People: 16 a cell on a day, born 1935 to 2004, party days from their birth on.
CREATE TEMPORARY TABLE bench_person AS
    SELECT n, 113 + n %% {cells} AS cell, born,
        least(born + (6575 + 9000 * pg_temp.r(n, 3))::int, date '2024-12-01' - (n %% 900)::int) AS admitted,
        date '2012-01-01' + (4800 * pg_temp.r(n, 4))::int AS moves, pg_temp.r(n, 5) AS fate
    FROM generate_series(1, {cells} * 20) n,
        LATERAL (SELECT date '1935-01-01' + (25500 * pg_temp.r(n, 2))::int AS born) b;
ALTER TABLE bench_person ADD COLUMN id bigint;
INSERT INTO register_person (entry) SELECT entry FROM bench_person, bench_act;
UPDATE bench_person SET id = n + (SELECT max(id) FROM register_person) - {cells} * 20;
INSERT INTO register_personspell
    (entry, basis_id, fixed_term, effective, person_id, full_name, search_key, sort_key, birth_on, sex)
    SELECT entry, p.id, false, daterange('2010-01-01', NULL), w.id, 'Người ' || n, 'nguoi ' || n, 'nguoi ' || n, born,
        CASE WHEN pg_temp.r(n, 6) < 0.38 THEN 'nu' ELSE 'nam' END
    FROM bench_person w, bench_act, bench_paper p;
-- Each joined twenty days after the decision; official a year later.
CREATE TEMPORARY TABLE bench_member AS
    SELECT w.*, greatest(admitted + 20, date '2010-01-01') AS known, (admitted + interval '1 year 20 days')::date AS official,
        CASE WHEN fate < 0.12 THEN date '2013-01-01' + (4300 * pg_temp.r(n, 7))::int END AS leaves
    FROM bench_person w WHERE admitted < date '2025-01-01';
INSERT INTO members_partydays
    (entry, basis_id, fixed_term, effective, person_id, admitted_on, joined_on, official_on)
    SELECT entry, p.id, true, days, m.id, admitted, admitted + 20, became
    FROM bench_member m CROSS JOIN bench_act CROSS JOIN bench_paper p CROSS JOIN LATERAL (VALUES
        (CASE WHEN official > known THEN daterange(known, official) ELSE 'empty' END, NULL::date),
        (daterange(greatest(known, official), NULL), official)) s(days, became)
    WHERE NOT isempty(days) AND m.born IS NOT NULL;
-- Probation in the first cell, then a third moves to another cell on a day of its own; an eighth leaves.
INSERT INTO members_membership (entry, basis_id, fixed_term, effective, person_id, cell_id, status)
    SELECT entry, p.id, true, days * daterange(NULL, leaves), m.id, u.id, status
    FROM bench_member m CROSS JOIN bench_act CROSS JOIN bench_paper p
        CROSS JOIN LATERAL (SELECT CASE WHEN fate > 0.7 THEN greatest(moves, known + 1, official + 1) END AS moved) t
        CROSS JOIN LATERAL (VALUES
            (CASE WHEN official > known THEN daterange(known, official) ELSE 'empty' END, 'du_bi', cell),
            (daterange(greatest(known, official), moved), CASE WHEN fate < 0.15 THEN 'mien' ELSE 'chinh_thuc' END, cell),
            (CASE WHEN moved IS NULL THEN 'empty' ELSE daterange(moved, NULL) END, 'chinh_thuc', 113 + (cell + 5) %% {cells})
        ) s(days, status, place)
        JOIN bench_unit u ON u.n = s.place
    WHERE NOT isempty(days * daterange(NULL, leaves));
SELECT basis_close_act('', '', 'Thế giới để đo', '');
