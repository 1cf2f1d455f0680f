"""Văn bản thử — series, numbers, papers received and directed, recorded through acts."""

from dataclasses import replace
from datetime import date
from typing import Any

from actors import demo_actor
from world import TODAY, answer

from thenchot.doors.access.actor import actor_of
from thenchot.doors.access.acts.accounts import open_account
from thenchot.doors.access.acts.grants import grant_role
from thenchot.ground.basis.acts.act import Basis
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.names import fold
from thenchot.ground.register.acts.people import record_person
from thenchot.ground.register.words import Sex
from thenchot.office.documents.acts.cascading import hand_down
from thenchot.office.documents.acts.copies import certify_copy
from thenchot.office.documents.acts.delegating import delegate_directing
from thenchot.office.documents.acts.delivering import lend_kept_copy, post_out
from thenchot.office.documents.acts.entering import set_not_entered
from thenchot.office.documents.acts.exported import enter_register
from thenchot.office.documents.acts.filing import (
    file_papers,
    list_dossiers,
    open_dossier,
    set_retention,
)
from thenchot.office.documents.acts.handling import direct_paper
from thenchot.office.documents.acts.numbering import (
    issue_number,
    open_series,
    reserve_number,
    set_number_source,
)
from thenchot.office.documents.acts.receiving import receive_paper
from thenchot.office.documents.acts.recipients import deliver_paper
from thenchot.office.documents.acts.relating import relate_papers
from thenchot.office.documents.acts.shelving import shelve_paper
from thenchot.office.documents.models import (
    Dossier,
    Filed,
    NumberSource,
    Outgoing,
    Retention,
    Series,
)
from thenchot.office.documents.rules.cascading import CascadeRow, UnitRow
from thenchot.office.documents.rules.copies import CopyRow
from thenchot.office.documents.rules.dossiers import DossierRow, FiledRow
from thenchot.office.documents.rules.exported import ExportedRow
from thenchot.office.documents.rules.issued import LoanRow, PostRow
from thenchot.office.documents.rules.numbering import OutgoingRow, SeriesRow
from thenchot.office.documents.rules.receiving import Arrival, AssignmentRow, DirectionRow
from thenchot.office.documents.rules.relating import RelationRow
from thenchot.office.documents.words import (
    Channel,
    CopyKind,
    Family,
    Part,
    RelationKind,
    SeriesBook,
    Source,
    Subject,
)

TERM = SeriesRow("QĐ", "TU", Family.PARTY, "2020-2025", date(2020, 10, 28))
DECISION = OutgoingRow(
    InstrumentKind.DECISION,
    "Ban Thường vụ",
    "về việc thử",
    "Nguyễn Văn Thử",
    recipients="Như Điều 3",
)
ARRIVED = Arrival(date(2025, 6, 2), Channel.NETWORK, due_on=date(2025, 6, 20))


def came(number: str = "45-CV/BTCTW", day: date = date(2025, 5, 30)) -> PaperRow:
    """A letter of the central department, not held yet."""
    return PaperRow(InstrumentKind.LETTER, number, "Ban Tổ chức Trung ương", "về việc thử", day)


def received(organization: int, number: str = "45-CV/BTCTW", arrival: Arrival = ARRIVED) -> int:
    return answer(
        receive_paper(
            demo_actor(), TODAY, organization=organization, basis=came(number), arrival=arrival
        )
    )


def series(organization: int, row: SeriesRow = TERM) -> int:
    return answer(open_series(demo_actor(), TODAY, organization=organization, row=row))


def issued(of: int, row: OutgoingRow = DECISION, day: date = date(2025, 6, 3)) -> int:
    return answer(issue_number(demo_actor(), TODAY, series=of, row=row, given_on=day))


ELSEWHERE = ExportedRow(
    "9-QĐ/TU", date(2025, 6, 16), "Ban Thường vụ", "về việc thử", "Nguyễn Văn Thử"
)


def elsewhere(organization: int, basis: int, *rows: ExportedRow) -> list[int]:
    """Papers that another system has numbered since June; the lines of its register, in their order."""
    if not NumberSource.objects.filter(organization=organization, source=Source.OTHER).exists():
        set_number_source(
            demo_actor(), TODAY, organization=organization, source=Source.OTHER,
            system="Hệ thống điều hành", from_day=date(2025, 6, 5), basis=basis,
        )  # fmt: skip
    known = set(Outgoing.objects.values_list("pk", flat=True))
    enter_register(demo_actor(), TODAY, organization=organization, rows=rows or (ELSEWHERE,))
    lines = Outgoing.objects.filter(organization=organization).exclude(pk__in=known)
    return list(lines.order_by("pk").values_list("pk", flat=True))


SENT = replace(DECISION, sent_on=date(2025, 6, 4))
POSTED = PostRow(date(2025, 6, 4), "Huyện ủy Thử", 2)
LENT = LoanRow(date(2025, 6, 5), "Trần Thị Mượn", "Trưởng ban")
COPIES = SeriesRow("BS", "TU", Family.PARTY, "2020-2025", date(2025, 1, 1), book=SeriesBook.COPIES)
GROUP = "Công việc chung"


def copied(organization: int, of: int, row: CopyRow | None = None, day: date = TODAY) -> int:
    row = row or CopyRow(CopyKind.WHOLE, "Nguyễn Văn Thử", recipients="Các chi bộ", copies=5)
    found = Series.objects.filter(organization=organization, book=SeriesBook.COPIES).first()
    of_copies = found.pk if found else series(organization, COPIES)
    return answer(
        certify_copy(demo_actor(), TODAY, series=of_copies, paper=of, row=row, given_on=day)
    )


def kept_for(
    years: int | None, basis: int, group: str = GROUP, day: date = date(2024, 1, 1)
) -> None:
    set_retention(
        demo_actor(), TODAY, subject=group, keep_years=years, clause="", verified=False,
        from_day=day, basis=basis,
    )  # fmt: skip


def kept_out(
    basis: int, subject: str = "Phiếu thử", day: date = date(2024, 1, 1), **more: Any
) -> None:
    said = {"subject": subject, "kept_out": True, "clause": "", "verified": False} | more
    set_not_entered(demo_actor(), TODAY, from_day=day, basis=basis, **said)


def listed_dossier(organization: int, basis: int, code: str = "01.TC", year: int = 2025) -> int:
    """A dossier of the year's list, kept ten years."""
    if not Retention.objects.exists():
        kept_for(10, basis)
    rows = [DossierRow(code, "Hồ sơ thử", GROUP, "Tổ chức", "Văn thư")]
    list_dossiers(demo_actor(), TODAY, organization=organization, year=year, rows=rows, basis=basis)
    return Dossier.objects.get(organization=organization, year=year, code=code).pk


def opened_dossier(organization: int, basis: int) -> int:
    dossier = listed_dossier(organization, basis)
    return answer(open_dossier(demo_actor(), TODAY, dossier=dossier, opened_on=date(2025, 2, 3)))


def filed(dossier: int, of: int, sheets: int | None = None) -> int:
    file_papers(demo_actor(), TODAY, dossier=dossier, papers=[FiledRow(of, sheets)])
    return Filed.objects.get(dossier=dossier, basis=of).pk


def one_of_each_paper(organization: int, unit: int, basis: int) -> None:
    """A source of numbers, a series with two numbers, a paper received and directed to a unit."""
    set_number_source(
        demo_actor(), TODAY, organization=organization, source=Source.OWN, system="",
        from_day=date(2024, 1, 2), basis=basis,
    )  # fmt: skip
    of = series(organization)
    issued(of)
    reserve_number(demo_actor(), TODAY, series=of, given_on=TODAY)
    asked = (AssignmentRow(Part.LEAD, unit=unit, due_on=date(2025, 6, 20)),)
    direction = DirectionRow("Trưởng ban", date(2025, 6, 3), "Đơn vị chủ trì.", asked)
    direct_paper(demo_actor(), TODAY, incoming=received(organization), direction=direction)
    copied(organization, basis)
    kept_out(basis)
    filed(opened_dossier(organization, basis), basis)
    delegated(organization, basis)
    number = issued(of, SENT)
    post_out(demo_actor(), TODAY, number=number, row=POSTED)
    lend_kept_copy(demo_actor(), TODAY, number=number, row=LENT)
    delivered(number)
    plan = related(organization, unwritten("316-KH/TU"), kind=RelationKind.IMPLEMENTS, to=basis)
    handed_down(organization, plan, unit)
    shelve_paper(
        demo_actor(), TODAY, organization=organization, basis=plan, subject=Subject.ORGANIZATION
    )


def delivered(number: int, *recipients: str, **told: Any) -> None:
    """Sent over the network to one recipient or more, on the day it was issued."""
    asked = {"sent_on": date(2025, 6, 4), "channel": Channel.NETWORK} | told
    names = recipients or ("Huyện ủy Thử",)
    answer(deliver_paper(demo_actor(), TODAY, number=number, recipients=names, **asked))


def acting(name: str, organization: int, basis: int, *roles: str) -> tuple[int, Actor]:
    """A person with an account of their own and these roles in one organ."""
    who = answer(
        record_person(
            demo_actor(), TODAY, full_name=name, sex=Sex.FEMALE, birth_on=date(1980, 5, 4),
            from_day=date(2024, 3, 1), basis=basis, kept_by=organization,
        )
    )  # fmt: skip
    account = answer(
        open_account(
            demo_actor(), TODAY, username=fold(name).replace(" ", "-"), printed_name=name, person=who,
            from_day=date(2025, 1, 2), reason="Thử",
        )
    )  # fmt: skip
    for role in ("dang_vien", *roles):
        grant_role(
            demo_actor(), TODAY, account=account, role=role, unit=organization,
            from_day=date(2025, 1, 2), reason="Thử",
        )  # fmt: skip
    return who, actor_of(account, None, TODAY)


def delegated(organization: int, basis: int, last_day: date = date(2025, 6, 20)) -> int:
    """A leader away from today, and a specialist who directs in their place."""
    _, leader = acting("Trần Văn Vắng", organization, basis, "lanh_dao_cap_uy")
    delegate, _ = acting("Lê Thị Thay", organization, basis, "chuyen_vien")
    return answer(
        delegate_directing(
            leader, TODAY, organization=organization, delegate=delegate, from_day=TODAY,
            last_day=last_day, basis=basis,
        )
    )  # fmt: skip


def unwritten(
    number: str, day: date = date(2025, 6, 4), kind: InstrumentKind = InstrumentKind.PLAN
) -> PaperRow:
    """A paper to be registered by the act that rests on it."""
    return PaperRow(kind, number, "Ban Thường vụ", "về việc thử", day)


def handed_down(
    organization: int, directive: int, *units: int, kind: InstrumentKind = InstrumentKind.SCHEME,
    due_on: date = date(2025, 6, 12),
) -> int:  # fmt: skip
    """A paper of a kind asked of units below, by the directive itself."""
    row = CascadeRow(directive, kind, due_on)
    return answer(
        hand_down(
            demo_actor(), TODAY, organization=organization, basis=directive, row=row,
            units=[UnitRow(each) for each in units],
        )
    )  # fmt: skip


def related(organization: int, basis: Basis, **row: Any) -> int:
    """A relation recorded; gives the paper it is of."""
    return answer(
        relate_papers(
            demo_actor(), TODAY, organization=organization, basis=basis, row=RelationRow(**row)
        )
    )
