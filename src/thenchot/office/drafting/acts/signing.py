"""Ký — the office of the issuing organ records who signed, for whom, on which day; or takes it back."""

from datetime import date

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.typed_dates import format_day
from thenchot.office.drafting.acts.moving import moved
from thenchot.office.drafting.acts.writing import held
from thenchot.office.drafting.models import DraftPaper
from thenchot.office.drafting.rules.rows import SigningRow, signing_faults
from thenchot.office.drafting.words import Right, Verb

FOOT = ("signing", "authority", "position", "signer")


@act(needs=Right.CHECK_FORM, phrase=mark("Ghi đã ký ngày {day}: {draft}"))
def record_signing(act: OpenAct, *, draft: int, row: SigningRow) -> int:
    """Ghi đã ký — by whoever signed, which the foot of the paper then says; it waits for its number."""
    found = held(act, draft, issuing=True)
    faults = signing_faults(row, _agreed_on(found), act.day)
    moved(
        act, found, Verb.SIGN, format_day(row.signed_on), faults,
        signing=row.signing, authority=tidy_name(row.authority), position=tidy_name(row.position),
        signer=tidy_name(row.signer), signed_on=row.signed_on,
    )  # fmt: skip
    act.says(day=format_day(row.signed_on), draft=found)
    return found.pk


@act(needs=Right.CHECK_FORM, phrase=mark("Bỏ việc ký ghi nhầm: {draft}"))
def withdraw_signing(act: OpenAct, *, draft: int, words: str) -> int:
    """Bỏ việc ký ghi nhầm — before it has a number; the draft waits for its signature again, its foot as written."""
    found = held(act, draft, issuing=True)
    before = DraftPaper.History.objects.filter(id=found.pk, signed_on=None).last() or found
    moved(act, found, Verb.UNSIGN, words, **{name: getattr(before, name) for name in FOOT})
    act.says(draft=found)
    return found.pk


def _agreed_on(draft: DraftPaper) -> date | None:
    """The day the body's vote carried, else the day the leader's agreement was recorded."""
    agreed = draft.steps.filter(verb=Verb.AGREE).order_by("-pk").first()
    return draft.carried_on or (agreed.on_day if agreed else None)
