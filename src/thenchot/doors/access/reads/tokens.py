"""Các khóa truy cập — what each may do and to when, whether its secret was taken, when it was used."""

from dataclasses import dataclass
from datetime import date

from thenchot.doors.access.models import ApiToken, TokenSecret
from thenchot.doors.access.roles import RIGHTS, ROLES
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.labels import Labelled


@dataclass(frozen=True, slots=True)
class TokenLine:
    """Khóa truy cập — `open` on the day; `taken` where its holder took the secret."""

    id: int
    name: str
    rights: list[Labelled]
    days: DayRange
    open: bool
    taken: bool
    last_used_on: date | None
    reason: str
    ended_reason: str


def tokens_of(*, by: Actor, account: int, on: date) -> list[TokenLine]:
    """Khóa của một tài khoản — newest first, behind the wall of tokens. Runs two statements."""
    seen = list(ApiToken.objects.visible_to(by).filter(account=account).order_by("-pk"))
    secrets = {each.token_id: each for each in TokenSecret.objects.filter(token__in=seen)}
    return [
        TokenLine(
            each.pk, each.name, [RIGHTS[right] for right in each.rights], each.effective,
            each.effective.holds_on(on), each.pk in secrets,
            secrets[each.pk].last_used_on if each.pk in secrets else None,
            each.reason, each.ended_reason,
        )
        for each in seen
    ]  # fmt: skip


def rights_to_give(roles: set[str]) -> list[Labelled]:
    """Quyền để chọn — what these roles carry, in the order of the areas."""
    carried = set().union(*(ROLES[role].rights for role in roles))
    return [right for code, right in RIGHTS.items() if code in carried]
