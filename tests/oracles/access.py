"""Đối chứng của quyền — who may list, count and write which row, retold from docs/security/access.md.

Standard library only and nothing of the product: plain rows in, one yes or no out. Answers about
one world are remembered, as the same few questions come again and again.
"""

from dataclasses import dataclass, field, make_dataclass, replace
from datetime import timedelta
from functools import cache

FOUNDER, NEVER_LENT = (
    "khoi-tao",
    {
        "quan_tri_he_thong",
        "lanh_dao_ban",
        "uy_ban_kiem_tra",
        "nguoi_soan_thao",
        "dang_vien",
    },
)
PUBLIC = {"nghi_quyet", "ke_hoach", "de_an", "ket_luan", "thong_bao", "quy_dinh", "huong_dan"}
PUBLIC |= {"dieu_le"}

# Plain data; days run from `start` to before `until` (none: without end).
Spell = make_dataclass("Spell", ["org", "parent", "start", "until"], frozen=True)
Succession = make_dataclass("Succession", ["pred", "succ", "start"], frozen=True)
Grant = make_dataclass("Grant", ["account", "role", "unit", "start", "until"], frozen=True)
Holder = make_dataclass("Holder", ["account", "person", "start", "until"], frozen=True)
Acting = make_dataclass("Acting", ["deputy", "principal", "start", "until"], frozen=True)
Tie = make_dataclass("Tie", ["person", "kind", "unit", "start", "until"], frozen=True)
Opening = make_dataclass("Opening", ["actor", "kind", "person", "at"], frozen=True)


@dataclass(eq=False)
class World:
    """Everything the rule looks at. A grant without a unit is for the whole office."""

    roles: dict[str, frozenset[str]]
    spells: list
    successions: list
    holders: list
    grants: list
    actings: list
    granted_ever: bool
    ties: list  # of kind sinh_hoat, cong_tac, chuc_vu, ho_so
    posts: dict[int, set[int]]  # every organization a post has ever belonged to
    facts: dict[int, list] = field(default_factory=dict)  # what rests on a paper, now or formerly
    asked: list = field(default_factory=list)  # parts of papers asked of units and people


def on(days, day):
    return days.start <= day and (days.until is None or day < days.until)


def state(world, unit, day):
    return next((s for s in world.spells if s.org == unit and on(s, day)), None)


def stand_ins(world, unit, day):
    """The X of the page: units that exist on the day, found from `unit`."""
    found, waiting, passed = set(), [unit], {None}
    while waiting:
        at = waiting.pop()
        if at in passed:
            continue
        passed.add(at)
        spells = sorted((s for s in world.spells if s.org == at), key=lambda s: s.start)
        begun = [s for s in spells if s.start <= day]
        successors = [s for s in world.successions if s.pred == at]
        if state(world, at, day):
            found.add(at)
        elif begun and successors:
            waiting += [s.succ for s in successors if s.start <= day]
        elif begun:
            waiting.append(begun[-1].parent)
        elif spells:
            waiting.append(spells[0].parent)
    return found


def above(world, unit, day):
    """The units that stand above `unit` in the tree of the day."""
    found, at = [], state(world, unit, day)
    while at and at.parent is not None and at.parent not in found:
        found.append(at.parent)
        at = state(world, at.parent, day)
    return found


@cache
def answers_for(world, a, u, day):
    return any(a == x or a in above(world, x, day) for x in stand_ins(world, u, day))


@cache
def live_grants(world, actor, day):
    first, _, second = actor.partition(">")
    accounts = [int(each) for each in (first, second) if each.isdigit()]
    is_open = {h.account for h in world.holders if on(h, day)}
    if not accounts or not is_open.issuperset(accounts):
        return []
    acting = {(a.deputy, a.principal) for a in world.actings if on(a, day)}
    if second and tuple(accounts) not in acting:
        return []
    given = [g for g in world.grants if g.account == accounts[-1] and on(g, day)]
    return [g for g in given if not (second and g.role in NEVER_LENT)]


@cache
def holds(world, actor, right, unit, day):
    """Whether the right is held in `unit`; without a unit: in the whole office."""
    if actor == FOUNDER:
        return not world.granted_ever
    for grant in live_grants(world, actor, day):
        rights = world.roles[grant.role]
        if right in rights and (grant.unit is None or answers_for(world, grant.unit, unit, day)):
            return True
        if right == "register.xem_to_chuc" and rights and unit in above(world, grant.unit, day):
            return True
    return False


@cache
def holds_somewhere(world, actor, right, day):
    return any(holds(world, actor, right, u, day) for u in {None, *(s.org for s in world.spells)})


@cache
def works_here(world, actor, day):
    rights = set().union(*world.roles.values())
    return any(holds_somewhere(world, actor, right, day) for right in rights)


@cache
def own_person(world, actor, day):
    """The person whose file the actor reads as their own."""
    if ">" in actor or not any(g.role == "dang_vien" for g in live_grants(world, actor, day)):
        return None
    return next((h.person for h in world.holders if str(h.account) == actor), None)


@cache
def ties_of(world, person):
    return [tie for tie in world.ties if tie.person == person]


def still_stands(tie, of_person, day):
    if tie.kind == "ho_so":
        return not any(t.kind != "ho_so" and t.start <= day for t in of_person)
    later = (t for t in of_person if t.kind == tie.kind and tie.until and tie.until <= t.start)
    return tie.start <= day and not any(t.start <= day for t in later)


@dataclass(frozen=True)
class Line:
    """A line of the page: the right, the columns naming units, which ties count, who is named.

    `person` is the column of the person whose ties and own file are meant; `kind`: sensitive, what
    must have been opened with a reason.
    """

    right: str
    units: tuple[str, ...] = ()
    ties: str = ""  # "ever": any unit the person was ever tied to; "still": whose tie still stands
    own: bool = False
    accounts: tuple[str, ...] = ()
    person: str = "person_id"
    kind: str = ""
    named: str = ""  # the column of a part asked that names the row


OPEN = {"register_organization", "register_person", "register_post", "basis_parameter"}
OPEN |= {"basis_exchangedday"}
OPEN |= {"register_competence", "access_holder", "positions_jobposition", "positions_competency"}
OF_AN_ORGAN = {"documents_relation", "documents_cascade", "documents_shelved"}  # read by all
OPEN |= {"documents_retention", "documents_notentered", *OF_AN_ORGAN}
BY_AUTHOR = {"basis_journalentry": "actor_id", "basis_disclosure": "actor"}
CELL = Line("members.xem", ("cell_id",), own=True)
UNIT = Line("register.xem", ("organization_id",))
IN_UNIT = Line("register.xem", ("organization_id",), own=True)
FIGURES = Line("indicators.xem", ("organization_id",))
STAFF = Line("positions.xem", ("organization_id",))
PAPERS = Line("documents.xem", ("organization_id",))
DRAFTS = Line("drafting.xem", ("unit_id",))
SCHEME = Line("register.xem", ("kept_by_id",))
SCHEMES = [f"reorganisation_scheme{e}" for e in ["", "step", "post", "place", "consent", "postend"]]
WRITINGS = [f"drafting_draft{e}" for e in ["paper", "version", "opinion", "step", "person"]]
LINES = {
    "register_organizationspell": Line("register.xem_to_chuc", ("organization_id",)),
    "register_succession": Line("register.xem_to_chuc", ("predecessor_id", "successor_id")),
    "register_postspell": Line("register.xem", ("organization_id",)),
    "register_posting": Line("register.xem", own=True),  # through its post
    "register_employment": Line("register.xem", ("organization_id",), own=True),
    "register_personspell": Line("register.xem", ties="ever", own=True),
    "members_admission": CELL,
    "members_membership": CELL,
    "members_seat": CELL,
    "members_consent": Line("members.xem", ties="still", own=True),
    "members_reportedchange": Line("members.xem", ("cell_id",)),
    "members_partydays": Line("members.xem", ties="still", own=True),
    "members_movement": Line("members.xem", ("from_cell_id", "to_cell_id"), own=True),
    "oversight_discipline": Line("oversight.xem_ten", ("cell_id",), own=True, kind="ky_luat"),
    "oversight_inspectionplan": Line("oversight.xem", ("cell_id",)),
    "awards_badge": Line("awards.xem", ties="still", own=True),
    "awards_commendation": Line("awards.xem", ("organization_id",), "still", own=True),
    "cadres_cadredecision": Line("cadres.xem", ("organization_id",), "still", own=True),
    "cadres_qualification": Line("register.xem", ties="ever", own=True),
    "positions_jobdescription": STAFF,
    "positions_descriptiondraft": STAFF,
    "positions_staffquota": STAFF,
    "positions_personcompetency": Line("positions.xem", ties="still", own=True),
    "committees_committeeterm": UNIT,
    "committees_committeeseat": IN_UNIT,
    "committees_committeestep": IN_UNIT,
    "committees_body": UNIT,
    "committees_bodymember": IN_UNIT,
    "committees_workingpaper": UNIT,
    "committees_pilot": UNIT,
    **dict.fromkeys(SCHEMES, SCHEME),
    "reorganisation_schemequota": Line("positions.xem", ("kept_by_id",)),
    "identity_personnumber": Line("identity.xem_so", ties="still", own=True, kind="so_dinh_danh"),
    "identity_personmerge": Line("register.xem", ties="ever", own=True, person="kept_id"),
    "identity_persondistinct": Line("register.xem", ties="ever", own=True, person="one_id"),
    "documents_numbersource": PAPERS,
    "documents_series": PAPERS,
    "documents_outgoing": Line("documents.xem", ("organization_id", "drafted_by_id")),
    "documents_incoming": replace(PAPERS, named="incoming_id"),
    "documents_direction": replace(PAPERS, named="direction_id"),
    "documents_delegation": PAPERS,
    "documents_posted": PAPERS,
    "documents_delivery": PAPERS,
    "documents_loan": PAPERS,
    "documents_copy": PAPERS,
    "documents_dossier": PAPERS,
    "documents_filed": PAPERS,
    **dict.fromkeys(WRITINGS, DRAFTS),
    "drafting_submissionpiece": DRAFTS,
    "sittings_sitting": Line("drafting.xem", ("organization_id",)),
    "sittings_item": Line("drafting.xem", ("organization_id", "unit_id")),
    "sittings_slip": Line("drafting.xem", ("organization_id",)),
    "documents_assignment": Line("documents.xem", ("organization_id", "unit_id"), own=True),
    "documents_asked": Line("documents.xem", ("organization_id", "unit_id")),
    "indicators_target": FIGURES,
    "indicators_entered": FIGURES,
    "reports_frozenreport": FIGURES,
    "basis_journalchange": Line("basis.xem_nhat_ky"),
    "access_holder": Line("", accounts=("account_id",)),  # and whoever works here
    "access_grant": Line("access.xem", ("unit_id",), accounts=("account_id",)),
    "access_actingfor": Line("access.xem", accounts=("deputy_id", "principal_id")),
    "access_apitoken": Line("access.xem", accounts=("account_id",)),
    "access_proposal": Line(
        "access.xem", ("unit_id",), accounts=("account_id", "proposed_by_id", "decided_by_id")
    ),
}


ASKED = "documents_assignment"


def parts_of(world, table, row):
    """The parts asked that name the row."""
    named = LINES[table].named if table in LINES else ""
    return [part for part in world.asked if part[named] == row["id"]] if named else []


def own_units(table, row):
    """The units a row names by itself."""
    return {row[name] for name in LINES[table].units} - {None}


def places(world, table, row, day):
    """Where the row belongs; none stands for the whole office."""
    units, ties = {None, *own_units(table, row)}, LINES[table].ties
    if table == "register_posting":
        units |= world.posts.get(row["post_id"], set())
    found = ties_of(world, row[LINES[table].person]) if ties else ()
    return units | {t.unit for t in found if ties == "ever" or still_stands(t, found, day)}


def is_own(world, actor, table, row, day):
    if any(str(row[name]) == actor.split(">")[0] for name in LINES[table].accounts):
        return True
    person = own_person(world, actor, day)
    line = LINES[table]
    return line.own and person is not None and row[line.person] == person


def may_list(world, actor, table, row, day, openings=(), now=None):
    """Whether the actor sees the row on the office day; `openings` of sensitive rows until `now`."""
    table = table.removesuffix("_history")
    if table == "basis_instrument":
        return may_see_paper(world, actor, row, day)
    kind = LINES[table].kind if table in LINES else ""
    if kind and not is_own(world, actor, table, row, day):
        return may_know(world, actor, table, row, day) and any(
            (o.actor, o.kind) == (actor, kind)
            and o.person in (None, row["person_id"])
            and now - o.at < timedelta(minutes=30)
            for o in openings
        )
    return may_know(world, actor, table, row, day)


def may_know(world, actor, table, row, day):
    """Sees the row, or may open it where it is sensitive."""
    if table in BY_AUTHOR:
        return row[BY_AUTHOR[table]] == actor or holds(world, actor, "basis.xem_nhat_ky", None, day)
    if table in LINES and is_own(world, actor, table, row, day):
        return True
    if any(may_know(world, actor, ASKED, part, day) for part in parts_of(world, table, row)):
        return True
    if table in OPEN:
        return works_here(world, actor, day)
    rights = [LINES[table].right]
    if row.get("way") == "khai_tru":
        rights.append("members.xem_khai_tru")
    return any(
        all(holds(world, actor, right, unit, day) for right in rights)
        for unit in places(world, table, row, day)
    )


def may_see_paper(world, actor, row, day):
    if holds(world, actor, "basis.xem_van_ban", row["kept_by"], day):  # without: the office's
        return True
    if row["kind"] in PUBLIC and works_here(world, actor, day):
        return True
    return sees_a_fact_of(world, actor, row["id"], day)


@cache
def sees_a_fact_of(world, actor, paper, day):
    for table, fact in world.facts.get(paper, []):
        former_posting = table == "register_posting" and "history_id" in fact
        if not former_posting and may_know(world, actor, table, fact, day):
            return True
        who = table in LINES and fact.get(LINES[table].person)
        about = who and (LINES[table].ties or not own_units(table, fact))
        if about and may_know(world, actor, "register_personspell", {"person_id": who}, day):
            return True
    return False


NOT_COUNTED = {*OPEN, *BY_AUTHOR, "basis_journalchange"}
UNCOUNTED = {"positions.xem", "documents.xem", "drafting.xem", "identity.xem_so"}
NOT_COUNTED |= {table for table, line in LINES.items() if line.right in UNCOUNTED}
NOT_COUNTED |= {"access_grant", "access_actingfor", "access_proposal", "access_apitoken"}


def may_count(world, actor, table, row, day, openings=(), now=None):
    """Whether the row may be counted: by all who may read some unit's figures, or list it."""
    counted = table.removesuffix("_history") not in NOT_COUNTED
    if counted and holds_somewhere(world, actor, "indicators.xem", day):
        return True
    return may_list(world, actor, table, row, day, openings, now)


OFFICE_WIDE = {"basis_parameter", "basis_exchangedday", "register_competence"}
OFFICE_WIDE |= {"positions_competency", "documents_retention", "documents_notentered"}
OFFICE_WIDE |= {"access_holder", "access_grant"}
OFFICE_WIDE |= {"access_actingfor", "access_proposal", "access_apitoken"}


def may_write(world, actor, right, table, row, day):
    """Whether an act of `right` may write the row: in every unit it names, or else somewhere."""
    if table in OFFICE_WIDE:
        return holds(world, actor, right, None, day)
    if table == "basis_instrument":  # the unit that keeps it, or the office
        return holds(world, actor, right, row["kept_by"], day)
    if table == "register_posting":  # an organization of its post
        return any(holds(world, actor, right, u, day) for u in world.posts.get(row["post_id"], ()))
    units = own_units(table, row) if table in LINES else set()
    if table in OF_AN_ORGAN:
        units = {row["organization_id"]}
    if table == ASKED:  # whoever is asked answers
        own = is_own(world, actor, table, row, day) and holds_somewhere(world, actor, right, day)
        return own or any(holds(world, actor, right, unit, day) for unit in units)
    if units:
        return all(holds(world, actor, right, unit, day) for unit in units)
    return holds_somewhere(world, actor, right, day)


def may_read_in_act(world, actor, right, table, row, day, openings=(), now=None):
    """Whether the row is read inside an act: also where its right is held in a unit it names, or,
    of a sensitive row about a person alone, in one whose tie with the person still stands."""
    if may_list(world, actor, table, row, day, openings, now):
        return True
    table = table.removesuffix("_history")
    if any(
        may_read_in_act(world, actor, right, ASKED, part, day)
        for part in parts_of(world, table, row)
    ):
        return True
    line = LINES.get(table)
    if table == "members_seat" or line is None or not (line.units or line.kind):
        return False
    units = {None, *own_units(table, row)} if line.units else places(world, table, row, day)
    return any(holds(world, actor, right, unit, day) for unit in units)
