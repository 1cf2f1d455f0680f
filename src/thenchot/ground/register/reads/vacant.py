"""Chức vụ trống — posts of a day nobody holds, since when, and who held them last."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Exists, IntegerField, OuterRef, Subquery, Value, When

from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.models import OrganizationSpell, PersonSpell, Posting, PostSpell
from thenchot.ground.register.words import PostKind, Tier


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Chức vụ trống — the post, its unit, the first day nobody held it (of the post itself: never held)."""

    post: int
    title: str
    kind: PostKind
    tier: Tier | None
    unit_id: int
    unit: str
    since: date
    last_id: int | None
    last: str


def vacancies_on(
    *, by: Actor, on: date, kind: PostKind | None = None, after: int = 0, most: int = 50
) -> tuple[int, list[Vacancy]]:
    """Các chức vụ trống trong ngày — how many, and a sheet of them: heads first, by unit. Three statements."""
    held = Posting.objects.on(on).filter(post=OuterRef("post"))
    units = OrganizationSpell.objects.on(on).visible_to(by)
    before = (
        Posting.objects.visible_to(by)
        .filter(post=OuterRef("post"), effective__endswith__lte=on)
        .order_by("-effective__endswith")
    )
    rank = [When(kind=each.value, then=Value(place)) for place, each in enumerate(PostKind)]
    found = (
        PostSpell.objects.on(on)
        .visible_to(by)
        .filter(~Exists(held))
        .annotate(
            unit=Subquery(units.filter(organization=OuterRef("organization")).values("name")[:1]),
            rank=Case(*rank, output_field=IntegerField()),
            since=Subquery(before.values("effective__endswith")[:1]),
            last=Subquery(before.values("person")[:1]),
        )
    )
    if kind:
        found = found.filter(kind=kind)
    shown = list(found.order_by("rank", "unit", "title", "post")[after : after + most])
    lives = PersonSpell.objects.visible_to(by).filter(person__in={each.last for each in shown})
    names = dict(lives.order_by("effective").values_list("person", "full_name"))
    return found.count(), [
        Vacancy(
            each.post_id,
            each.title,
            PostKind.of(each.kind),
            Tier.of(each.tier) if each.tier else None,
            each.organization_id,
            each.unit or "",
            each.since or each.effective.start,
            each.last if each.last in names else None,
            names.get(each.last, ""),
        )
        for each in shown
    ]
