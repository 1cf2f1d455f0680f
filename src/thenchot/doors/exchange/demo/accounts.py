"""Tài khoản thử — one for each role, opened and given by the same acts as in an office."""

from datetime import date

from thenchot.doors.access.actor import actor_of
from thenchot.doors.access.acts.accounts import let_type_for, open_account
from thenchot.doors.access.acts.grants import grant_role
from thenchot.doors.access.demo_accounts import DEMO_ACCOUNTS, set_demo_password
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.text import mark
from thenchot.ground.register.reads import organization_on, organizations_on
from thenchot.ground.register.words import CELLS, Level, OrganizationKind, PostKind

KEYS, SECOND = "quan-tri", "quan-tri-2"
WHOLE = {
    SECOND: ("quan_tri_he_thong",),
    "lanh-dao": ("lanh_dao_ban",),
    "chuyen-vien": ("chuyen_vien",),
    "van-thu": ("van_thu",),
    "kiem-tra": ("uy_ban_kiem_tra",),
    "soan-thao": ("nguoi_soan_thao",),
    "moi-vai": ("lanh_dao_ban", "chuyen_vien", "van_thu", "uy_ban_kiem_tra"),
}
DRAFTING_DAYS = 30


def open_accounts(by: Actor, on: date) -> None:
    """Mở tài khoản thử — the founder's last act gives the keys; all else is given by their holder."""
    committee, commune, cell, person = _places(by, on)
    later = _successors(by, on, commune)  # while the founder still sees everything
    reason = mark("Tài khoản thử của bản chạy thử")
    ids = {}
    for name, label in DEMO_ACCOUNTS:
        linked = person if name in {"dang-vien", "bi-thu"} else None
        done = open_account(
            by, on, username=name, printed_name=label, person=linked, from_day=on, reason=reason
        )
        ids[name] = done.answer or 0
    set_demo_password(ids.values())
    first = {"unit": None, "role": "quan_tri_he_thong", "from_day": on, "reason": reason}
    grant_role(by, on, account=ids[KEYS], **first)  # type: ignore[arg-type]
    keys = actor_of(ids[KEYS], None, on)
    until = date.fromordinal(on.toordinal() + DRAFTING_DAYS)
    given: list[tuple[str, str, int | None]] = [
        (name, role, None) for name, roles in WHOLE.items() if name != SECOND for role in roles
    ]
    given += [
        ("cap-uy", "lanh_dao_cap_uy", committee),
        ("xay-dung-dang", "chuyen_vien_xay_dung_dang", commune),
        ("bi-thu", "bi_thu_chi_bo", cell),
        ("dang-vien", "dang_vien", cell),
        (SECOND, "quan_tri_he_thong", None),  # from now on the strongest roles take two
    ]
    for name, role, unit in given:
        grant_role(
            keys, on, account=ids[name], role=role, unit=unit, from_day=on, reason=reason,
            until=until if name == "soan-thao" else None,
        )  # fmt: skip
    for unit, from_day in later:
        for name, role in (
            ("cap-uy", "lanh_dao_cap_uy"),
            ("xay-dung-dang", "chuyen_vien_xay_dung_dang"),
        ):
            grant_role(
                keys, on, account=ids[name], role=role, unit=unit, from_day=from_day, reason=reason
            )
    let_type_for(
        keys, on, deputy=ids["nhap-thay"], principal=ids["bi-thu"], from_day=on, reason=reason
    )


def _successors(by: Actor, on: date, commune: int) -> list[tuple[int, date]]:
    """Đơn vị tiếp nối — of the commune, decided already, from a later day: its people work on there."""
    with scoped(by, on, reading=True):
        page = organization_on(by=by, organization=commune, on=on)
    return [
        (each.unit_id, each.days.start) for each in (page.continued if page else ()) if each.later
    ]


def _places(by: Actor, on: date) -> tuple[int, int, int, int]:
    """A commune's committee and the one above it, one of its cells, and that cell's secretary."""
    with scoped(by, on, reading=True):
        lines = organizations_on(by=by, on=on)
        at, commune = next(
            (at, each) for at, each in enumerate(lines)
            if each.kind is OrganizationKind.GRASSROOTS_PARTY and each.level is Level.COMMUNE
        )  # fmt: skip
        upper = next(
            each for each in reversed(lines[:at]) if each.kind is OrganizationKind.UPPER_PARTY
        )
        for line in lines[at + 1 :]:
            if line.kind in CELLS:
                page = organization_on(by=by, organization=line.id, on=on)
                heads = [
                    seat.holder_id
                    for seat in (page.seats if page else ())
                    if seat.kind is PostKind.HEAD and seat.holder_id
                ]
                if heads:
                    return upper.id, commune.id, line.id, heads[0]
    raise LookupError("no cell with a secretary")
