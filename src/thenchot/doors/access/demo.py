"""Người dùng thử — the one actor of a demo folder, until accounts exist."""

from ipaddress import ip_address

from thenchot.figures.indicators.words import Right as IndicatorsRight
from thenchot.figures.reports.words import Right as ReportsRight
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Right as RegisterRight
from thenchot.people.awards.words import Right as AwardsRight
from thenchot.people.cadres.words import Right as CadresRight
from thenchot.people.members.words import Right as MembersRight
from thenchot.people.oversight.words import Right as OversightRight


def demo_actor() -> Actor:
    """Người dùng thử — may do everything, in a folder of fictional people only."""
    rights = [
        *BasisRight, *RegisterRight, *MembersRight, *OversightRight, *AwardsRight, *CadresRight,
        *IndicatorsRight, *ReportsRight,
    ]  # fmt: skip
    name = mark("Người dùng thử (dữ liệu mô phỏng)")
    return Actor("demo", name, {right.value: EVERYWHERE for right in rights})


def is_local(address: str) -> bool:
    """Từ máy này — whether a request came over the loopback."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
