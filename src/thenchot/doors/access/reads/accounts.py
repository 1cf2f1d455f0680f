"""Các tài khoản — who holds each, what was given to it, what waits for a second person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from thenchot.doors.access.models import ActingFor, Grant, Holder, Proposal
from thenchot.doors.access.roles import ROLES, Role
from thenchot.doors.access.words import Outcome, Right
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.register.models import OrganizationSpell


@dataclass(frozen=True, slots=True)
class GivenLine:
    """Lần giao — a role in a place ("" for the whole office), on days, and why."""

    id: int
    role: Role
    unit: str
    days: DayRange
    reason: str
    ended_reason: str


@dataclass(frozen=True, slots=True)
class TypingLine:
    """Nhập thay — for whom, on which days."""

    id: int
    principal: str
    days: DayRange


@dataclass(slots=True)
class AccountLine:
    """Dòng tài khoản — its holder, the days it is open, grants and typing, newest first."""

    id: int
    username: str
    printed_name: str
    days: DayRange
    open: bool
    grants: list[GivenLine] = field(default_factory=list)
    typing: list[TypingLine] = field(default_factory=list)

    def roles_on(self, day: date) -> set[str]:
        """Các vai trong ngày — what the account was given, wherever."""
        return {given.role.code for given in self.grants if given.days.holds_on(day)}


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """Đề nghị đang chờ — who asked for what; `own` where the reader made it."""

    id: int
    name: str
    role: Role
    unit: str
    days: DayRange
    reason: str
    proposed_by: str
    own: bool


def accounts(*, by: Actor, on: date) -> list[AccountLine]:
    """Danh sách tài khoản — by name; nothing without the right. Runs four statements."""
    if not by.may(Right.READ):
        return []
    holders = Holder.objects.visible_to(by).select_related("account").order_by("account__username")
    lines = {
        each.account_id: AccountLine(
            each.account_id, each.account.username, each.printed_name, each.effective,
            each.effective.holds_on(on),
        )
        for each in holders
    }  # fmt: skip
    grants = list(Grant.objects.visible_to(by).order_by("-effective", "-pk"))
    units = _names(by, {each.unit_id for each in grants if each.unit_id})
    for each in grants:
        if each.account_id in lines:
            lines[each.account_id].grants.append(
                GivenLine(
                    each.pk, ROLES[each.role], units.get(each.unit_id or 0, ""), each.effective,
                    each.reason, each.ended_reason,
                )
            )  # fmt: skip
    for acting in ActingFor.objects.visible_to(by).order_by("-effective", "-pk"):
        if acting.deputy_id in lines and acting.principal_id in lines:
            name = lines[acting.principal_id].printed_name
            lines[acting.deputy_id].typing.append(TypingLine(acting.pk, name, acting.effective))
    return list(lines.values())


def proposals_waiting(*, by: Actor, on: date) -> list[ProposalLine]:
    """Đề nghị chờ người thứ hai — oldest first."""
    if not by.may(Right.READ):
        return []
    waiting = list(
        Proposal.objects.visible_to(by).filter(outcome=Outcome.WAITING.value).order_by("pk")
    )
    if not waiting:
        return []
    names = dict(Holder.objects.visible_to(by).values_list("account", "printed_name"))
    units = _names(by, {each.unit_id for each in waiting if each.unit_id})
    return [
        ProposalLine(
            each.pk, names.get(each.account_id, ""), ROLES[each.role],
            units.get(each.unit_id or 0, ""), each.effective, each.reason,
            names.get(each.proposed_by_id, ""), each.proposed_by_id == by.account,
        )
        for each in waiting
    ]  # fmt: skip


def _names(by: Actor, units: set[int]) -> Mapping[int, str]:
    """The latest name of each unit."""
    seen = OrganizationSpell.objects.visible_to(by)
    spells = seen.filter(organization__in=units).order_by("effective")
    return dict(spells.values_list("organization", "name"))
