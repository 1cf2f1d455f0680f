"""Nơi nhận — a paper sent to each of them, some way, on a day; they say that it came."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered
from thenchot.office.documents.acts.changing import locked_line
from thenchot.office.documents.acts.delivering import issued_paper
from thenchot.office.documents.models import Delivery
from thenchot.office.documents.rules.issued import leg_faults
from thenchot.office.documents.rules.recipients import delivery_faults
from thenchot.office.documents.words import Channel, Right

_REGISTER = mark("Nguyên tắc sổ gốc")
speak_for(
    {
        "delivery_once_each_way": Reason(
            mark("Đã ghi chuyển văn bản này đến nơi ấy bằng cách ấy."), {}, _REGISTER, "recipients"
        ),
        "delivery_is_whole": Reason(
            mark("Lần chuyển phải có nơi nhận, cách gửi; ngày nhận không trước ngày chuyển."),
            {},
            _REGISTER,
            "recipients",
        ),
    }
)


@act(needs=Right.REGISTER, phrase=mark("Ghi đã chuyển {paper} đến {n} nơi nhận"))
def deliver_paper(
    act: OpenAct, *, number: int, sent_on: date, channel: Channel, recipients: Sequence[str]
) -> int:
    """Chuyển đến nơi nhận — several at once, on one day, one way; after the paper was issued."""
    found = issued_paper(act, number)
    names = [tidy_name(each) for each in recipients]
    gone = set(found.deliveries.filter(channel=channel).values_list("recipient", flat=True))
    act.refuse_if(delivery_faults(names, gone, sent_on, found.sent_on, act.day))
    for name in names:
        Delivery.objects.create(
            entry=act.entry, number=found, organization_id=found.organization_id, recipient=name,
            channel=channel, sent_on=sent_on,
        )  # fmt: skip
    act.says(n=len(names))
    return found.pk


@act(needs=Right.REGISTER, phrase=mark("Ghi {n} nơi đã nhận {paper}"))
def confirm_deliveries(
    act: OpenAct, *, number: int, received_on: date, deliveries: Sequence[int]
) -> int:
    """Nơi nhận đã nhận — as they said, or signed; each time it was sent once."""
    found = issued_paper(act, number)
    sent = {each.pk: each for each in found.deliveries.select_for_update(no_key=True, of=("self",))}
    faults = []
    if not deliveries:
        faults.append(Reason(mark("Chưa chọn lần chuyển nào."), field="deliveries"))
    for place, each in enumerate(deliveries, start=1):
        said, line = [], sent.get(each)
        if line is None:
            text = mark("Không có lần chuyển này của văn bản.")
            said.append(Reason(text, field="delivery"))
        elif line.received_on or each in deliveries[: place - 1]:
            text = mark("Đã ghi {recipient} nhận.")
            said.append(Reason(text, {"recipient": line.recipient}, field="delivery"))
        else:
            said += leg_faults(received_on, line.sent_on, act.day, "received_on")
        faults += numbered(place, said)
    act.refuse_if(faults)
    for each in deliveries:
        line = sent[each]
        line.received_on, line.entry = received_on, act.entry
        line.save()
    act.says(n=len(deliveries))
    return found.pk


@act(needs=Right.REGISTER, phrase=mark("Rút lần chuyển {paper} đến {recipient}"))
def withdraw_delivery(act: OpenAct, *, delivery: int, reason: str) -> int:
    """Rút lần chuyển ghi nhầm — it stands in history with the reason."""
    none = Reason(mark("Không có lần chuyển này."), field="delivery")
    found, line = locked_line(act, Delivery.objects.filter(pk=delivery), none)
    act.says(paper=found.basis, recipient=line.recipient)
    reason = tidy_name(reason)
    act.refuse_if([] if reason else [Reason(mark("Phải nêu lý do rút."), field="reason")])
    act.reason = reason
    line.delete()
    return found.pk
