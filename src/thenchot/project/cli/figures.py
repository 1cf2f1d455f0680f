"""Số liệu — `thenchot report`, `freeze` and `demo verify`: the same reads and acts as the pages."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.periods import NotAPeriod, Period, parse_period
from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.project.cli.ask import who_and_when
from thenchot.project.cli.say import say, translate

if TYPE_CHECKING:
    from thenchot.figures.reports.reads import Report

format_option = click.option(
    "--format", "shape", type=click.Choice(["text", "json", "xlsx", "docx", "pdf"]), default="text",
    help=mark("Cách in."),
)  # fmt: skip


def report(
    typed: str, unit: int | None, frozen: int | None, shape: str, to: Path | None, account: str
) -> None:
    """Báo cáo của một kỳ — counted now, or as it was frozen."""
    from django.conf import settings

    from thenchot.doors.exchange.reports.files import FILES
    from thenchot.doors.exchange.reports.sheet import sheet_of

    if shape in FILES and to is None:
        raise Refused([Reason(mark("Tệp {shape} cần nơi ghi ra (--to)."), {"shape": shape})])
    found = _report(typed, unit, frozen, account)
    if shape in FILES:
        sheet = sheet_of(found, translate, fictional=settings.DEMO)
        assert to is not None
        to.write_bytes(FILES[shape][1](sheet))
        return
    rows = [row.as_data(translate) for row in found.rows]
    text = json.dumps(rows, ensure_ascii=False, indent=1) if shape == "json" else _lines(found)
    if to:
        to.write_text(text + "\n", encoding="utf-8")
    else:
        click.echo(text)


def freeze(typed: str, unit: int | None, account: str) -> None:
    """Chốt báo cáo — and say which freeze it was."""
    from thenchot.figures.reports.acts import freeze_report
    from thenchot.figures.reports.reads import frozen_reports
    from thenchot.ground.basis.reads.scoped import scoped

    by, on, _ = who_and_when(account)
    period = _period(typed)
    place = unit or _root(by, on, period)
    freeze_report(by, on, period=period, organization=place)
    with scoped(by, on, reading=True):
        latest = frozen_reports(by=by, period=period, unit=place)[0]
    text = mark("Đã chốt {period}, lần {number}.")
    click.echo(say(text, period=period.sentence(translate), number=latest.number))


def verify(shape: str, account: str) -> None:
    """Soát số liệu đã công bố — exit code 1 where a figure differs."""
    from thenchot.doors.exchange.demo.verify import checks, left_out
    from thenchot.ground.basis.acts.sensitive import open_sensitive
    from thenchot.ground.basis.reads.scoped import scoped
    from thenchot.people.oversight.words import Sensitive

    by, on, _ = who_and_when(account)
    reason = say(mark("Soát các số liệu đã công bố"))
    open_sensitive(by, on, kind=Sensitive.DISCIPLINE, reason=reason)
    with scoped(by, on, reading=True):
        found = list(checks(by))
    if shape == "json":
        rows = [check.as_data() for check in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    for check in found if shape == "text" else ():
        seen = say(mark("khớp")) if check.holds else say(mark("KHÁC"))
        text = mark("{id} {kind}: công bố {published}, đếm được {counted}, {records} hồ sơ: {seen}")
        values = {
            name: getattr(check, name) for name in ("id", "kind", "published", "counted", "records")
        }
        click.echo(say(text, seen=seen, **values))
    if shape == "text":
        click.echo(say(mark("Chưa soát: {ids}"), ids=", ".join(left_out())))
    if not all(check.holds for check in found):
        raise SystemExit(1)


def _report(typed: str, unit: int | None, frozen: int | None, account: str) -> "Report":
    from thenchot.figures.reports import reads
    from thenchot.figures.reports.rules import template_for
    from thenchot.ground.basis.reads.scoped import scoped

    by, on, _ = who_and_when(account)
    period = _period(typed)
    template = template_for(period)
    if template is None:
        text = mark("Chưa có mẫu báo cáo cho {period}.")
        raise Refused([Reason(text, {"period": period})])
    place = unit or _root(by, on, period)
    with scoped(by, on, reading=True):
        if frozen is None:
            found = reads.report(by=by, template=template, period=period, unit=place, on=on)
        else:
            found = reads.frozen_report(by=by, period=period, unit=place, number=frozen)
    if found is None:
        raise Refused([Reason(mark("Không có báo cáo này."))])
    return found


def _period(typed: str) -> Period:
    try:
        return parse_period(typed)
    except NotAPeriod as misread:
        raise Refused([misread.reason]) from None


def _root(by: Actor, on: date, period: Period) -> int:
    from thenchot.figures.reports.reads import root_unit
    from thenchot.ground.basis.reads.scoped import scoped

    with scoped(by, on, reading=True):
        found = root_unit(by=by, period=period, on=on)
    if found is None:
        raise Refused([Reason(mark("Chưa có tổ chức nào trong sổ vào ngày cuối kỳ."))])
    return found


def _lines(found: "Report") -> str:
    lines = [f"{found.unit}. {translate(found.title)} {found.period.sentence(translate)}"]
    for section in found.sections:
        lines += ["", f"{translate(section.title)} ({section.owner.sentence(translate)})"]
        for row in section.rows:
            label, *numbers = row.printed(translate).values()
            lines.append(f"{'  ' * row.depth}{label}: {' · '.join(numbers)}")
    return "\n".join(lines)
