"""Chốt báo cáo — the values as they stand, and a mark of every record behind them."""

from thenchot.figures.reports.models import FrozenReport
from thenchot.figures.reports.reads import content_of, record_marks, report
from thenchot.figures.reports.rules import template_for
from thenchot.figures.reports.words import Right
from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.periods import Period
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

speak_for(
    {
        "frozen_report_number_given_once": Reason(
            mark("Báo cáo vừa được người khác chốt; hãy xem lại.")
        ),
        "frozen_report_is_numbered": Reason(mark("Lần chốt được đánh số từ 1.")),
    }
)


@act(needs=Right.FREEZE, phrase=mark("Chốt số liệu báo cáo {period} của {unit}, lần {number}"))
def freeze_report(act: OpenAct, *, period: Period, organization: int) -> int:
    """Chốt báo cáo — of a period that is over; a later freeze gets the next number."""
    act.touches(organization)
    faults: list[Reason] = []
    template = template_for(period)
    if template is None:
        text = mark("Chưa có mẫu báo cáo cho {period}.")
        faults.append(Reason(text, {"period": period}, field="period"))
    if act.day <= period.last_day:
        text = mark("Kỳ chưa kết thúc; chỉ chốt được sau ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": period.last_day}, field="period"))
    counted = None
    if template:
        counted = report(by=act.by, template=template, period=period, unit=organization, on=act.day)
    if template and counted is None:
        text = mark("Đơn vị không tồn tại vào ngày cuối kỳ.")
        faults.append(Reason(text, field="organization"))
    act.refuse_if(faults)
    assert counted is not None
    before = FrozenReport.objects.filter(organization=organization, period=period.code())
    frozen = FrozenReport.objects.create(
        entry=act.entry, organization_id=organization, period=period.code(),
        number=before.count() + 1, content=content_of(counted),
        records=record_marks(act.by, counted),
    )  # fmt: skip
    act.says(period=period.label(), unit=counted.unit, number=frozen.number)
    return frozen.pk
