"""Hồ sơ đã gộp đi đâu — the number of a former file leads to the kept one."""

from dataclasses import dataclass

from thenchot.ground.plain.actor import Actor
from thenchot.people.identity.models import PersonMerge


def kept_instead(*, by: Actor, person: int) -> int | None:
    """Hồ sơ giữ lại — through as many merges as there were; None where the file was not merged."""
    merges = dict(PersonMerge.objects.visible_to(by).values_list("gone", "kept"))
    found = merges.get(person)
    while found in merges:
        found = merges[found]
    return found


@dataclass(frozen=True, slots=True)
class Merged:
    """Hồ sơ đã gộp vào — its former number, and the paper."""

    gone: int
    basis_id: int
    basis: str


def merged_from(*, by: Actor, person: int) -> list[Merged]:
    """Các hồ sơ đã gộp vào hồ sơ này."""
    merges = PersonMerge.objects.visible_to(by).filter(kept=person).select_related("basis")
    return [Merged(each.gone_id, each.basis_id, str(each.basis)) for each in merges.order_by("pk")]
