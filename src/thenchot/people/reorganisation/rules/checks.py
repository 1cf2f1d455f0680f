"""Soát đề án — why its lines cannot stand, each line by itself and all of them together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from thenchot.ground.plain.months import add_months
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import change_day_faults, numbered, title_faults
from thenchot.ground.register.words import CELLS, PARTY
from thenchot.people.positions.rules.quotas import assigned_faults
from thenchot.people.reorganisation.rules.plan import Plan
from thenchot.people.reorganisation.rules.rows import (
    GivenQuota,
    PlaceRow,
    PostEnd,
    PostRow,
    StepRow,
    Tree,
    UnitNow,
    Where,
)
from thenchot.people.reorganisation.words import (
    CHANGING,
    CONTINUED,
    ENDING,
    GOING,
    NAMING,
    TYPING,
    Stay,
    Verb,
)

SHORT_ON_UNITS = mark("Nguyên tắc sắp xếp: mỗi đơn vị đi về đâu phải rõ")
FIRST_DAY, FURTHEST_YEARS = date(1930, 2, 3), 10
LONGEST_CHARGE = 4000
HALF_A_PLACE = Fraction(1, 20_000)  # shares are kept to four places: three times 1/3 is 0.9999


def effect_day_faults(day: date, today: date) -> list[Reason]:
    """Ngày hiệu lực — after the Party was founded, and not further ahead than anybody plans."""
    if FIRST_DAY <= day <= add_months(today, 12 * FURTHEST_YEARS):
        return []
    text = mark("Ngày hiệu lực phải từ {first:%d/%m/%Y} và không quá {n} năm nữa.")
    return [Reason(text, {"first": FIRST_DAY, "n": FURTHEST_YEARS}, field="from_day")]


def shape_faults(step: StepRow) -> list[Reason]:
    """Thiếu gì — what the verb needs and the line does not say."""
    faults = []
    if step.verb is Verb.FOUND and step.unit is not None:
        faults.append(Reason(mark("Đơn vị mới chưa có trong sổ; không chọn đơn vị."), field="unit"))
    if step.verb is not Verb.FOUND and step.unit is None:
        faults.append(Reason(mark("Hãy chọn đơn vị."), field="unit"))
    if step.verb in GOING and step.into is None:
        faults.append(Reason(mark("Hãy chọn nơi đến."), field="into"))
    if step.verb in NAMING:
        faults += title_faults(step.name)
    if step.verb in TYPING and step.kind is None:
        faults.append(Reason(mark("Hãy chọn loại tổ chức."), field="kind"))
    if step.verb in TYPING and step.level is None:
        faults.append(Reason(mark("Hãy chọn cấp."), field="level"))
    if step.into and step.unit is not None and step.into.unit == step.unit:
        faults.append(Reason(mark("Nơi đến phải là đơn vị khác."), field="into"))
    if step.share is not None and not 0 < step.share <= 1:
        faults.append(Reason(mark("Phần chia phải lớn hơn 0 và không quá 1."), field="share"))
    if len(step.charge) > LONGEST_CHARGE:
        text = mark("Chức năng, nhiệm vụ dài quá {n} ký tự.")
        faults.append(Reason(text, {"n": LONGEST_CHARGE}, field="charge"))
    return faults


def unit_faults(step: StepRow, tree: Tree) -> list[Reason]:
    """Đơn vị của dòng — stands on the effect day, and nothing is recorded of it after that."""
    if step.unit is None:
        return []
    now = tree.units.get(step.unit)
    if now is None:
        text = mark("Đơn vị này không tồn tại vào ngày {day:%d/%m/%Y}.")
        return [Reason(text, {"day": tree.day}, field="unit")]
    faults = [replace(fault, field="unit") for fault in change_day_faults(now.days, tree.day)]
    if not faults and now.changes_later:
        text = mark("«{name}» đã có thay đổi ghi sau ngày {day:%d/%m/%Y}; hãy xử lý trước.")
        faults = [Reason(text, {"name": now.name, "day": tree.day}, field="unit")]
    return faults


def going_faults(step: StepRow, plan: Plan, tree: Tree) -> list[Reason]:
    """Nơi đến của dòng — stands on the effect day and stays, or is founded by the scheme."""
    where = step.into
    if where is None:
        return []
    if where.step is not None:
        if where.step not in plan.founded:
            return [Reason(mark("Không có dòng thành lập nơi đến."), field="into")]
        return []
    now = tree.units.get(where.unit or 0)
    if now is None:
        text = mark("Nơi đến không tồn tại vào ngày {day:%d/%m/%Y}.")
        return [Reason(text, {"day": tree.day}, field="into")]
    if where.unit in plan.ended:
        text = mark("«{name}» cũng thôi hoạt động theo đề án; không thể là nơi đến.")
        return [Reason(text, {"name": now.name}, field="into")]
    if step.verb is Verb.UNITE:
        text = mark("Hợp nhất thành một đơn vị mới; đi vào đơn vị đang có là sáp nhập.")
        return [Reason(text, field="into")]
    return []


def continued_faults(step: StepRow, plan: Plan, tree: Tree) -> list[Reason]:
    """Kế tục khác loại — a party organization that ends goes on in one, an agency in an agency."""
    now = tree.units.get(step.unit or 0)
    if step.verb not in CONTINUED.keys() & ENDING or now is None or step.into is None:
        return []
    becomes = plan.kind_at(step.into, tree)
    if becomes is None or (now.kind in PARTY) is (becomes in PARTY):
        return []
    text = mark("«{name}» là {was}, không thể kế tục ở {becomes}.")
    values = {"name": now.name, "was": now.kind, "becomes": becomes}
    return [Reason(text, values, field="into")]


def together_faults(steps: Sequence[StepRow], plan: Plan, tree: Tree) -> list[Reason]:
    """Các dòng với nhau — a unit ends by one verb, and then nothing else happens to it."""
    verbs: dict[int, list[StepRow]] = defaultdict(list)
    for step in steps:
        if step.unit is not None:
            verbs[step.unit].append(step)
    faults = []
    for unit, lines in verbs.items():
        name = _name(tree, unit)
        ends = {line.verb for line in lines if line.verb in ENDING}
        if len(ends) > 1 or (ends and any(line.verb in CHANGING for line in lines)):
            text = mark("«{name}» vừa thôi vừa còn dòng khác; hãy bỏ bớt một.")
            faults.append(Reason(text, {"name": name}, SHORT_ON_UNITS, _field(lines[-1])))
        many = Counter(line.verb for line in lines)
        for verb in many.keys() & (CHANGING | (ENDING - {Verb.DIVIDE})):
            if many[verb] > 1:
                text = mark("«{name}» có {n} dòng «{verb}».")
                values = {"name": name, "n": many[verb], "verb": verb}
                faults.append(Reason(text, values, SHORT_ON_UNITS, _field(lines[-1])))
        faults += _divided(name, [line for line in lines if line.verb is Verb.DIVIDE])
    return [*faults, *_united(steps), *_circles(steps, plan, tree)]


def _circles(steps: Sequence[StepRow], plan: Plan, tree: Tree) -> list[Reason]:
    """Units that would stand below themselves; told as far as the units are named in the scheme."""
    text = mark("«{name}» sẽ trực thuộc chính đơn vị bên dưới nó.")
    faults = []
    for step in steps:
        if step.verb not in (Verb.FOUND, Verb.TRANSFER):
            continue
        start = Where(step=step.number) if step.verb is Verb.FOUND else Where(step.unit)
        if start in _above(start, plan, tree):
            values = {"name": plan.name_at(start, tree)}
            faults.append(Reason(text, values, SHORT_ON_UNITS, _field(step)))
    return faults


def _above(where: Where, plan: Plan, tree: Tree) -> list[Where]:
    """The units above, from the next one up; one that is met again ends the list."""
    found: list[Where] = []
    at = _next_above(where, plan, tree)
    while at is not None and at not in found:
        found.append(at)
        at = _next_above(at, plan, tree)
    return found


def _next_above(where: Where, plan: Plan, tree: Tree) -> Where | None:
    if where.step is not None:
        founding = plan.founded.get(where.step)
        return founding.into if founding else None
    change, now = plan.changed.get(where.unit or 0), tree.units.get(where.unit or 0)
    if change and change.parent:
        return change.parent
    return Where(now.parent) if now and now.parent else None


def _divided(name: str, lines: Sequence[StepRow]) -> list[Reason]:
    if not lines:
        return []
    if len(lines) == 1:
        text = mark("«{name}» chia thì phải đi về ít nhất hai nơi.")
        return [Reason(text, {"name": name}, SHORT_ON_UNITS, _field(lines[0]))]
    told = [line.share for line in lines if line.share is not None]
    off = abs(sum(told, start=Fraction(0)) - 1)
    if told and (len(told) < len(lines) or off > len(lines) * HALF_A_PLACE):
        text = mark("Các phần chia của «{name}» phải ghi đủ và cộng lại bằng 1.")
        return [Reason(text, {"name": name}, SHORT_ON_UNITS, f"{lines[0].number}.share")]
    return []


def _united(steps: Sequence[StepRow]) -> list[Reason]:
    into = Counter(step.into for step in steps if step.verb in CONTINUED)
    text = mark("Hợp nhất cần ít nhất hai đơn vị đi vào một đơn vị mới.")
    return [
        Reason(text, {}, SHORT_ON_UNITS, _field(step))
        for step in steps
        if step.verb is Verb.UNITE and into[step.into] < 2
    ]


def left_below(plan: Plan, tree: Tree) -> list[UnitNow]:
    """Chưa có nơi về — units directly below an ended one that the scheme neither moves nor ends."""
    return [
        below
        for unit in plan.ended
        for below in tree.below.get(unit, ())
        if below.id not in plan.ended
        and not (below.id in plan.changed and plan.changed[below.id].parent)
    ]


def left_below_faults(plan: Plan, tree: Tree) -> list[Reason]:
    """Đơn vị chưa có nơi về — a sentence each."""
    text = mark("«{name}» trực thuộc đơn vị thôi hoạt động, chưa có nơi về.")
    return [Reason(text, {"name": unit.name}, SHORT_ON_UNITS) for unit in left_below(plan, tree)]


def one_step_faults(step: StepRow, plan: Plan, tree: Tree) -> list[Reason]:
    """Soát một dòng — what it leaves unsaid; else whether its unit and destination stand."""
    return shape_faults(step) or [
        *unit_faults(step, tree),
        *(going_faults(step, plan, tree) or continued_faults(step, plan, tree)),
    ]


def step_faults(steps: Sequence[StepRow], plan: Plan, tree: Tree) -> list[Reason]:
    """Soát các dòng — every line by its number, then all together."""
    faults = []
    for step in steps:
        faults += numbered(step.number, one_step_faults(step, plan, tree))
    return [*faults, *together_faults(steps, plan, tree)]


def post_faults(posts: Sequence[PostRow], plan: Plan, tree: Tree) -> list[Reason]:
    """Soát các chức vụ mới — each by its number, as `one_post_faults`."""
    return [
        fault
        for post in posts
        for fault in numbered(post.number, one_post_faults(post, plan, tree))
    ]


def one_post_faults(post: PostRow, plan: Plan, tree: Tree) -> list[Reason]:
    """Soát một chức vụ mới — a title, in a unit that stands after the scheme."""
    faults = title_faults(post.title, "title")
    if not plan.stands(post.where, tree):
        text = mark("Đơn vị của chức vụ không còn từ ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": tree.day}, field="unit"))
    return faults


def post_end_faults(ends: Iterable[PostEnd], plan: Plan, tree: Tree) -> list[Reason]:
    """Soát các chức vụ thôi — each has a unit that day, and that unit stands on."""
    gone = mark("Chức vụ «{post}» không tồn tại vào ngày {day:%d/%m/%Y}.")
    with_unit = mark("Chức vụ «{post}» tự kết thúc cùng đơn vị thôi hoạt động.")
    return [
        Reason(
            gone if each.unit is None else with_unit,
            {"post": each.title, "day": tree.day},
            field="posts",
        )
        for each in ends
        if each.unit is None or each.unit in plan.ended
    ]


def given_quota_faults(rows: Sequence[GivenQuota], plan: Plan, tree: Tree) -> list[Reason]:
    """Soát biên chế của đề án — a number, for a unit that stands after it; one of a category."""
    faults = []
    for number, row in enumerate(rows, start=1):
        found = assigned_faults(row.assigned)
        if not plan.stands(row.where, tree):
            text = mark("Biên chế giao cho «{name}»: hãy chọn đơn vị còn hoạt động sau sắp xếp.")
            found.append(Reason(text, {"name": plan.name_at(row.where, tree)}, field="into"))
        faults += numbered(number, found)
    if len({(row.where, row.category) for row in rows}) < len(rows):
        text = mark("Có đơn vị được ghi hai lần cùng một loại biên chế.")
        faults.append(Reason(text, field="rows"))
    return faults


def place_faults(row: PlaceRow, plan: Plan, tree: Tree) -> list[Reason]:
    """Soát một bố trí — out of a post goes nowhere, else the place stands after the scheme."""
    if row.stay is Stay.NO_POST:
        text = mark("Thôi giữ chức vụ thì không ghi nơi đến.")
        return [Reason(text, field="where")] if row.where else []
    if row.where is None or not plan.stands(row.where, tree):
        return [Reason(mark("Hãy chọn nơi đến còn hoạt động sau sắp xếp."), field="where")]
    if row.stay is Stay.CELL and plan.kind_at(row.where, tree) not in CELLS:
        text = mark("Đảng viên sinh hoạt ở chi bộ; nơi đến này không phải là chi bộ.")
        return [Reason(text, field="where")]
    return []


def _name(tree: Tree, unit: int) -> str:
    now = tree.units.get(unit)
    return now.name if now else str(unit)


def _field(step: StepRow) -> str:
    return f"{step.number}.unit"
