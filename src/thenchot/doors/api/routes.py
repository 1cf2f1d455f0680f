"""Khai báo địa chỉ — a question asks its right first, an act acts once; each in a few lines."""

from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, ClassVar
from uuid import UUID

from django.http import Http404
from ninja import Header, Router, Schema
from pydantic import ConfigDict

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.problems import TWICE, UNKNOWN
from thenchot.doors.api.shapes import Out
from thenchot.ground.basis.acts.act import Act, Done, no_right
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.reasons import NotAllowed, Reason, Refused
from thenchot.ground.plain.text import mark

RIGHT = "x-right"
Key = Annotated[
    str,
    Header(alias="Idempotency-Key", min_length=8, max_length=100, pattern=r"^[!-~]+$"),
]


class Row(Schema):
    """Dòng của danh sách — made into the row the act takes."""

    model_config = ConfigDict(extra="forbid")
    MADE: ClassVar[type]

    def row(self) -> Any:
        return self.MADE(**_plain_members(self))


class Body(Schema):
    """Nội dung một việc — its members are the arguments of the act."""

    model_config = ConfigDict(extra="forbid")

    def asked(self) -> dict[str, Any]:
        return _plain_members(self)

    def taken(self) -> tuple[dict[str, Any], list[Reason]]:
        """Đã nhận — the arguments, and what could not be read of them, told with the act's own reasons."""
        return self.asked(), []


class DoneOut(Out):
    """Đã ghi — the line of the journal, the number of what was made or changed; `replayed` once more."""

    entry: UUID
    answer: int | None
    replayed: bool


def question(
    router: Router, path: str, *, needs: Labelled, shape: Any
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Câu hỏi — GET; 403 without the right anywhere, 404 for None: not there or not yours, alike."""

    def declare(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def asked(request: Request, *args: Any, **kwargs: Any) -> Any:
            if not request.actor.may(needs):
                text = mark("Khóa truy cập này không có quyền «{right}».")
                raise NotAllowed([Reason(text, {"right": needs})])
            _refuse_unknown(request, kwargs.get("asked"))
            found = view(request, *args, **kwargs)
            if found is None:
                raise Http404
            return found

        router.get(path, response=shape, **_said(view.__name__, view.__doc__, needs))(asked)
        return view

    return declare


def deed(router: Router, act: Act[Any], shape: type[Body]) -> None:
    """Việc — POST, exactly one act under its one-time key; sent again, the first answer."""

    def record(request: Request, key: Key, body: shape) -> Done:  # type: ignore[valid-type]
        if not request.actor.may(act.needs):  # before anything sent is looked into
            raise NotAllowed([no_right(act.needs)])
        asked, noted = body.taken()  # type: ignore[attr-defined]
        once: Callable[..., Done] = act.once(key, noted)
        return once(request.actor, request.day, **asked)

    path = f"/acts/{act.name.replace('_', '-')}"
    router.post(path, response=DoneOut, **_said(act.name, act.__doc__, act.needs))(record)


def _refuse_unknown(request: Request, asked: Schema | None) -> None:
    """A filter misspelt, or said twice, would be answered with something else than was asked for."""
    known = type(asked).model_fields if asked else {}
    faults = [
        Reason(UNKNOWN if name not in known else TWICE, field=name)
        for name, values in request.GET.lists()
        if name not in known or len(values) > 1
    ]
    if faults:
        raise Refused(faults)


def _said(name: str, meaning: str | None, needs: Labelled) -> dict[str, Any]:
    """What the description says: the Vietnamese term, the meaning, the right asked."""
    term = (meaning or name).split("—")[0].strip()
    return {
        "operation_id": name, "summary": term, "description": meaning,
        "openapi_extra": {RIGHT: needs.value},
    }  # fmt: skip


def _plain_members(shape: Schema) -> dict[str, Any]:
    return {name: _plain(getattr(shape, name)) for name in type(shape).model_fields}


def _plain(value: Any) -> Any:
    if isinstance(value, Row):
        return value.row()
    return [_plain(each) for each in value] if isinstance(value, list) else value
