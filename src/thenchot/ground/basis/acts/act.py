"""Việc — one act of the office: a transaction, a right, a rule, facts, one journal line."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Concatenate, Generic, NoReturn, ParamSpec, TypeVar
from uuid import UUID

from django.db import IntegrityError, ProgrammingError, connection
from django.utils import timezone

from thenchot.ground.basis.acts.papers import ground_faults, new_paper, paper_faults
from thenchot.ground.basis.acts.refusals import reason_of
from thenchot.ground.basis.models import Instrument, OneTimeKey
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import Right
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.reasons import AlreadyAnswered, NotAllowed, Reason, Refused
from thenchot.ground.plain.text import Sentence, mark

P = ParamSpec("P")
T = TypeVar("T")
Basis = int | PaperRow  # a paper of the register, or one that this very act registers
WALL = "42501"  # what PostgreSQL says where a row policy refuses
KEPT_FOR = timedelta(days=30)  # a one-time key is remembered so long


@dataclass(frozen=True, slots=True)
class Done:
    """Đã ghi — the line an act left, and the id of what it made or changed."""

    entry: UUID
    answer: int | None
    replayed: bool = False


@dataclass(slots=True)
class OpenAct:
    """Việc đang mở — what the body of an act holds in its hand until the line is closed."""

    act: "Act[Any]"
    by: Actor
    day: date
    entry: UUID
    scope: list[int] = field(default_factory=list)
    made: list[int] = field(default_factory=list)
    instrument: Instrument | None = None
    reason: str = ""
    said: dict[str, object] = field(default_factory=dict)
    noted: list[Reason] = field(default_factory=list)
    written: dict[PaperRow, Instrument] = field(default_factory=dict)

    def touches(self, *units: int | None) -> None:
        """Chạm tới — ask the actor's right for each unit; it is asked again before closing."""
        self.scope.extend(unit for unit in units if unit is not None and unit not in self.made)
        self.check_scope()

    def touches_office(self) -> None:
        """Chạm tới cả hệ thống — what no unit holds is written with the right in the whole office."""
        if self.by.reach(self.act.needs) != EVERYWHERE:
            raise NotAllowed([no_right(self.act.needs)])

    def touches_unit_or_office(self, unit: int | None) -> None:
        """Chạm tới một sổ — the unit that keeps it, or the whole office where no unit does."""
        if unit is None:
            self.touches_office()
        self.touches(unit)

    def refuse_unseen(self) -> NoReturn:
        """Ngoài tầm nhìn — what the actor does not see in full is not undone."""
        raise NotAllowed([no_right(self.act.needs)])

    def makes(self, *units: int) -> None:
        """Lập ra — units that did not exist before; their scope is asked before the line is closed."""
        self.made.extend(units)

    def check_scope(self) -> None:
        for unit in self.scope:
            if not self.by.may(self.act.needs, unit):
                raise NotAllowed([no_right(self.act.needs)])

    def check_again(self) -> None:
        """Hỏi lại sau khi ghi — of the database, which knows the units made and rights just ended."""
        wanted = {*self.scope, *self.made}
        with connection.cursor() as cursor:
            cursor.execute(STILL_HELD, {"right": self.act.needs.value, "units": list(wanted)})
            held, reached = cursor.fetchone()
        if not (held and reached):
            raise NotAllowed([no_right(self.act.needs)])

    def refuse(self, *reasons: Reason) -> NoReturn:
        raise self.act.refused([*self.noted, *(each for each in reasons if each not in self.noted)])

    def refuse_if(self, reasons: Sequence[Reason]) -> None:
        """Từ chối nếu có lý do — all of them at once, with those noted before the body began."""
        if self.noted or reasons:
            self.refuse(*reasons)

    def notes(self, faults: Sequence[Reason], papers: Mapping[str, Basis]) -> None:
        """Ghi nhận trước — faults of the form, and of its papers by the argument each came for."""
        self.noted += faults
        for name, basis in papers.items():
            if isinstance(basis, int):
                found = Instrument.objects.filter(pk=basis).first()
                self.noted += ground_faults(found, name) if found else []
                continue
            if not self.by.may(Right.REGISTER_INSTRUMENT, basis.kept_by):
                raise NotAllowed([no_right(Right.REGISTER_INSTRUMENT)])
            self.noted += paper_faults(basis, self.day)

    def rests_on(self, basis: Basis, *, field: str = "basis") -> Instrument:
        """Căn cứ — the paper this act rests on; one annulled or repealed carries nothing new.

        One that comes with the act is registered here, unless faults are noted: then it is only
        shown to the rules, and the next `refuse_if` refuses.
        """
        self.instrument = (
            self._register(basis) if isinstance(basis, PaperRow) else self._find(basis, field)
        )
        return self.instrument

    def _register(self, row: PaperRow) -> Instrument:
        if row not in self.written:
            self.written[row] = new_paper(row, self.entry)
            if not self.noted:
                self.written[row].save()
        return self.written[row]

    def _find(self, instrument: int, field: str) -> Instrument:
        paper = Instrument.objects.select_for_update(no_key=True).filter(pk=instrument).first()
        if paper is None:
            self.refuse(Reason(mark("Không có văn bản căn cứ này."), field=field))
        if faults := ground_faults(paper, field):
            self.refuse(*faults)
        return paper

    def says(self, **values: object) -> None:
        """Lời ghi — fill the phrase of the journal line."""
        self.said |= values

    def sentence(self) -> str:
        """Câu của dòng nhật ký."""
        return Sentence(self.act.phrase, self.said).sentence()


STILL_HELD = """
    SELECT basis_holds(%(right)s), basis_everywhere(%(right)s) OR NOT EXISTS (
        SELECT FROM unnest(%(units)s::bigint[]) wanted
        WHERE wanted NOT IN (SELECT u FROM basis_reach(%(right)s) u))
"""
REFERENCES = """
    SELECT string_agg(DISTINCT quote_ident(conname), ', ') FROM pg_constraint
    WHERE contype = 'f' AND condeferrable AND connamespace = 'public'::regnamespace
"""
PAPERS = (
    "basis",
    "by_paper",
)  # arguments whose papers a form hears about with all its other faults


class _SeenEnough(Exception):
    """Rolls a rehearsal back."""


class Act(Generic[P]):
    """Việc của cơ quan — call it with the actor, the office day and its own arguments.

    Opens the transaction, asks the right, runs the body, checks every constraint, closes the
    journal line. A refusal (`Refused`, all reasons at once) leaves nothing behind.
    """

    def __init__(
        self, body: Callable[Concatenate[OpenAct, P], int | None], needs: Labelled, phrase: str
    ) -> None:
        self.body, self.needs, self.phrase = body, needs, phrase
        self.name = body.__name__
        self.refused: type[Refused] = type(f"{_camel(self.name)}Refused", (Refused,), {})
        self.__doc__ = body.__doc__

    def __call__(self, by: Actor, on: date, /, *args: P.args, **kwargs: P.kwargs) -> Done:
        return self._carry_out(by, on, None, (), args, kwargs)

    def once(
        self, key: str, noted: Sequence[Reason] = (), body: object = None
    ) -> Callable[Concatenate[Actor, date, P], Done]:
        """Một lần — the same act under a one-time key; the second use returns the first answer.

        `noted` are faults the form found while reading: the act is refused with them and its own.
        `body` is what was sent, where the arguments do not tell it: a paper typed once is found in
        the register the second time.
        """

        def keyed(by: Actor, on: date, /, *args: P.args, **kwargs: P.kwargs) -> Done:
            sent = _digest(kwargs if body is None else body)
            return self._carry_out(by, on, (key, sent), noted, args, kwargs)

        return keyed

    def rehearsed(self, look: Callable[[OpenAct], T]) -> Callable[Concatenate[Actor, date, P], T]:
        """Diễn thử — what `look` sees once the act is done; then nothing was done.

        Refused as the act would be. No line is closed, so no other act waits for it.
        """

        def tried(by: Actor, on: date, /, *args: P.args, **kwargs: P.kwargs) -> T:
            with suppress(_SeenEnough), self._refusing(by, on):
                opened, _ = self._body(by, on, (), {}, args, kwargs)
                _check_references()
                seen = look(opened)
                raise _SeenEnough
            return seen

        return tried

    def _carry_out(
        self, by: Actor, on: date, once: tuple[str, bytes] | None, noted: Sequence[Reason], args: Any,
        kwargs: dict[str, Any],
    ) -> Done:  # fmt: skip
        with self._refusing(by, on):
            claim = _claim(by, self, *once) if once else None
            if claim and claim.entry:
                return Done(claim.entry, claim.answer, replayed=True)
            papers = {name: kwargs[name] for name in PAPERS if once and kwargs.get(name)}
            opened, answer = self._body(by, on, noted, papers, args, kwargs)
            _close(opened)
            if claim:
                claim.entry, claim.answer = opened.entry, answer
                claim.save(update_fields=["entry", "answer"])
            return Done(opened.entry, answer)

    @contextmanager
    def _refusing(self, by: Actor, on: date) -> Iterator[None]:
        """One transaction of the actor; what the database refuses is said as the act says it."""
        if not by.may(self.needs):
            raise NotAllowed([no_right(self.needs)])
        try:
            with scoped(by, on):
                yield
        except IntegrityError as error:
            raise self.refused([reason_of(error)]) from error
        except ProgrammingError as error:
            if getattr(error.__cause__, "sqlstate", "") == WALL:
                raise NotAllowed([no_right(self.needs)]) from error
            raise

    def _body(
        self, by: Actor, on: date, noted: Sequence[Reason], papers: Mapping[str, Basis], args: Any,
        kwargs: dict[str, Any],
    ) -> tuple[OpenAct, int | None]:  # fmt: skip
        opened = OpenAct(self, by, on, _open(self, by))
        rows = {name: each for name, each in kwargs.items() if isinstance(each, PaperRow)}
        opened.notes(noted, {**papers, **rows})
        answer = self.body(opened, *args, **kwargs)
        opened.refuse_if(())
        opened.check_again()
        return opened, answer


def act(
    *, needs: Labelled, phrase: str
) -> Callable[[Callable[Concatenate[OpenAct, P], int | None]], Act[P]]:
    """Khai báo việc — `needs` is the right, `phrase` the sentence of the journal line."""

    def declare(body: Callable[Concatenate[OpenAct, P], int | None]) -> Act[P]:
        declared = Act(body, needs, phrase)
        ACTS[declared.name] = declared
        return declared

    return declare


ACTS: dict[str, Act[Any]] = {}  # filled while modules load; the completeness tests walk it


def _open(act: Act[Any], by: Actor) -> UUID:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('thenchot.right', %s, true)", [act.needs.value])
        cursor.execute("SELECT basis_open_act(%s, %s, %s)", [act.name, by.id, by.printed_name])
        opened: UUID = cursor.fetchone()[0]
    return opened


def _check_references() -> None:
    """Every deferred reference now; that the act is still open is asked at its end only."""
    with connection.cursor() as cursor:
        cursor.execute(REFERENCES)
        cursor.execute(f"SET CONSTRAINTS {cursor.fetchone()[0]} IMMEDIATE")


def _close(opened: OpenAct) -> None:
    scope = ",".join(map(str, sorted({*opened.scope, *opened.made})))
    instrument = opened.instrument.as_printed() if opened.instrument else ""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT basis_close_act(%s, %s, %s, %s)",
            [scope, instrument, opened.sentence(), opened.reason],
        )


def _digest(sent: object) -> bytes:
    text = json.dumps(sent, sort_keys=True, default=repr, ensure_ascii=False)
    return hashlib.sha256(text.encode()).digest()


def _claim(by: Actor, act: Act[Any], key: str, digest: bytes) -> OneTimeKey:
    """A twin in flight waits here on the unique index; another content is refused."""
    old = timezone.now() - KEPT_FOR
    OneTimeKey.objects.filter(account=by.id, made_at__lt=old).delete()
    wanted = OneTimeKey(account=by.id, act=act.name, key=key, digest=digest)
    OneTimeKey.objects.bulk_create([wanted], ignore_conflicts=True)
    claim = OneTimeKey.objects.select_for_update().get(account=by.id, key=key)
    if claim.act != act.name or bytes(claim.digest) != digest:
        raise AlreadyAnswered([Reason(mark("Phiếu này đã được ghi với nội dung khác."))])
    return claim


def no_right(right: Labelled) -> Reason:
    """Không có quyền — the sentence of it."""
    text = mark("Đồng chí chưa được giao quyền «{right}» trong phạm vi này.")
    return Reason(text, {"right": right})


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))
