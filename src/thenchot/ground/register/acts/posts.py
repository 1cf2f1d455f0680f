"""Ghi quyết định về chức vụ — a seat is made; a person is appointed to it and leaves it."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import (
    end_fact,
    end_facts,
    new_fact,
    open_fact,
    open_facts,
    repealed_faults,
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
        text = mark("Chức vụ này không tồn tại vào ngày {day:%d/%m/%Y}.")
        reasons.append(Reason(text, {"day": from_day}, field="post"))
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
