"""Người thực hiện — an account, and whom it types for, made into the Actor that lower floors know."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import connection

from thenchot.doors.access.models import Account
from thenchot.doors.access.roles import CARRIED, EVERY_RIGHT, FOUNDER
from thenchot.ground.basis.models import Scope
from thenchot.ground.plain.actor import EVERYWHERE, Actor, Reach
from thenchot.ground.plain.text import mark


def actor_of(account: int, acting_for: int | None, day: date) -> Actor:
    """Người thực hiện — what an account may do on the office day, typing for another or not.

    An account that was given nothing, was closed, or types for nobody that day holds no right.
    Runs one statement.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM access_who(%s, %s, %s)", [account, acting_for, day])
        name, principal, person, roles, units, types_for, second_step = cursor.fetchone()
    rights = _rights(zip(roles or (), units or (), strict=True))
    also = tuple(types_for or ())
    actor, printed = str(account), name or ""
    if acting_for is not None:
        actor, printed = f"{account}>{acting_for}", _beside(printed, principal or "")
    held = frozenset(roles or ())
    return Actor(actor, printed, rights, day, person, account, also, second_step, held)


def founder(day: date) -> Actor:
    """Người khởi tạo — holds every right until the first grant is recorded, and nothing after it."""
    founding = Scope.objects.filter(actor=FOUNDER_ID, role=FOUNDER).exists()
    rights: Mapping[str, Reach] = dict.fromkeys(EVERY_RIGHT, EVERYWHERE) if founding else {}
    return Actor(FOUNDER_ID, mark("Khởi tạo hệ thống"), rights, day)


FOUNDER_ID = "khoi-tao"


def names_of(actors: Iterable[str]) -> dict[str, str]:
    """Tên in của các người thực hiện — as the journal prints them, whoever asks. Runs one statement."""
    pairs = {actor: actor.partition(">") for actor in actors}
    accounts = sorted(
        {int(each) for one, _, other in pairs.values() for each in (one, other) if each.isdecimal()}
    )
    with connection.cursor() as cursor:
        cursor.execute(NAMES, [accounts])
        names = {str(account): name or str(account) for account, name in cursor.fetchall()}
    return {
        actor: _beside(names[one], names[other]) if other else names.get(one, one)
        for actor, (one, _, other) in pairs.items()
    }


NAMES = "SELECT a, w.name FROM unnest(%s::bigint[]) a, access_who(a, NULL, current_date) w"


def account_named(username: str) -> int | None:
    """Tài khoản theo tên — its number; None where there is none."""
    return Account.objects.filter(username=username).values_list("pk", flat=True).first()


def _rights(held: Iterable[tuple[str, int | None]]) -> Mapping[str, Reach]:
    units: dict[str, set[int]] = {}
    whole: set[str] = set()
    for role, unit in held:
        if unit is None:
            whole.add(role)
        else:
            units.setdefault(role, set()).add(unit)
    rights: dict[str, Reach] = {}
    for right in sorted(set().union(*(CARRIED[role] for role in whole | units.keys()))):
        if any(right in CARRIED[role] for role in whole):
            rights[right] = EVERYWHERE
        else:
            within = (places for role, places in units.items() if right in CARRIED[role])
            rights[right] = frozenset().union(*within)
    return rights


def _beside(deputy: str, principal: str) -> str:
    """As the journal prints it: who typed, and for whom."""
    text = mark("{deputy} (nhập thay {principal})")
    return text.format(deputy=deputy, principal=principal)
