"""Cấp số — who gives an organ's numbers, its series, each number given once, kept outside or cancelled."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import set_state
from thenchot.ground.basis.acts.papers import ground_faults, paper_faults
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell
from thenchot.office.documents.acts.stored import TAKEN, identity_of, take_over, typed_papers
from thenchot.office.documents.models import NumberSource, Outgoing, Series
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.documents.rules.numbering import (
    OutgoingRow,
    SeriesRow,
    book_faults,
    kind_faults,
    number_faults,
    organ_faults,
    outgoing_faults,
    overlap_faults,
    sent_faults,
    series_faults,
    sign_of,
)
from thenchot.office.documents.words import Family, NumberState, Right, SeriesBook, Source


@act(needs=Right.SET_NUMBERING, phrase=mark("Ghi nguồn cấp số: {source}"))
def set_number_source(
    act: OpenAct, *, organization: int, source: Source, system: str, from_day: date, basis: Basis
) -> None:
    """Nguồn cấp số — from a day on, by a paper; another system is called by its name."""
    act.touches(organization)
    system = tidy_name(system)
    faults = []
    if (source == Source.OTHER) != bool(system):
        text = mark("Ghi tên hệ thống khi hệ thống khác cấp số, và chỉ khi ấy.")
        faults.append(Reason(text, field="system"))
    set_state(
        act, NumberSource, {"organization_id": organization}, from_day, basis,
        faults=faults, source=source, system=system,
    )  # fmt: skip
    act.says(source=source)


@act(needs=Right.SET_NUMBERING, phrase=mark("Mở dãy số {series}"))
def open_series(act: OpenAct, *, organization: int, row: SeriesRow) -> int:
    """Mở dãy số — begins at 01; of an organ that stands on its first day; alone on its days."""
    act.touches(organization)
    faults = series_faults(row)
    faults += organ_faults(row.organ_code, row.from_day, shipped_grammar(), "organ_code")
    if row.until_day is None or row.until_day > row.from_day:
        faults += overlap_faults(row, _series_of(organization), "from_day")
    if not OrganizationSpell.objects.on(row.from_day).filter(organization=organization).exists():
        text = mark("Cơ quan này không tồn tại vào ngày bắt đầu dãy số.")
        faults.append(Reason(text, field="from_day"))
    act.refuse_if(faults)
    made = Series.objects.create(
        entry=act.entry, organization_id=organization, letters=row.letters.strip(),
        organ_code=row.organ_code.strip(), form=row.form, period=tidy_name(row.period),
        from_day=row.from_day, until_day=row.until_day, book=row.book,
    )  # fmt: skip
    act.says(series=made)
    return made.pk


@act(needs=Right.SET_NUMBERING, phrase=mark("Kết thúc dãy số {series}"))
def close_series(act: OpenAct, *, series: int, until_day: date) -> int:
    """Kết thúc dãy số — no number is given from that day on; one ended earlier may run on, still alone."""
    found = locked_series(act, series)
    late = any(
        given.filter(given_on__gte=until_day).exists()
        for given in (found.numbers, found.papers_copied)
    )
    faults = []
    if until_day <= found.from_day:
        faults.append(
            Reason(mark("Ngày kết thúc dãy số phải sau ngày bắt đầu."), field="until_day")
        )
    elif found.until_day and until_day > found.until_day:
        row = replace(_row_of(found), until_day=until_day)
        faults += overlap_faults(row, _series_of(found.organization_id, found.pk), "until_day")
    if late:
        text = mark("Dãy số đã cấp số từ ngày ấy trở đi.")
        faults.append(Reason(text, field="until_day"))
    act.refuse_if(faults)
    found.until_day, found.entry = until_day, act.entry
    found.save()
    act.says(series=found)
    return found.pk


@act(needs=Right.REGISTER, phrase=mark("Cấp số {sign} cho văn bản đi"))
def issue_number(act: OpenAct, *, series: int, row: OutgoingRow, given_on: date) -> int:
    """Cấp số — the next of the series, for a paper signed that day; the paper enters the register."""
    return give_number(act, series, row, given_on).pk


def give_number(
    act: OpenAct,
    series: int,
    row: OutgoingRow,
    given_on: date,
    reasons: Sequence[Reason] = (),
    of: int | None = None,
) -> Outgoing:
    """Số kế tiếp — given to a paper within the open act; `reasons` are told with its own.

    A paper of this very number, issuer and day that whoever received it typed first becomes the organ's, where
    the organ bears that issuer already.
    `of`: the organ whose series it has to be.
    """
    found = locked_series(act, series)
    faults = [*reasons, *given_faults(act, found, given_on), *outgoing_faults(row)]
    if row.sent_on:
        faults += sent_faults(given_on, row.sent_on, act.day)
    if of is not None and found.organization_id != of:
        text = mark("Dãy số này không phải của cơ quan ban hành.")
        faults.append(Reason(text, field="series"))
    letters, form = found.letters or row.letters, Family.of(found.form)
    sign = sign_of(found.last + 1, letters, found.organ_code, form)
    if not found.book:
        faults += kind_faults(row.kind, letters, form, given_on, shipped_grammar())
    paper = PaperRow(
        row.kind, sign, row.issuer, row.abstract, given_on, row.signer, row.file_sha256,
        found.organization_id,
    )  # fmt: skip
    typed = typed_papers(found.organization_id, [paper.tidied()]).get(identity_of(paper.tidied()))
    faults += paper_faults(paper, act.day, typed=typed is not None)
    act.refuse_if([*faults, *(ground_faults(typed, "series") if typed else [])])
    made = _given(act, found, NumberState.ISSUED, given_on)
    made.basis = typed or act.rests_on(paper)
    made.drafted_by_id, made.recipients = row.drafted_by, tidy_name(row.recipients)
    made.copies, made.kept_at, made.note = row.copies, tidy_name(row.kept_at), tidy_name(row.note)
    made.sent_on, made.paper_also_required = row.sent_on, row.paper_also_required or None
    made.save()
    if typed:
        made.basis = act.instrument = take_over(found.organization_id, typed.pk, paper)
    act.says(sign=f"{sign} ({TAKEN})" if typed else sign)
    return made


@act(needs=Right.REGISTER, phrase=mark("Cấp số {number} của dãy {series} ngoài hệ thống"))
def reserve_number(act: OpenAct, *, series: int, given_on: date) -> int:
    """Cấp ngoài hệ thống — the next number, for a paper of which nothing stands here."""
    found = locked_series(act, series)
    act.refuse_if(given_faults(act, found, given_on))
    made = _given(act, found, NumberState.RESERVED, given_on)
    made.save()
    act.says(number=f"{made.number:02d}", series=found)
    return made.pk


@act(needs=Right.REGISTER, phrase=mark("Hủy số {number} của dãy {series}"))
def cancel_number(act: OpenAct, *, number: int, reason: str) -> int:
    """Hủy số — with its reason; the number is never given again, the paper keeps its line."""
    found = Outgoing.objects.select_for_update(no_key=True, of=("self",)).filter(pk=number).first()
    if found is None or found.series is None:
        act.refuse(Reason(mark("Không có số này trong dãy số của cơ quan."), field="number"))
    act.touches(found.organization_id)
    reason = tidy_name(reason)
    faults = [] if reason else [Reason(mark("Phải nêu lý do hủy số."), field="reason")]
    if found.state == NumberState.CANCELLED:
        faults.append(Reason(mark("Số này đã hủy."), field="number"))
    if found.sent_on:
        text = mark(
            "Văn bản đã phát hành ngày {day:%d/%m/%Y}; thu hồi hoặc thay thế, không hủy số."
        )
        faults.append(Reason(text, {"day": found.sent_on}, field="number"))
    act.refuse_if(faults)
    found.state, found.reason, found.entry = NumberState.CANCELLED, reason, act.entry
    found.save()
    act.says(number=f"{found.number:02d}", series=found.series)
    return found.pk


@act(needs=Right.REGISTER, phrase=mark("Phát hành {paper}"))
def send_out(act: OpenAct, *, number: int, sent_on: date) -> int:
    """Phát hành — the day a numbered paper left; the day of signing or the next working day."""
    found = Outgoing.objects.select_for_update(no_key=True, of=("self",)).filter(pk=number).first()
    if found is None or found.basis is None or found.state != NumberState.ISSUED:
        act.refuse(Reason(mark("Không có văn bản đi này để phát hành."), field="number"))
    act.touches(found.organization_id)
    faults = []
    if found.sent_on:
        text = mark("Văn bản đã phát hành ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": found.sent_on}, field="sent_on"))
    faults += sent_faults(found.given_on, sent_on, act.day)
    act.refuse_if(faults)
    found.sent_on, found.entry = sent_on, act.entry
    found.save()
    act.says(paper=found.basis)
    return found.pk


def _series_of(organization: int, but: int = 0) -> list[tuple[str, SeriesRow]]:
    """Các dãy số của cơ quan — by name, without one of them."""
    found = Series.objects.filter(organization=organization).exclude(pk=but or 0).order_by("pk")
    return [(str(each), _row_of(each)) for each in found]


def _row_of(series: Series) -> SeriesRow:
    return SeriesRow(
        series.letters, series.organ_code, Family.of(series.form), series.period, series.from_day,
        series.until_day, SeriesBook.of(series.book) if series.book else None,
    )  # fmt: skip


def locked_series(act: OpenAct, series: int) -> Series:
    """Dãy số đang giữ — whoever asks for a number of the same series waits."""
    found = Series.objects.select_for_update(no_key=True, of=("self",)).filter(pk=series).first()
    if found is None:
        act.refuse(Reason(mark("Không có dãy số này."), field="series"))
    act.touches(found.organization_id)
    return found


def given_faults(
    act: OpenAct, series: Series, given_on: date, *, of_copies: bool = False
) -> list[Reason]:
    """Chưa cấp được số — of the series' book, of whoever gives the organ's numbers, on that day."""
    sources = NumberSource.objects.on(given_on).filter(organization=series.organization_id)
    source = sources.values_list("source", flat=True).first()
    faults = number_faults(
        Source.of(source) if source else None, given_on, series.from_day, series.until_day, act.day
    )
    book = SeriesBook.of(series.book) if series.book else None
    code = organ_faults(series.organ_code, given_on, shipped_grammar(), "given_on")
    return [*book_faults(book, of_copies=of_copies), *faults, *code]


def next_number(act: OpenAct, series: Series) -> int:
    """Số kế tiếp — of a series that is locked; given once."""
    series.last, series.entry = series.last + 1, act.entry
    series.save()
    return series.last


def _given(act: OpenAct, series: Series, state: NumberState, given_on: date) -> Outgoing:
    return Outgoing(
        entry=act.entry, organization_id=series.organization_id, series=series,
        number=next_number(act, series), state=state, given_on=given_on,
    )  # fmt: skip
