"""Hồ sơ đã gộp đi đâu — the number of a former file leads to the kept one."""

from thenchot.ground.plain.actor import Actor
from thenchot.people.identity.models import PersonMerge


def kept_instead(*, by: Actor, person: int) -> int | None:
    """Hồ sơ giữ lại — through as many merges as there were; None where the file was not merged."""
    merges = dict(PersonMerge.objects.visible_to(by).values_list("gone", "kept"))
    found = merges.get(person)
    while found in merges:
        found = merges[found]
    return found
