"""Ghi văn bản căn cứ — register a paper as printed; complete its day later."""

from datetime import date

from thenchot.ground.basis import rules
from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.acts.papers import recorded_faults
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.parameters import personnel_open
from thenchot.ground.basis.words import InstrumentKind, PersonnelArea, Right
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark


@act(needs=Right.REGISTER_INSTRUMENT, phrase=mark("Ghi văn bản căn cứ: {paper}"))
def register_instrument(
    act: OpenAct,
    *,
    kind: InstrumentKind,
    number_sign: str,
    issuer: str,
    abstract: str,
    issued_year: int,
    issued_on: date | None = None,
    effect_on: date | None = None,
    signer: str = "",
    file_sha256: str = "",
    kept_by: int | None = None,
    personnel: PersonnelArea | None = None,
) -> int:
    """Ghi văn bản căn cứ — the paper as printed; its day may be unknown, its year never.

    `kept_by` is the organization in whose register it stands; none: the whole office's. A paper
    about people that is still to be issued names its area, which must be switched on.
    """
    act.touches_unit_or_office(kept_by)
    number_sign, issuer, abstract, signer = map(tidy_name, (number_sign, issuer, abstract, signer))
    act.refuse_if(
        [
            *rules.instrument_faults(
                number_sign, issuer, abstract, issued_year, issued_on, effect_on
            ),
            *rules.file_faults(file_sha256),
            *rules.unpublished_faults(
                kind,
                issued_year,
                issued_on,
                act.day,
                switched_on=personnel_open(personnel, act.day),
            ),
            *recorded_faults(number_sign, issuer, issued_year, issued_on),
        ]
    )
    paper = Instrument.objects.create(
        entry=act.entry,
        kind=kind,
        number_sign=number_sign,
        issuer=issuer,
        abstract=abstract,
        issued_year=issued_year,
        issued_on=issued_on,
        effect_on=effect_on,
        signer=signer,
        file_sha256=file_sha256,
        kept_by=kept_by,
    )
    act.instrument = paper
    act.says(paper=paper)
    return paper.pk


@act(needs=Right.REGISTER_INSTRUMENT, phrase=mark("Bổ sung ngày ban hành: {paper}"))
def complete_instrument_day(act: OpenAct, *, instrument: int, issued_on: date) -> int:
    """Bổ sung ngày — a paper known by its year gets the day printed on it."""
    paper = act.rests_on(instrument, field="instrument")
    act.touches_unit_or_office(paper.kept_by)
    reasons = []
    if paper.issued_on:
        reasons.append(Reason(mark("Văn bản này đã có ngày ban hành."), field="issued_on"))
    if issued_on.year != paper.issued_year:
        text = mark("Ngày ban hành phải thuộc năm {year} đã ghi.")
        reasons.append(Reason(text, {"year": paper.issued_year}, field="issued_on"))
    kind = InstrumentKind.of(paper.kind)
    reasons += rules.unpublished_faults(kind, issued_on.year, issued_on, act.day, switched_on=False)
    act.refuse_if(reasons)
    paper.issued_on, paper.entry = issued_on, act.entry
    paper.save()
    act.says(paper=paper)
    return paper.pk
