"""Ghi quyết định về tổ chức — establish, place, rename, move, retype, merge, end."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.db import connection

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import (
    end_fact,
    left_without_ground,
    new_fact,
    open_fact,
    open_facts,
    reasons_for,
    repealed_faults,
    replace_fact,
)
from thenchot.ground.basis.models import Instrument
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import one_placement, tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register import rules
from thenchot.ground.register.models import Closure, Organization, OrganizationSpell, Succession
from thenchot.ground.register.rules import UnitRow
from thenchot.ground.register.words import Level, OrganizationKind, Right
from thenchot.ground.register.words import Succession as SuccessionKind


def establish_units(
    act: OpenAct, units: Sequence[UnitRow], parent: int | None, from_day: date, paper: Instrument
) -> list[OrganizationSpell]:
    """Lập các tổ chức — new identities with their first state, all under one parent."""
    identities = Organization.objects.bulk_create(Organization(entry=act.entry) for _ in units)
    act.touches_unit_or_office(parent)
    act.makes(*(identity.pk for identity in identities))
    spells = [
        new_fact(
            OrganizationSpell,
            DayRange(from_day, unit.until),
            paper,
            organization=identity,
            name=tidy_name(unit.name),
            kind=unit.kind,
            level=unit.level,
            parent_id=parent,
            has_committee=unit.has_committee,
        )
        for identity, unit in zip(identities, units, strict=True)
    ]
    return list(open_facts(act, spells))


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Ghi quyết định thành lập {name}"))
def establish_organization(
    act: OpenAct,
    *,
    name: str,
    kind: OrganizationKind,
    level: Level,
    parent: int | None,
    from_day: date,
    basis: Basis,
    has_committee: bool = False,
    until: date | None = None,
) -> int:
    """Thành lập — a new organization from a day, under a parent that exists from that day on.

    A body of limited life (steering committee, team …) may get its last day with it: `until`.
    """
    unit = UnitRow(name, kind, level, has_committee, until)
    reasons = rules.unit_faults(unit, from_day)
    if parent is not None and not _state_on(parent, from_day):
        text = mark("Tổ chức cấp trên không tồn tại vào ngày {day:%d/%m/%Y}.")
        reasons.append(Reason(text, {"day": from_day}, field="parent"))
    act.refuse_if(reasons)
    (spell,) = establish_units(act, [unit], parent, from_day, act.rests_on(basis))
    act.says(name=spell.name)
    return int(spell.organization_id)


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Ghi quyết định đổi tên {before} thành {after}"))
def rename_organization(
    act: OpenAct, *, organization: int, name: str, from_day: date, basis: Basis
) -> int:
    """Đổi tên — the organization stays; its name changes from a day."""
    spell = _present(act, organization, from_day)
    reasons = [*rules.title_faults(name), *_change_faults(spell, from_day)]
    if spell and one_placement(tidy_name(name)) == one_placement(spell.name):
        reasons.append(Reason(mark("Tên mới trùng tên đang dùng."), field="name"))
    act.refuse_if(reasons)
    assert spell is not None
    changed = replace_fact(act, spell, from_day, act.rests_on(basis), name=tidy_name(name))
    act.says(before=spell.name, after=changed.name)
    return organization


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Ghi quyết định chuyển {name} về {parent}"))
def move_organization(
    act: OpenAct, *, organization: int, parent: int, from_day: date, basis: Basis
) -> int:
    """Chuyển — the organization comes under another parent from a day; never under itself."""
    spell = _present(act, organization, from_day)
    apart = Reason(
        mark("Tổ chức này chưa trực thuộc nơi nào; hãy ghi xếp vào cây."), {}, "", "parent"
    )
    _bring_under(
        act, spell, parent, from_day, basis, [apart] if spell and not spell.parent_id else []
    )
    return organization


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Ghi quyết định xếp {name} trực thuộc {parent}"))
def place_organization(
    act: OpenAct, *, organization: int, parent: int, from_day: date, basis: Basis
) -> int:
    """Xếp vào cây — an organization that stood by itself comes under a parent from a day."""
    spell = _present(act, organization, from_day)
    placed = Reason(
        mark("Tổ chức này đã có cấp trên; hãy ghi quyết định chuyển."), {}, "", "parent"
    )
    _bring_under(act, spell, parent, from_day, basis, [placed] if spell and spell.parent_id else [])
    return organization


def _bring_under(
    act: OpenAct,
    spell: OrganizationSpell | None,
    parent: int,
    from_day: date,
    basis: Basis,
    faults: list[Reason],
) -> None:
    lock_tree()
    above = _state_on(parent, from_day)
    reasons = [*_change_faults(spell, from_day), *faults]
    if above is None:
        reasons.append(
            Reason(mark("Tổ chức cấp trên mới không tồn tại vào ngày đó."), field="parent")
        )
    elif spell and spell.parent_id == parent:
        reasons.append(Reason(mark("Tổ chức này đã trực thuộc nơi đó."), field="parent"))
    elif spell and _closes_circle(spell.organization_id, parent, spell.effective, from_day):
        text = mark("Không thể chuyển một tổ chức về dưới chính nó hoặc cấp dưới của nó.")
        reasons.append(Reason(text, field="parent"))
    act.refuse_if(reasons)
    assert spell is not None
    act.touches(spell.parent_id, parent)
    paper = act.rests_on(basis)
    replace_fact(act, spell, from_day, paper, parent_id=parent)
    act.says(name=spell.name, parent=above)


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Ghi quyết định chuyển loại {name}: {kind}"))
def retype_organization(
    act: OpenAct,
    *,
    organization: int,
    kind: OrganizationKind,
    level: Level,
    has_committee: bool,
    from_day: date,
    basis: Basis,
) -> int:
    """Nâng cấp, chuyển loại — kind, level and committee change from a day; the organization stays."""
    spell = _present(act, organization, from_day)
    reasons = _change_faults(spell, from_day)
    if spell and (spell.kind, spell.level, spell.has_committee) == (kind, level, has_committee):
        reasons.append(Reason(mark("Loại, cấp và cấp ủy vẫn như đang ghi."), field="kind"))
    act.refuse_if([*reasons, *retyping_faults({organization: kind}, from_day)])
    assert spell is not None
    paper = act.rests_on(basis)
    replace_fact(act, spell, from_day, paper, kind=kind, level=level, has_committee=has_committee)
    act.says(name=spell.name, kind=kind.label)
    return organization


HELD_TO_KIND: list[Callable[[Mapping[int, OrganizationKind], date], list[Reason]]] = []


def retyping_faults(kinds: Mapping[int, OrganizationKind], from_day: date) -> list[Reason]:
    """Còn giữ loại — why units may not become of these kinds, as the areas above say of what stands on them."""
    return [reason for ask in HELD_TO_KIND for reason in ask(kinds, from_day)]


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Ghi quyết định {how} {name} vào {into}"))
def merge_organization(
    act: OpenAct,
    *,
    organization: int,
    into: int,
    from_day: date,
    basis: Basis,
    how: SuccessionKind = SuccessionKind.ABSORBED,
) -> int:
    """Sáp nhập, hợp nhất — the organization ends and goes on in another, its recorded successor.

    Absorbed by one that stood before, or united with others into one founded for it (`how`).
    """
    lock_tree()
    spell = _present(act, organization, from_day)
    receiving = _present(act, into, from_day)
    reasons = _ending_faults(spell, organization, from_day)
    if organization == into:
        reasons.append(Reason(mark("Không thể sáp nhập một tổ chức vào chính nó."), field="into"))
    elif receiving is None:
        reasons.append(Reason(mark("Tổ chức nhận không tồn tại vào ngày đó."), field="into"))
    act.refuse_if(reasons)
    assert spell is not None
    paper = act.rests_on(basis)
    _end(act, spell, from_day, paper)
    open_fact(
        act,
        Succession,
        DayRange(from_day),
        paper,
        predecessor_id=organization,
        successor_id=into,
        kind=how,
    )
    act.says(how=how.label.lower(), name=spell.name, into=receiving)
    return organization


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Ghi quyết định kết thúc hoạt động {name}"))
def end_organization(act: OpenAct, *, organization: int, from_day: date, basis: Basis) -> int:
    """Kết thúc hoạt động — from a day; refused while units, posts or people still stand on it."""
    lock_tree()
    spell = _present(act, organization, from_day)
    act.refuse_if(_ending_faults(spell, organization, from_day))
    assert spell is not None
    _end(act, spell, from_day, act.rests_on(basis))
    act.says(name=spell.name)
    return organization


def _ending_faults(
    spell: OrganizationSpell | None, organization: int, from_day: date
) -> list[Reason]:
    later = OrganizationSpell.objects.filter(
        organization=organization, effective__startswith__gte=from_day
    )
    return [*_change_faults(spell, from_day), *reasons_for(later.select_related("basis"))]


def _end(act: OpenAct, spell: OrganizationSpell, from_day: date, paper: Instrument) -> None:
    """Ended, unless units, posts or people would be left standing on nothing."""
    end_fact(act, spell, from_day, paper)
    orphans = left_without_ground(OrganizationSpell, [spell])
    act.refuse_if(reasons_for(orphans))


def _present(act: OpenAct, organization: int, day: date) -> OrganizationSpell | None:
    """The state into which `day` falls (or which begins that day), its identity locked."""
    act.touches(organization)
    Organization.objects.select_for_update(no_key=True).filter(pk=organization).first()
    return _state_on(organization, day)


def _change_faults(spell: OrganizationSpell | None, day: date) -> list[Reason]:
    if spell:
        return [*rules.change_day_faults(spell.effective, day), *repealed_faults(spell)]
    text = mark("Tổ chức này không tồn tại vào ngày {day:%d/%m/%Y}.")
    return [Reason(text, {"day": day}, field="from_day")]


def _state_on(organization: int, day: date) -> OrganizationSpell | None:
    found: OrganizationSpell | None = (
        OrganizationSpell.objects.on(day).filter(organization=organization).first()
    )
    return found


def lock_tree() -> None:
    """Khóa cây — two moves at once cannot close a circle: every change of an edge takes this one lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('tree'))")


def _closes_circle(organization: int, parent: int, effective: DayRange, day: date) -> bool:
    """Whether on any day from `day` on, `parent` stands at or below `organization`."""
    rest = DayRange(day, effective.until)
    lines = Closure.objects.filter(ancestor=organization, descendant=parent)
    return lines.filter(effective__overlap=rest).exists()
