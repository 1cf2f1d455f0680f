"""Cấp và thu khóa truy cập — some of an account's rights, to a last day; its secret is the holder's."""

from collections.abc import Sequence
from datetime import date

from thenchot.doors.access import rules
from thenchot.doors.access.acts.standing import holder_of, name_of
from thenchot.doors.access.models import ApiToken, Grant, TokenSecret
from thenchot.doors.access.roles import ROLES
from thenchot.doors.access.words import Right
from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark


@act(
    needs=Right.MANAGE, phrase=mark("Cấp khóa truy cập «{token}» cho {name}, đến {until:%d/%m/%Y}")
)
def give_token(
    act: OpenAct,
    *,
    account: int,
    name: str,
    rights: Sequence[str],
    from_day: date | None,
    until: date | None,
    reason: str,
) -> int:
    """Cấp khóa truy cập — the holder then takes the secret; whoever gives it never sees it."""
    act.touches_office()
    held = holder_of(act, account)
    name, reason = tidy_name(name), tidy_name(reason)
    now = Grant.objects.filter(account=account, effective__contains=act.day)
    roles = set(now.values_list("role", flat=True))
    carried = set().union(*(ROLES[role].rights for role in roles))
    act.refuse_if(
        [
            *rules.token_faults(name, rights, carried, from_day, until),
            *rules.given_reason_faults(reason),
        ]
    )
    assert from_day is not None and until is not None  # noqa: PT018
    made = ApiToken.objects.create(
        entry=act.entry, account_id=account, name=name, rights=sorted(set(rights)), reason=reason,
        effective=DayRange(from_day, until),
    )  # fmt: skip
    act.reason = reason
    act.says(token=name, name=held.printed_name, until=until)
    return made.pk


@act(needs=Right.MANAGE, phrase=mark("Thu khóa truy cập «{token}» của {name}"))
def end_token(act: OpenAct, *, token: int, reason: str) -> int:
    """Thu khóa truy cập — it opens nothing from the next request on."""
    act.touches_office()
    found = ApiToken.objects.select_for_update(of=("self",)).filter(pk=token).first()
    if found is None:
        act.refuse(Reason(mark("Không có khóa truy cập này."), field="token"))
    faults = rules.given_reason_faults(tidy_name(reason))
    if found.effective.until is not None and found.effective.until <= act.day:
        faults.append(Reason(mark("Khóa truy cập này đã hết hạn."), field="token"))
    act.refuse_if(faults)
    act.reason = tidy_name(reason)
    act.says(token=found.name, name=name_of(found.account_id))
    TokenSecret.objects.filter(token=found).delete()
    if found.effective.start >= act.day:  # not in force before today: it leaves for history
        ApiToken.objects.filter(pk=found.pk).delete()
        return token
    found.effective, found.entry = found.effective.ends_at(act.day), act.entry
    found.ended_reason = act.reason
    found.save()
    return token
