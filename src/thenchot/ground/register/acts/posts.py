"""Ghi quyết định về chức vụ — a seat is made; a person is appointed to it and leaves it."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import (
    end_fact,
    end_facts,
    left_without_ground,
    new_fact,
    open_fact,
    open_facts,
    reasons_for,
    repealed_faults,
    replace_fact,
    state_faults,
)
from thenchot.ground.basis.acts.touching import touches_people
from thenchot.ground.basis.models import Instrument
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register import rules
from thenchot.ground.register.models import OrganizationSpell, PersonSpell, Post, Posting, PostSpell
from thenchot.ground.register.rules import SeatRow
from thenchot.ground.register.words import Came, Decider, Manner, PostKind, Right, Tier


def make_seats(
    act: OpenAct, seats: Sequence[tuple[int, SeatRow]], from_day: date, paper: Instrument
) -> list[PostSpell]:
    """Lập các chức vụ — (organization, seat) each, in that order."""
    identities = Post.objects.bulk_create(Post(entry=act.entry) for _ in seats)
    act.touches(*(organization for organization, _ in seats))
    spells = [
        new_fact(
            PostSpell,
            DayRange(from_day),
            paper,
            post=identity,
            organization_id=organization,
            title=tidy_name(seat.title),
            kind=seat.kind,
            tier=seat.tier,
        )
        for identity, (organization, seat) in zip(identities, seats, strict=True)
    ]
    return list(open_facts(act, spells))


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi chức vụ {title}"))
def establish_post(
    act: OpenAct,
    *,
    organization: int,
    title: str,
    kind: PostKind,
    from_day: date,
    basis: Basis,
    tier: Tier | None = None,
) -> int:
    """Lập chức vụ — one seat in an organization, from a day, with the tier that manages its holder."""
    act.refuse_if(rules.title_faults(title, "title"))
    act.touches(organization)
    seat = SeatRow(title, kind, tier)
    (spell,) = make_seats(act, [(organization, seat)], from_day, act.rests_on(basis))
    act.says(title=spell.title)
    return int(spell.post_id)


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi thay đổi chức vụ {before}: {after}"))
def change_post(
    act: OpenAct,
    *,
    post: int,
    title: str,
    kind: PostKind,
    from_day: date,
    basis: Basis,
    tier: Tier | None = None,
) -> int:
    """Thay đổi chức vụ — its title, kind or the tier that manages its holder, from a day; it stays
    the same seat, and whoever holds it goes on."""
    spell, later = _seat(post, from_day)
    reasons = [*rules.title_faults(title, "title"), *state_faults(spell, from_day, later=later)]
    if spell is None and not later:
        reasons.append(_no_such(from_day))
    if spell and (spell.title, spell.kind, spell.tier) == (tidy_name(title), kind, tier):
        text = mark("Tên, loại và diện quản lý vẫn như đang ghi.")
        reasons.append(Reason(text, field="title"))
    act.refuse_if(reasons)
    assert spell is not None
    act.touches(spell.organization_id)
    paper, before = act.rests_on(basis), spell.title
    changed = replace_fact(
        act, spell, from_day, paper, title=tidy_name(title), kind=kind, tier=tier
    )
    act.says(before=before, after=changed.title)
    return post


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi quyết định kết thúc chức vụ {title}"))
def end_post(act: OpenAct, *, post: int, from_day: date, basis: Basis) -> int:
    """Kết thúc một chức vụ — and whoever holds it; `from_day` is the first day it is no longer there."""
    spell, later = _seat(post, from_day)
    held = list(Posting.objects.filter(post=post, effective__endswith=None).select_related("basis"))
    reasons = [
        reason
        for each in [*([spell] if spell else []), *held]
        for reason in [*rules.change_day_faults(each.effective, from_day), *repealed_faults(each)]
    ]
    if spell is None:
        reasons += state_faults(None, from_day, later=later) or [_no_such(from_day)]
    act.refuse_if([*reasons, *later_faults([spell] if spell else [], from_day)])
    assert spell is not None
    act.touches(spell.organization_id)
    paper = act.rests_on(basis)
    end_facts(act, [(each, from_day) for each in held], paper)
    end_fact(act, spell, from_day, paper)
    act.refuse_if(reasons_for(left_without_ground(PostSpell, [spell])))
    act.says(title=spell.title)
    return post


def later_faults(ending: Sequence[PostSpell], day: date) -> list[Reason]:
    """Còn thay đổi ghi sau — of seats that are to end on a day; each named. Runs one query."""
    changed = PostSpell.objects.filter(
        post__in=[each.post_id for each in ending], effective__startswith__gt=day
    )
    text = mark("Chức vụ «{post}» đã có thay đổi ghi sau ngày {day:%d/%m/%Y}; hãy xử lý trước.")
    return [Reason(text, {"post": each.title, "day": day}, field="post") for each in changed]


def _seat(post: int, day: date) -> tuple[PostSpell | None, bool]:
    """The seat as it is on the day, locked; and whether another state of it begins after."""
    Post.objects.select_for_update(no_key=True).filter(pk=post).first()
    spells = PostSpell.objects.filter(post=post).select_related("basis")
    later = spells.filter(effective__startswith__gt=day).exists()
    return spells.filter(effective__contains=day).first(), later


def _no_such(day: date) -> Reason:
    text = mark("Chức vụ này không tồn tại vào ngày {day:%d/%m/%Y}.")
    return Reason(text, {"day": day}, field="post")


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi quyết định bổ nhiệm {person}: {post}"))
def appoint(
    act: OpenAct,
    *,
    person: int,
    post: int,
    from_day: date,
    basis: Basis,
    until: date | None = None,
    manner: Manner | None = None,
    came: Came | None = None,
    decider: Decider | None = None,
) -> int:
    """Bổ nhiệm — a person holds a post from a day; a term, where the paper sets one, is its end.

    `manner` says how it is held (in full, beside another, acting), `came` whether by election,
    assignment, approval … and `decider` who decided; what the paper does not say is left open.
    """
    Post.objects.select_for_update(no_key=True).filter(pk=post).first()
    seat = PostSpell.objects.on(from_day).filter(post=post).first()
    holder = PersonSpell.objects.on(from_day).filter(person=person).first()
    reasons = rules.term_faults(from_day, until)
    if seat is None:
        reasons.append(_no_such(from_day))
    if holder is None:
        text = mark("Người này chưa có hồ sơ vào ngày {day:%d/%m/%Y}.")
        reasons.append(Reason(text, {"day": from_day}, field="person"))
    act.refuse_if(reasons or _held_already(post, from_day, until))
    assert seat is not None
    act.touches(seat.organization_id)
    touches_people(act, [person])
    paper = act.rests_on(basis)
    made = open_fact(
        act, Posting, DayRange(from_day, until), paper,
        person_id=person, post_id=post, manner=manner, came=came, decider=decider,
    )  # fmt: skip
    act.says(person=holder, post=seat)
    return made.pk


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi quyết định thôi giữ chức vụ: {person}, {post}"))
def end_posting(act: OpenAct, *, posting: int, from_day: date, basis: Basis) -> int:
    """Thôi giữ chức vụ — `from_day` is the first day the person no longer holds it."""
    found = Posting.objects.select_for_update(of=("self",)).filter(pk=posting).first()
    if found is None:
        act.refuse(Reason(mark("Không có việc giữ chức vụ này trong sổ."), field="posting"))
    act.refuse_if([*rules.change_day_faults(found.effective, from_day), *repealed_faults(found)])
    seat = PostSpell.objects.on(found.effective.start).get(post=found.post_id)
    act.touches(seat.organization_id)
    end_fact(act, found, from_day, act.rests_on(basis))
    act.says(person=PersonSpell.objects.filter(person=found.person_id).first(), post=seat)
    return found.pk


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi quyết định kết thúc các chức vụ của {name}"))
def abolish_posts(act: OpenAct, *, organization: int, from_day: date, basis: Basis) -> None:
    """Kết thúc các chức vụ — all posts of an organization and whoever holds them, before it ends."""
    unit = OrganizationSpell.objects.on(from_day).filter(organization=organization).first()
    posts = list(PostSpell.objects.filter(organization=organization, effective__endswith=None))
    held = list(
        Posting.objects.filter(post__in=[each.post_id for each in posts], effective__endswith=None)
    )
    reasons = [
        reason
        for each in [*posts, *held]
        for reason in [*rules.change_day_faults(each.effective, from_day), *repealed_faults(each)]
    ]
    if not posts:
        reasons.append(Reason(mark("Tổ chức này không có chức vụ nào."), field="organization"))
    act.refuse_if(reasons)
    act.touches(organization)
    paper = act.rests_on(basis)
    end_facts(act, [(each, from_day) for each in held], paper)
    end_facts(act, [(each, from_day) for each in posts], paper)
    act.says(name=unit)


def _held_already(post: int, from_day: date, until: date | None) -> list[Reason]:
    wanted = DayRange(from_day, until)
    text = mark("Chức vụ này đã có người giữ {days}, theo {paper}.")
    clause = mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")
    others = Posting.objects.filter(post=post, effective__overlap=wanted).select_related("basis")
    return [
        Reason(text, {"days": other.effective, "paper": other.basis}, clause, "from_day")
        for other in others
    ]
