"""Hỏi sổ — `thenchot tree` and `thenchot person`: the same questions as the pages, in print or JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict, is_dataclass, replace
from datetime import date
from typing import Any

import click

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Misread, Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.typed_dates import parse_day
from thenchot.project.cli.say import say, translate
from thenchot.project.data_folder import DataFolder

as_option = click.option(
    "--as", "account", default="", help=mark("Tên đăng nhập của người hỏi; bản chạy thử: moi-vai.")
)
on_option = click.option("--on", "typed", default="", help=mark("Vào ngày, ví dụ 31/12/2024."))
format_option = click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", help=mark("Cách in.")
)


def tree(typed: str, shape: str, account: str) -> None:
    """Cây tổ chức vào một ngày."""
    from thenchot.ground.basis.reads.scoped import scoped
    from thenchot.ground.register.reads import organizations_on

    by, today, on = who_and_when(account, typed)
    with scoped(by, today, reading=True):
        lines = organizations_on(by=by, on=on)
    if shape == "json":
        _print(asdict(line) | {"basis": str(line.basis)} for line in lines)
    for line in lines if shape == "text" else ():
        words = line.kind.sentence(translate), line.days.sentence(translate), str(line.basis)
        click.echo(f"{'  ' * line.depth}{line.name}  ({', '.join(words)})")


def person(named: str, typed: str, shape: str, account: str) -> None:
    """Người có tên như đã gõ, vào một ngày."""
    from thenchot.ground.basis.reads.scoped import scoped
    from thenchot.ground.register.reads import people_named
    from thenchot.people.members.reads import standing_of

    by, today, on = who_and_when(account, typed)
    with scoped(by, today, reading=True):
        lines = people_named(by=by, named=named, on=on)
        standing = standing_of(by=by, people=[line.id for line in lines], on=on)
    if shape == "json":
        _print(asdict(line) | {"standing": standing.get(line.id)} for line in lines)
    for line in lines if shape == "text" else ():
        born = f"{line.birth_on:%d/%m/%Y}" if line.birth_on else "–"
        cell = standing[line.id].cell if line.id in standing else "–"
        posts = "; ".join(line.posts) or "–"
        click.echo(f"{line.full_name}  {born}  {cell}  {posts}  ({line.basis})")
    if not lines and shape == "text":
        click.echo(say(mark("Không có ai tên như vậy vào ngày {day:%d/%m/%Y}."), day=on))


def cells(typed: str, shape: str, account: str) -> None:
    """Chi bộ, đảng bộ cơ sở lệch quy định vào một ngày."""
    from thenchot.ground.basis.reads.scoped import scoped
    from thenchot.people.members.reads import off_the_rule

    by, today, on = who_and_when(account, typed)
    with scoped(by, today, reading=True):
        lines = off_the_rule(by=by, on=on)
    if shape == "json":
        _print(
            asdict(line) | {"reason": line.reason.sentence(translate), "clause": line.reason.clause}
            for line in lines
        )
    for line in lines if shape == "text" else ():
        click.echo(f"{line.name}: {line.reason.sentence(translate)} ({line.reason.clause})")
    if not lines and shape == "text":
        click.echo(say(mark("Không có tổ chức nào lệch quy định vào ngày {day:%d/%m/%Y}."), day=on))


def who_sees(named: str, shape: str, account: str) -> None:
    """Ai xem được hồ sơ của người có tên (hoặc số) như đã gõ, và vì sao."""
    from thenchot.doors.access.reads.who_sees import who_sees as asked
    from thenchot.ground.basis.reads.scoped import scoped
    from thenchot.ground.register.reads import people_named

    by, today, _ = who_and_when(account)
    with scoped(by, today, reading=True):
        numbered = named.isdecimal() and len(named) < 19
        people = {int(named): named} if numbered else {}
        if not numbered:
            lines = people_named(by=by, named=named, on=today)
            people = {line.id: line.full_name for line in lines}
        found = {person: asked(by=by, person=person, on=today) for person in people}
    if shape == "json":
        _print(
            {"person": person, "name": people[person], "why": each.sentence(translate)}
            for person, sights in found.items()
            for each in sights
        )
        return
    for person, sights in found.items():
        if sights:
            click.echo(f"{people[person]} ({person}):")
        for each in sights:
            click.echo(f"  {each.sentence(translate)}")
    if not any(found.values()):
        raise Refused([Reason(mark("Không có người này, hoặc người hỏi không được biết."))])


def accounts(shape: str, account: str) -> None:
    """Các tài khoản và quyền đã giao."""
    from thenchot.doors.access.reads.accounts import accounts as asked
    from thenchot.ground.basis.reads.scoped import scoped

    by, today, _ = who_and_when(account)
    with scoped(by, today, reading=True):
        lines = asked(by=by, on=today)
    if shape == "json":
        _print(
            {"username": line.username, "name": line.printed_name, "open": line.open,
             "grants": [f"{each.role.code} {each.unit} {each.days}" for each in line.grants]}
            for line in lines
        )  # fmt: skip
    for line in lines if shape == "text" else ():
        given = "; ".join(
            f"{translate(each.role.label)} {each.unit}".strip() for each in line.grants
        )
        click.echo(f"{line.username}  {line.printed_name}  {given or '–'}")


def init(folder: DataFolder, address: str) -> None:
    """In địa chỉ của trang khởi tạo — refused where an office has begun already."""
    from django.conf import settings

    from thenchot.doors.access.actor import founder
    from thenchot.doors.access.sign_in.links import first_link_again

    if not settings.DEMO and (word := first_link_again()):
        text = mark("Quản trị đầu tiên chưa đặt mật khẩu; mở địa chỉ này để đặt: {address}")
        click.echo(say(text, address=f"{address.rstrip('/')}/lien-ket/{word}"))
        return
    if settings.DEMO or not founder(settings.OFFICE_DAY()).rights:
        raise Refused([Reason(mark("Hệ thống này đã khởi tạo."))])
    word = folder.offer_first_run()
    text = mark("Mở địa chỉ này trong 24 giờ để khởi tạo: {address}")
    click.echo(say(text, address=f"{address.rstrip('/')}/bat-dau/{word}"))


def who_and_when(account: str, typed: str = "") -> tuple[Actor, date, date]:
    """Ai hỏi, ngày làm việc, ngày được hỏi — a command asks as an account, within its rights."""
    from django.conf import settings

    from thenchot.doors.access.actor import account_named, actor_of

    name = account or ("moi-vai" if settings.DEMO else "")
    if not name:
        raise Refused([Reason(mark("Hãy nêu tên đăng nhập của người hỏi (--as)."))])
    today = settings.OFFICE_DAY()
    known = account_named(name)
    actor = actor_of(known, None, today) if known else None
    if actor is None or not actor.rights:
        text = mark("Không có tài khoản «{name}», hoặc chưa được giao quyền gì.")
        raise Refused([Reason(text, {"name": name})])
    try:
        said = mark("{name} (dòng lệnh)").format(name=actor.printed_name)
        actor = replace(actor, printed_name=said)
        return actor, today, parse_day(typed, today) if typed else today
    except Misread as fault:
        raise Refused([fault.reason]) from fault


def _print(lines: Iterable[dict[str, Any]]) -> None:
    click.echo(json.dumps(list(lines), ensure_ascii=False, indent=1, default=_plain))


def _plain(value: Any) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return value.isoformat() if isinstance(value, date) else str(value)
