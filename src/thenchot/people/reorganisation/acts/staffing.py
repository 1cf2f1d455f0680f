"""Biên chế, chức vụ thôi của đề án — written and taken off while the scheme is a draft."""

from collections.abc import Sequence

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import PostSpell
from thenchot.ground.register.words import Right
from thenchot.people.positions.words import Right as PositionsRight
from thenchot.people.positions.words import StaffCategory
from thenchot.people.reorganisation.acts.writing import being_written
from thenchot.people.reorganisation.models import SchemePostEnd, SchemeQuota
from thenchot.people.reorganisation.reads.written import (
    posts_ending,
    steps_of,
    tree_of,
)
from thenchot.people.reorganisation.rules.checks import given_quota_faults, post_end_faults
from thenchot.people.reorganisation.rules.plan import plan_of
from thenchot.people.reorganisation.rules.rows import GivenQuota, Where


@act(needs=PositionsRight.APPROVE, phrase=mark("Ghi biên chế {n} dòng vào đề án «{title}»"))
def give_scheme_quotas(act: OpenAct, *, scheme: int, rows: Sequence[GivenQuota]) -> int:
    """Ghi biên chế của đề án — of units that stand or are founded; the last word counts."""
    found = being_written(act, scheme)
    wheres = [row.where for row in rows]
    steps = steps_of(found.pk)
    plan, tree = plan_of(steps), tree_of(steps, wheres, found.from_day)
    nothing = [] if rows else [Reason(mark("Không có dòng nào để ghi."), field="rows")]
    act.refuse_if([*nothing, *given_quota_faults(rows, plan, tree)])
    act.touches(*(where.unit for where in wheres))
    for row in rows:
        said = {"unit_id": row.where.unit, "unit_step": row.where.step, "category": row.category}
        SchemeQuota.objects.filter(scheme=found, **said).delete()
        SchemeQuota.objects.create(
            entry=act.entry,
            scheme=found,
            kept_by_id=found.kept_by_id,
            assigned=row.assigned,
            **said,
        )
    act.says(n=len(rows), title=found.title)
    return found.pk


@act(needs=PositionsRight.APPROVE, phrase=mark("Bỏ biên chế một đơn vị trong đề án «{title}»"))
def remove_scheme_quota(act: OpenAct, *, scheme: int, where: Where, category: StaffCategory) -> int:
    """Bỏ biên chế của đề án — of one unit and category."""
    found = being_written(act, scheme)
    said = SchemeQuota.objects.filter(
        scheme=found, unit=where.unit, unit_step=where.step, category=category
    )
    n, _ = said.delete()
    if not n:
        act.refuse(Reason(mark("Đề án không có dòng biên chế này."), field="into"))
    act.touches(where.unit)
    act.says(title=found.title)
    return found.pk


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Cho thôi {n} chức vụ trong đề án «{title}»"))
def end_posts_in_scheme(act: OpenAct, *, scheme: int, posts: Sequence[int]) -> int:
    """Chức vụ thôi — single seats of units that stand on; those of ended units end by themselves."""
    found = being_written(act, scheme)
    ends = posts_ending(posts, found.from_day)
    steps = steps_of(found.pk)
    plan, tree = plan_of(steps), tree_of(steps, (), found.from_day)
    faults = [] if ends else [Reason(mark("Không có dòng nào để ghi."), field="posts")]
    faults += post_end_faults(ends.values(), plan, tree)
    known = SchemePostEnd.objects.filter(scheme=found, post__in=ends)
    titles = PostSpell.objects.on(found.from_day).filter(post__in=known.values("post"))
    faults += [
        Reason(mark("«{post}» đã có trong các chức vụ thôi."), {"post": each}, field="posts")
        for each in titles
    ]
    act.refuse_if(faults)
    act.touches(*(each.unit for each in ends.values()))
    SchemePostEnd.objects.bulk_create(
        SchemePostEnd(entry=act.entry, scheme=found, kept_by_id=found.kept_by_id, post_id=post)
        for post in ends
    )
    act.says(n=len(ends), title=found.title)
    return found.pk


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Giữ lại chức vụ {post} trong đề án «{title}»"))
def keep_post_in_scheme(act: OpenAct, *, scheme: int, post: int) -> int:
    """Giữ lại chức vụ — no longer ended by the scheme."""
    found = being_written(act, scheme)
    n, _ = SchemePostEnd.objects.filter(scheme=found, post=post).delete()
    if not n:
        act.refuse(Reason(mark("Đề án không cho thôi chức vụ này."), field="post"))
    seat = PostSpell.objects.filter(post=post).order_by("-effective").first()
    act.touches(seat.organization_id if seat else None)
    act.says(post=seat or "", title=found.title)
    return found.pk
