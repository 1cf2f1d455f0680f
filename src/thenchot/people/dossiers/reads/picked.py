"""Chọn — people, units, posts and papers for the boxes of a form, by any part of the name or by number.

What is chosen is written into the box as "Nguyễn Văn An, 1972, Chi bộ ấp 3 [1234]"; whoever
types only a name gets the one it fits, or the namesakes to choose from.
"""

import re
from collections.abc import Collection, Iterable
from datetime import date
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet

from thenchot.ground.basis.models import Instrument, PaperUse
from thenchot.ground.basis.reads.withheld import may_stand_in_lists
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.names import fold
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell, PersonSpell, Posting, PostSpell
from thenchot.ground.register.words import CELLS
from thenchot.office.documents.reads.choosing import (
    Chosen,
    asked_choices,
    assignment_choices,
    cascade_choices,
    copy_choices,
    delegation_choices,
    delivery_choices,
    dossier_choices,
    filed_choices,
    incoming_choices,
    loan_choices,
    number_choices,
    posted_choices,
    relation_choices,
    series_choices,
)
from thenchot.office.drafting.reads.choosing import draft_choices, piece_choices, waiting_choices
from thenchot.people.dossiers.reads.found import (
    MOST,
    Hit,
    papers_found,
    people_found,
    told_apart,
    units_found,
)
from thenchot.people.dossiers.rules.likeness import Named, Typed
from thenchot.people.positions.reads.catalogue import (
    PositionLine,
    positions_found,
    positions_numbered,
    units_of_positions,
)
from thenchot.people.reorganisation.models import Scheme
from thenchot.people.reorganisation.words import State
from thenchot.people.sittings.reads.choosing import item_choices, sitting_choices

MOST_UNITS = 200
_CHOSEN = re.compile(r"\[(\d{1,18})\]$")


class Pick(Labelled):
    """Loại để chọn — what a box takes."""

    PERSON = "nguoi", mark("người")
    UNIT = "don-vi", mark("tổ chức")
    CELL = "chi-bo", mark("chi bộ")
    POST = "chuc-vu", mark("chức vụ")
    POSTING = "giu-chuc-vu", mark("việc giữ chức vụ")
    PAPER = "van-ban", mark("văn bản")
    POSITION = "vi-tri", mark("vị trí việc làm")
    SCHEME = "de-an", mark("đề án")
    INCOMING = "den", mark("văn bản đến")
    ASSIGNMENT = "phan-cong", mark("phần được giao")
    SERIES = "day-so", mark("dãy số")
    NUMBER = "so-di", mark("số văn bản đi")
    COPY = "ban-sao", mark("bản sao")
    DOSSIER = "ho-so", mark("hồ sơ công việc")
    FILED = "trong-ho-so", mark("văn bản trong hồ sơ")
    RELATION = "quan-he", mark("quan hệ văn bản")
    CASCADE = "giao-ban-hanh", mark("việc giao ban hành")
    ASKED = "don-vi-giao", mark("đơn vị được giao")
    DELEGATION = "uy-quyen", mark("ủy quyền")
    DELIVERY = "chuyen", mark("lần chuyển đến nơi nhận")
    POSTED = "gui-buu-dien", mark("dòng gửi bưu điện")
    LOAN = "muon-ban-luu", mark("lần sử dụng bản lưu")
    DRAFT = "du-thao", mark("dự thảo")
    SITTING = "phien", mark("phiên họp, đợt lấy ý kiến")
    ITEM = "muc", mark("mục của chương trình")
    WAITING = "so-noi", mark("văn bản hệ thống khác đã cấp số")
    PIECE = "tai-lieu", mark("tài liệu của hồ sơ trình")


OF_PAPERS = {
    Pick.INCOMING: incoming_choices,
    Pick.ASSIGNMENT: assignment_choices,
    Pick.SERIES: series_choices,
    Pick.NUMBER: number_choices,
    Pick.COPY: copy_choices,
    Pick.DOSSIER: dossier_choices,
    Pick.FILED: filed_choices,
    Pick.RELATION: relation_choices,
    Pick.CASCADE: cascade_choices,
    Pick.ASKED: asked_choices,
    Pick.DELEGATION: delegation_choices,
    Pick.DELIVERY: delivery_choices,
    Pick.POSTED: posted_choices,
    Pick.LOAN: loan_choices,
    Pick.DRAFT: draft_choices,
    Pick.SITTING: sitting_choices,
    Pick.ITEM: item_choices,
    Pick.WAITING: waiting_choices,
    Pick.PIECE: piece_choices,
}


def is_chosen(typed: str) -> bool:
    """Đã chọn — a number in brackets ends the text; a bare number is not one."""
    return _CHOSEN.search(typed) is not None


def one_chosen(typed: str) -> int:
    """Số đã chọn — 0 where a name was typed."""
    found = _CHOSEN.search(typed)
    return int(found[1]) if found else 0


def names(typed: str, hit: Hit) -> bool:
    """Tên và số thuộc về nhau — the text before the number begins with the name; or there is none."""
    named = typed.rpartition("[")[0].strip()
    return not named or named.casefold().startswith(hit.text.casefold())


def written(hit: Hit) -> str:
    """Chữ trong ô — what stands in the box once this was chosen."""
    return f"{_label(hit)} [{hit.id}]"


def called_so(hits: Collection[Hit], typed: str) -> list[Hit]:
    """Đúng tên ấy — whose whole label, or name before the comma, was typed; with its marks, else without."""
    name = typed.split(",")[0]
    for alike in (str.casefold, fold):
        asked = {alike(typed), alike(name)}
        found = [hit for hit in hits if asked & {alike(_label(hit)), alike(hit.text)}]
        if found:
            return found
    return []


def _label(hit: Hit) -> str:
    return f"{hit.text}, {hit.beside}" if hit.beside else hit.text


def offered(kind: Pick, *, by: Actor, on: date, typed: str) -> list[Hit]:
    """Gợi ý — at most eight within the reader's sight, the likeliest first.

    Behind a comma may stand what tells namesakes apart: "Nguyễn Văn An, 1972".
    """
    name, *apart = typed.split(",")
    asked = Typed.of(name)
    if not asked.enough:
        return []
    if kind is Pick.PERSON:
        found = [] if asked.has_number else people_found(by=by, on=on, typed=asked)
    elif kind is Pick.PAPER:
        found = papers_found(by=by, on=on, typed=asked)
    elif kind is Pick.POST:
        found = _posts(by, on, asked)
    elif kind is Pick.POSITION:
        found = _positions(positions_found(by=by, on=on, words=asked.words, most=MOST))
    elif kind is Pick.SCHEME:
        found = _schemes(by, asked)
    elif kind in OF_PAPERS:
        found = _chosen(OF_PAPERS[kind](by=by, words=name.split()))
    elif kind is Pick.POSTING:
        found = _postings(by, on, people_found(by=by, on=on, typed=asked))
    else:
        found = units_found(by=by, on=on, typed=asked, kinds=CELLS if kind is Pick.CELL else ())
    return [hit for hit in found if all(fold(part) in fold(_label(hit)) for part in apart)]


def known(kind: Pick, *, by: Actor, on: date, numbers: Iterable[int]) -> dict[int, Hit]:
    """Đã có số — what these numbers stand for, within the reader's sight, on whatever days."""
    wanted = list(numbers)
    if not wanted:
        return {}
    if kind is Pick.PERSON:
        spells = PersonSpell.objects.visible_to(by).filter(person__in=wanted)
        hits = told_apart(by=by, on=on, spells=list(_of_day(spells, "person_id", on).values()))
    elif kind is Pick.PAPER:
        papers = Instrument.objects.visible_to(by).filter(may_stand_in_lists(by), pk__in=wanted)
        hits = [Hit(paper.pk, paper.as_printed(), paper.abstract) for paper in papers]
    elif kind is Pick.POST:
        hits = _seats(by, on, Q(post__in=wanted))
    elif kind is Pick.POSITION:
        hits = _positions(positions_numbered(by=by, on=on, numbers=wanted))
    elif kind is Pick.SCHEME:
        schemes = Scheme.objects.visible_to(by).filter(pk__in=wanted)
        hits = [Hit(each.pk, each.title, "") for each in schemes]
    elif kind in OF_PAPERS:
        hits = _chosen(OF_PAPERS[kind](by=by, numbers=wanted))
    elif kind is Pick.POSTING:
        hits = _held(by, on, Posting.objects.visible_to(by).filter(pk__in=wanted))
    else:
        units = OrganizationSpell.objects.visible_to(by).filter(organization__in=wanted)
        if kind is Pick.CELL:
            units = units.filter(kind__in=CELLS)
        hits = [Hit(unit, name, "") for unit, name in _names_of_day(units, on).items()]
    return {hit.id: hit for hit in hits}


def units_behind(kind: Pick, *, by: Actor, numbers: Collection[int]) -> frozenset[int]:
    """Đơn vị phía sau — of posts, of postings, of positions, of what rests on papers; within the reader's sight."""
    if not numbers:
        return frozenset()
    if kind in OF_PAPERS:
        found = OF_PAPERS[kind](by=by, numbers=numbers)
        return frozenset(each.organization for each in found)
    if kind is Pick.SCHEME:
        schemes = Scheme.objects.visible_to(by).filter(pk__in=numbers)
        return frozenset(schemes.values_list("kept_by", flat=True))
    if kind is Pick.PAPER:
        seen = Instrument.objects.visible_to(by).filter(pk__in=numbers)
        used = PaperUse.objects.filter(paper__in=seen, unit__isnull=False)
        return frozenset(unit for unit in used.values_list("unit", flat=True)[:MOST_UNITS] if unit)
    if kind is Pick.POSTING:
        held = Posting.objects.visible_to(by).filter(pk__in=numbers)
        numbers = list(held.values_list("post", flat=True))
    if kind is Pick.POSITION:
        return units_of_positions(by=by, positions=numbers)
    seats = PostSpell.objects.visible_to(by).filter(post__in=numbers)
    return frozenset(seats.values_list("organization", flat=True))


def _chosen(found: Iterable[Chosen]) -> list[Hit]:
    return [Hit(each.id, each.text, each.beside) for each in found]


def _posts(by: Actor, on: date, typed: Typed) -> list[Hit]:
    """Every word in the title or in the name of the unit; the shorter of the two names first."""
    units = OrganizationSpell.objects.on(on).visible_to(by).values_list("organization", "name")
    named = {unit: Named(name) for unit, name in units}
    seats = PostSpell.objects.on(on).visible_to(by).order_by("pk")
    titles: dict[str, Named] = {}
    fitting = []
    for post, unit, title in seats.values_list("post", "organization", "title"):
        titled = titles.setdefault(title, Named(title))
        where = named.get(unit)
        if all(titled.has(word) or (where and where.has(word)) for word in typed.words):
            fitting.append((len(where.folded) if where else 0, post))
    likeliest = [post for _, post in sorted(fitting)[:MOST]]
    found = {hit.id: hit for hit in _seats(by, on, Q(post__in=likeliest))}
    return [found[post] for post in likeliest if post in found]


def _of_day(spells: QuerySet[Any], key: str, on: date) -> dict[int, Any]:
    """Của ngày — of each one the spell that holds on the day, else its last."""
    rows = list(spells.order_by("effective", "pk"))
    found = {getattr(each, key): each for each in rows}
    return found | {getattr(each, key): each for each in rows if each.effective.holds_on(on)}


def _names_of_day(units: QuerySet[OrganizationSpell], on: date) -> dict[int, str]:
    return {unit: each.name for unit, each in _of_day(units, "organization_id", on).items()}


def _seats(by: Actor, on: date, asked: Q) -> list[Hit]:
    seats = _of_day(PostSpell.objects.visible_to(by).filter(asked), "post_id", on).values()
    units = OrganizationSpell.objects.visible_to(by).filter(
        organization__in={seat.organization_id for seat in seats}
    )
    names = _names_of_day(units, on)
    return [Hit(seat.post_id, seat.title, names.get(seat.organization_id, "")) for seat in seats]


def _positions(lines: Iterable[PositionLine]) -> list[Hit]:
    return [Hit(line.id, f"{line.code} {line.title}", line.unit) for line in lines]


def _schemes(by: Actor, typed: Typed) -> list[Hit]:
    """Đề án đang soạn — every word in the title; the newest first."""
    written = Scheme.objects.visible_to(by).filter(state=State.DRAFT).order_by("-pk")
    named = ((each, Named(each.title)) for each in written)
    fitting = (each for each, name in named if all(name.has(word) for word in typed.words))
    return [Hit(each.pk, each.title, "") for each in islice(fitting, MOST)]


def _postings(by: Actor, on: date, people: list[Hit]) -> list[Hit]:
    held = Posting.objects.on(on).visible_to(by).filter(person__in=[each.id for each in people])
    return _held(by, on, held)[:MOST]


def _held(by: Actor, on: date, postings: Iterable[Posting]) -> list[Hit]:
    found = list(postings)
    people = PersonSpell.objects.visible_to(by).filter(
        person__in={each.person_id for each in found}
    )
    names = {who: each.full_name for who, each in _of_day(people, "person_id", on).items()}
    seats = _seats(by, on, Q(post__in={each.post_id for each in found}))
    seat_of = {seat.id: seat for seat in seats}
    return [
        Hit(each.pk, names.get(each.person_id, ""), f"{seat_of[each.post_id].text}, {seat_of[each.post_id].beside}")
        for each in found
        if each.post_id in seat_of
    ]  # fmt: skip
