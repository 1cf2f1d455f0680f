"""Đối chứng chỉ tiêu — every indicator recounted for one unit and one period by plain temporal SQL.

Standard library only; whoever calls brings a connection. No seats, no profiles: ranges, joins and
`age()`, one query a figure. Slow and written apart from the code it judges.
"""

ON = "%(on)s::date"
DAYS = "daterange(%(start)s::date, %(until)s::date)"
OWN_DAY = "lower(r.effective)"


def under(cell, day):
    return (
        f"EXISTS (SELECT FROM register_closure c WHERE c.ancestor_id = %(unit)s"
        f" AND c.descendant_id = {cell} AND c.effective @> {day})"
    )


def stock(table, cell, more="true"):
    return (
        f"SELECT count(*) FROM {table} r WHERE r.effective @> {ON} AND {under(cell, ON)} AND {more}"
    )


def flow(table, cell, more="true", what="count(*)"):
    return f"SELECT {what} FROM {table} r WHERE {OWN_DAY} <@ {DAYS} AND {under(cell, OWN_DAY)} AND {more}"


def members(more="true"):
    return f"""
        SELECT count(*) FROM members_membership r
        JOIN register_personspell p ON p.person_id = r.person_id AND p.effective @> {ON}
        LEFT JOIN members_partydays d ON d.person_id = r.person_id AND d.effective @> {ON}
        WHERE r.effective @> {ON} AND {under("r.cell_id", ON)} AND {more}
    """


AGE = f"extract(year FROM age({ON}, p.birth_on))"
PARTY_AGE = f"""extract(year FROM age({ON},
    CASE WHEN d.official_on IS NULL THEN d.joined_on ELSE d.admitted_on END))"""
AGES = ((0, 30), (31, 35), (36, 40), (41, 50), (51, 60), (61, 999))
PARTY_AGES = ((0, 9), (10, 19), (20, 29), (30, 39), (40, 49), (50, 999))
WOMAN = f"""EXISTS (SELECT FROM register_personspell w WHERE w.person_id = r.person_id
    AND w.effective @> {OWN_DAY} AND w.sex = 'nu')"""
HOME = f"""(SELECT m.cell_id FROM members_membership m WHERE m.person_id = r.person_id
    AND lower(m.effective) <= {OWN_DAY} ORDER BY lower(m.effective) DESC LIMIT 1)"""
MOVED = ("members_movement", "coalesce(r.to_cell_id, r.from_cell_id)")
UNITS = ("register_organizationspell", "r.organization_id")
IS_CELL = "r.kind IN ('chi_bo', 'chi_bo_co_so')"
STANDING = "r.decider = 'ban_thuong_vu' AND r.matter"
SALARY = "('luong_thuong_xuyen', 'luong_truoc_han', 'xep_luong', 'tham_nien_vuot_khung')"
DECIDED = ("cadres_cadredecision", f"coalesce(r.organization_id, {HOME})")
COMMENDED = ("awards_commendation", f"coalesce(r.organization_id, {HOME})")
BADGES = ("awards_badge", HOME)
DISCIPLINED = ("oversight_discipline", "r.cell_id")
RESOLUTION = "r.occasion LIKE '%%Nghị quyết Trung ương 8 (khóa XI)%%'"


def plans(what, committee="true"):
    return f"""
        SELECT {what} FROM oversight_inspectionplan r
        JOIN register_organizationspell s ON s.organization_id = r.cell_id AND s.effective @> {ON}
        WHERE r.effective @> {ON} AND {under("r.cell_id", ON)}
          AND s.kind IN ('chi_bo', 'chi_bo_co_so') AND {committee}
    """


def entered(*figures):
    """Known only where every figure was entered for all days of the period."""
    within = f"""r.figure = '{{figure}}' AND lower(r.effective) >= %(start)s
        AND upper(r.effective) <= %(until)s AND {under("r.organization_id", OWN_DAY)}"""
    handed_in = " AND ".join(
        "(SELECT sum(upper(r.effective) - lower(r.effective)) FROM indicators_entered r"
        f" WHERE {within.format(figure=figure)}) >= %(until)s::date - %(start)s::date"
        for figure in figures
    )
    values = " + ".join(
        f"(SELECT sum(r.value) FROM indicators_entered r WHERE {within.format(figure=figure)})"
        for figure in figures
    )
    return f"SELECT CASE WHEN {handed_in} THEN {values} END"


JOINED = ("register_succession", "r.successor_id")
SUCCESSORS = "count(DISTINCT (successor_id, r.kind, lower(r.effective), basis_id))"
VISITS = ("kham_tai_chuc", "kham_nghi_huu", "kham_me_anh_hung")
FORMS = ("khien_trach", "canh_cao", "cach_chuc", "khai_tru")
QUERIES = {
    "dang-vien": members(),
    **{
        f"dang-vien.{status}": members(f"r.status = '{status}'")
        for status in ("du_bi", "chinh_thuc", "mien")
    },
    "dang-vien-nu": members("p.sex = 'nu'"),
    "dang-vien-chinh-thuc": members("r.status <> 'du_bi'"),
    "dang-vien-theo-tuoi": members(),
    **{
        f"dang-vien-theo-tuoi.{number}": members(f"{AGE} BETWEEN {low} AND {high}")
        for number, (low, high) in enumerate(AGES)
    },
    "dang-vien-theo-tuoi-dang": members(),
    **{
        f"dang-vien-theo-tuoi-dang.{number}": members(f"{PARTY_AGE} BETWEEN {low} AND {high}")
        for number, (low, high) in enumerate(PARTY_AGES)
    },
    "ket-nap": flow(*MOVED, "r.way = 'ket_nap'"),
    "ket-nap-nu": flow(*MOVED, f"r.way = 'ket_nap' AND {WOMAN}"),
    "cong-nhan-chinh-thuc": flow(*MOVED, "r.way = 'cong_nhan'"),
    "ra-khoi-dang": flow(*MOVED, "r.way IN ('xoa_ten', 'xin_ra', 'khai_tru')"),
    **{
        f"ra-khoi-dang.{way}": flow(*MOVED, f"r.way = '{way}'")
        for way in ("xoa_ten", "xin_ra", "khai_tru")
    },
    "to-chuc-co-so-dang": stock(*UNITS, "r.kind IN ('dang_bo_co_so', 'chi_bo_co_so')"),
    **{
        f"to-chuc-co-so-dang.{kind}": stock(*UNITS, f"r.kind = '{kind}'")
        for kind in ("dang_bo_co_so", "chi_bo_co_so")
    },
    "chi-bo": stock(*UNITS, IS_CELL),
    "chi-bo.co": stock(*UNITS, f"{IS_CELL} AND r.has_committee"),
    "chi-bo.khong": stock(*UNITS, f"{IS_CELL} AND NOT r.has_committee"),
    "sap-nhap-hop-nhat": flow(*JOINED, "true", SUCCESSORS),
    **{
        f"sap-nhap-hop-nhat.{kind}": flow(*JOINED, f"r.kind = '{kind}'", SUCCESSORS)
        for kind in ("sap_nhap", "hop_nhat", "chia", "tach")
    },
    "quyet-dinh-can-bo": flow(*DECIDED, f"{STANDING} NOT IN {SALARY}"),
    "quyet-dinh-luong": flow(*DECIDED, f"{STANDING} IN {SALARY}"),
    "huy-hieu": flow(*BADGES),
    **{
        f"huy-hieu.{timing}": flow(*BADGES, f"r.timing = '{timing}'")
        for timing in ("dung_han", "truoc_han", "truy_tang")
    },
    "huy-hieu-dot-3-2": flow(
        *BADGES,
        f"extract(month FROM {OWN_DAY}) = 2 AND extract(day FROM {OWN_DAY}) = 3",
    ),
    "huy-hieu-truoc-han": flow(*BADGES, "r.timing = 'truoc_han'"),
    "khen-thuong": flow(*COMMENDED),
    "khen-thuong.tap_the": flow(*COMMENDED, "r.organization_id IS NOT NULL"),
    "khen-thuong.ca_nhan": flow(*COMMENDED, "r.person_id IS NOT NULL"),
    "khen-thuong-nghi-quyet-8": flow(*COMMENDED, RESOLUTION),
    "khen-thuong-nghi-quyet-8.tap_the": flow(
        *COMMENDED, f"{RESOLUTION} AND r.organization_id IS NOT NULL"
    ),
    "khen-thuong-nghi-quyet-8.ca_nhan": flow(
        *COMMENDED, f"{RESOLUTION} AND r.person_id IS NOT NULL"
    ),
    "chi-bo-co-ke-hoach-kiem-tra": plans("count(*)"),
    "kiem-tra-chi-bo-co-chi-uy": plans("min(r.visits)", "s.has_committee"),
    "kiem-tra-chi-bo-khong-chi-uy": plans("min(r.visits)", "NOT s.has_committee"),
    "cuoc-kiem-tra": plans("coalesce(sum(r.visits), 0)"),
    "cuoc-kiem-tra.co": plans("coalesce(sum(r.visits), 0)", "s.has_committee"),
    "cuoc-kiem-tra.khong": plans("coalesce(sum(r.visits), 0)", "NOT s.has_committee"),
    "ky-luat": flow(*DISCIPLINED),
    **{f"ky-luat.{form}": flow(*DISCIPLINED, f"r.form = '{form}'") for form in FORMS},
    "kham-chua-benh": entered(*VISITS),
    **{f"kham-chua-benh.{figure}": entered(figure) for figure in VISITS},
    "nha-dai-doan-ket": entered("nha_dai_doan_ket"),
    "phan-qua": entered("phan_qua"),
    "gia-tri-cham-lo": entered("gia_tri_cham_lo"),
}


def recount(connection, code, unit, start, until, on):
    """One figure as the tables give it; None where there is nothing to say."""
    values = {"unit": unit, "start": start, "until": until, "on": on}
    (found,) = connection.execute(QUERIES[code], values).fetchone()
    return None if found is None else int(found)
