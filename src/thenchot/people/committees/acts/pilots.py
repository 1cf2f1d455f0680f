"""Ghi điểm — a unit chosen to try something first, its interim review, its end."""

from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import end_fact, open_fact, repealed_faults, replace_fact
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import change_day_faults, term_faults
from thenchot.ground.register.words import Right
from thenchot.people.committees import rules
from thenchot.people.committees.acts.known import Known
from thenchot.people.committees.models import Pilot


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi điểm {subject} tại {unit}"))
def record_pilot(
    act: OpenAct, *, organization: int, subject: str, directed_by: int | None, equipment: str | None,
    from_day: date, basis: Basis, until: date | None = None,
) -> int:  # fmt: skip
    """Chọn điểm — by a plan, from a day, to a day where the plan sets one."""
    act.touches(organization)
    known = Known(organization, from_day)
    faults = [
        *known.unit_faults(), *term_faults(from_day, until),
        *rules.words_faults(subject, "subject", mark("Thiếu nội dung làm điểm.")),
        *rules.words_faults(equipment or "", "equipment"),
    ]  # fmt: skip
    if directed_by is not None:
        above = Known(directed_by, from_day).unit_faults()
        faults += [Reason(each.text, each.values, each.clause, "directed_by") for each in above]
    act.refuse_if(faults)
    days = DayRange(from_day, until)
    standing = Pilot.objects.filter(
        organization=organization, subject=tidy_name(subject), effective__overlap=days
    ).select_related("basis")
    act.refuse_if([
        Reason(mark("Đã là điểm về nội dung này, theo {paper}."), {"paper": each.basis}, field="subject")
        for each in standing
    ])  # fmt: skip
    made = open_fact(
        act, Pilot, days, act.rests_on(basis), organization_id=organization,
        subject=tidy_name(subject), directed_by_id=directed_by, equipment=tidy_name(equipment or ""),
    )  # fmt: skip
    act.says(subject=made.subject, unit=known.unit)
    return int(made.pk)


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi sơ kết điểm {subject}"))
def review_pilot(
    act: OpenAct,
    *,
    pilot: int,
    review: str,
    replicated_to: str | None,
    from_day: date,
    basis: Basis,
) -> int:
    """Sơ kết điểm — what the review says, and where the pilot is repeated."""
    found = _found(act, pilot)
    act.refuse_if([
        *rules.words_faults(review, "review", mark("Thiếu kết quả sơ kết.")),
        *rules.words_faults(replicated_to or "", "replicated_to"),
        *change_day_faults(found.effective, from_day), *repealed_faults(found),
    ])  # fmt: skip
    act.touches(found.organization_id)
    said = {"review": tidy_name(review), "replicated_to": tidy_name(replicated_to or "")}
    made = replace_fact(act, found, from_day, act.rests_on(basis), **said)
    act.says(subject=found.subject)
    return int(made.pk)


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi kết thúc điểm {subject}"))
def end_pilot(act: OpenAct, *, pilot: int, from_day: date, basis: Basis) -> int:
    """Kết thúc điểm — `from_day` is the first day the unit is no longer one."""
    found = _found(act, pilot)
    act.refuse_if([*change_day_faults(found.effective, from_day), *repealed_faults(found)])
    act.touches(found.organization_id)
    end_fact(act, found, from_day, act.rests_on(basis))
    act.says(subject=found.subject)
    return int(found.pk)


def _found(act: OpenAct, pilot: int) -> Pilot:
    found: Pilot | None = Pilot.objects.select_for_update(of=("self",)).filter(pk=pilot).first()
    if found is None:
        act.refuse(Reason(mark("Không có điểm này trong sổ."), field="pilot"))
    return found
