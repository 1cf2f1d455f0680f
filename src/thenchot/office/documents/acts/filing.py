"""Lập hồ sơ — how long groups are kept, lists of a year, dossiers opened, filled and closed."""

from collections.abc import Mapping, Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import set_state
from thenchot.ground.basis.reads.instruments import papers_seen
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell
from thenchot.ground.register.rules import numbered
from thenchot.office.documents.models import Dossier, Filed, Retention
from thenchot.office.documents.rules.dossiers import (
    DossierRow,
    FiledRow,
    closing_faults,
    code_key,
    group_key,
    list_faults,
    no_group,
    opening_faults,
    retention_faults,
    sheets_faults,
    state_faults,
    year_faults,
)
from thenchot.office.documents.words import DossierState, Right


@act(needs=Right.SET_FILES, phrase=mark("Ghi thời hạn bảo quản: {subject}"))
def set_retention(
    act: OpenAct, *, subject: str, keep_years: int | None, clause: str, verified: bool,
    from_day: date, basis: Basis,
) -> int:  # fmt: skip
    """Ghi thời hạn bảo quản — of a group of dossiers, from a day on, as its paper sets it.

    `keep_years` is None for ever; `verified` is False where the text of the source was not read.
    """
    act.touches_office()
    said = tidy_name(subject)
    known = {group_key(each): each for each in Retention.objects.values_list("subject", flat=True)}
    made = set_state(
        act, Retention, {"subject": known.get(group_key(said), said)}, from_day, basis,
        faults=retention_faults(said, keep_years), keep_years=keep_years, clause=tidy_name(clause),
        verified=verified,
    )  # fmt: skip
    act.says(subject=made.subject)
    return int(made.pk)


@act(needs=Right.SET_FILES, phrase=mark("Lập danh mục hồ sơ năm {year}: {n} hồ sơ"))
def list_dossiers(
    act: OpenAct, *, organization: int, year: int, rows: Sequence[DossierRow], basis: Basis
) -> None:
    """Lập danh mục hồ sơ — of a unit for a year, by the paper that approved it; further lines are added alike.

    How long each is kept is read from the table of retention of the first day of the year, or of the
    paper's day where that is later.
    """
    act.touches(organization)
    paper, faults = act.rests_on(basis), year_faults(year)
    groups: dict[str, Retention] = {}
    standing: set[str] = set()
    if not faults:
        day = max(date(year, 1, 1), paper.issued_on or date.min)
        groups = _groups_on(day)
        of_year = Dossier.objects.filter(organization=organization, year=year)
        standing = {code_key(code) for code in of_year.values_list("code", flat=True)}
        days = DayRange(date(year, 1, 1), date(year + 1, 1, 1))
        units = OrganizationSpell.objects.filter(organization=organization)
        if not units.filter(effective__overlap=days).exists():
            text = mark("Đơn vị này không tồn tại trong năm {year}.")
            faults.append(Reason(text, {"year": year}, field="organization"))
        faults += list_faults(rows, standing, _names(groups))
    act.refuse_if(faults)
    for row in rows:
        group = groups[group_key(row.subject)]
        Dossier.objects.create(
            entry=act.entry, organization_id=organization, basis=paper, year=year,
            code=tidy_name(row.code), heading=tidy_name(row.heading or ""),
            title=tidy_name(row.title), subject=group.subject, keep_years=group.keep_years,
            keeper=tidy_name(row.keeper or ""), note=tidy_name(row.note or ""),
        )  # fmt: skip
    act.says(year=year, n=len(rows))


@act(needs=Right.FILE, phrase=mark("Mở hồ sơ {dossier}"))
def open_dossier(act: OpenAct, *, dossier: int, opened_on: date) -> int:
    """Mở hồ sơ — of the list of its year; work begins."""
    found = _standing(act, dossier)
    act.refuse_if(
        [
            *state_faults(DossierState.of(found.state), DossierState.LISTED),
            *opening_faults(opened_on, found.year, act.day),
        ]
    )
    found.state, found.opened_on = DossierState.OPEN, opened_on
    return _keep(act, found)


@act(needs=Right.FILE, phrase=mark("Đưa {n} văn bản vào hồ sơ {dossier}"))
def file_papers(act: OpenAct, *, dossier: int, papers: Sequence[FiledRow]) -> int:
    """Đưa văn bản vào hồ sơ — papers of the register, each once, with their sheets where counted."""
    found = _standing(act, dossier)
    faults = state_faults(DossierState.of(found.state), DossierState.OPEN)
    if not papers:
        faults.append(Reason(mark("Chưa chọn văn bản nào."), field="papers"))
    seen = papers_seen(by=act.by, papers=[row.paper for row in papers])
    held = set(found.papers.values_list("basis", flat=True))
    for number, row in enumerate(papers, start=1):
        reasons = sheets_faults(row.sheets)
        if row.paper not in seen:
            reasons.append(Reason(mark("Không có văn bản này trong sổ."), field="paper"))
        elif row.paper in held:
            reasons.append(Reason(mark("Văn bản này đã ở trong hồ sơ."), field="paper"))
        held.add(row.paper)
        faults += numbered(number, reasons)
    act.refuse_if(faults)
    for row in papers:
        Filed.objects.create(
            entry=act.entry, dossier=found, organization_id=found.organization_id,
            basis_id=row.paper, sheets=row.sheets, filed_on=act.day, note=tidy_name(row.note or ""),
        )  # fmt: skip
    act.says(n=len(papers))
    return found.pk


@act(needs=Right.FILE, phrase=mark("Ghi số tờ của {paper} trong hồ sơ {dossier}"))
def count_sheets(act: OpenAct, *, filed: int, sheets: int) -> int:
    """Ghi số tờ — of one paper of an open dossier."""
    one, found = _filed(act, filed)
    act.refuse_if(
        [*state_faults(DossierState.of(found.state), DossierState.OPEN), *sheets_faults(sheets)]
    )
    one.sheets, one.entry = sheets, act.entry
    one.save()
    return found.pk


@act(needs=Right.FILE, phrase=mark("Đưa {paper} ra khỏi hồ sơ {dossier}"))
def take_paper_out(act: OpenAct, *, filed: int, reason: str) -> int:
    """Đưa văn bản ra khỏi hồ sơ — one put there by mistake, with the reason; the paper itself stays."""
    one, found = _filed(act, filed)
    faults, reason = (
        state_faults(DossierState.of(found.state), DossierState.OPEN),
        tidy_name(reason),
    )
    if not reason:
        faults.append(Reason(mark("Phải nêu lý do đưa văn bản ra."), field="reason"))
    act.refuse_if(faults)
    act.reason = reason
    one.delete()
    return found.pk


@act(needs=Right.FILE, phrase=mark("Kết thúc hồ sơ {dossier}"))
def close_dossier(act: OpenAct, *, dossier: int, closed_on: date, subject: str = "") -> int:
    """Kết thúc hồ sơ — how long it is kept is read again from the table of that day.

    `subject`: another group than the list said, where the work turned out otherwise.
    """
    found = _standing(act, dossier)
    faults = state_faults(DossierState.of(found.state), DossierState.OPEN)
    groups = _groups_on(closed_on)
    group = groups.get(group_key(subject or found.subject))
    if group is None:
        faults.append(no_group(subject or found.subject, _names(groups).values(), "subject"))
    if not faults and group and found.opened_on:
        sheets = list(found.papers.values_list("sheets", flat=True))
        faults += closing_faults(closed_on, found.opened_on, act.day, group.keep_years, sheets)
    act.refuse_if(faults)
    if group:
        found.subject, found.keep_years = group.subject, group.keep_years
    found.state, found.closed_on = DossierState.CLOSED, closed_on
    return _keep(act, found)


@act(needs=Right.SET_FILES, phrase=mark("Mở lại hồ sơ {dossier}"))
def reopen_dossier(act: OpenAct, *, dossier: int, reason: str) -> int:
    """Mở lại hồ sơ — one closed too early, with the reason."""
    found = _standing(act, dossier)
    faults, reason = (
        state_faults(DossierState.of(found.state), DossierState.CLOSED),
        tidy_name(reason),
    )
    if not reason:
        faults.append(Reason(mark("Phải nêu lý do mở lại."), field="reason"))
    act.refuse_if(faults)
    found.state, found.closed_on = DossierState.OPEN, None
    act.reason = reason
    return _keep(act, found)


def _standing(act: OpenAct, dossier: int) -> Dossier:
    """Hồ sơ đang giữ — locked; refused where there is none within the right's reach."""
    found = Dossier.objects.select_for_update(no_key=True, of=("self",)).filter(pk=dossier).first()
    if found is None:
        act.refuse(Reason(mark("Không có hồ sơ này."), field="dossier"))
    act.touches(found.organization_id)
    act.says(dossier=found)
    return found


def _filed(act: OpenAct, filed: int) -> tuple[Filed, Dossier]:
    one = Filed.objects.select_related("basis").filter(pk=filed).first()
    if one is None:
        act.refuse(Reason(mark("Không có văn bản này trong hồ sơ."), field="filed"))
    act.says(paper=one.basis)
    return one, _standing(act, one.dossier_id)


def _keep(act: OpenAct, found: Dossier) -> int:
    found.entry = act.entry
    found.save()
    return found.pk


def _names(groups: Mapping[str, Retention]) -> dict[str, str]:
    return {key: each.subject for key, each in groups.items()}


def _groups_on(day: date) -> dict[str, Retention]:
    return {group_key(each.subject): each for each in Retention.objects.on(day)}
