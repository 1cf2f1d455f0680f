"""Hệ thống khác hỏi — a token of an account, and a client that asks the API with it."""

import itertools
import json
from datetime import date
from typing import Any

from actors import demo_actor
from django.test import Client
from office import WHY
from world import TODAY, answer

from thenchot.doors.access.actor import actor_of
from thenchot.doors.access.acts.tokens import give_token
from thenchot.doors.access.tokens import new_secret

ENDS = date(2026, 1, 1)
MEDIA_TYPE = "application/problem+json"


def token_given(account: int, rights: list[str] | None = None, **more: Any) -> int:
    """A token with every right the account holds, unless fewer are asked for."""
    asked = {
        "name": "Hệ thống thử", "from_day": TODAY, "until": ENDS, "reason": WHY,
        "rights": sorted(actor_of(account, None, TODAY).rights) if rights is None else rights,
    } | more  # fmt: skip
    return answer(give_token(demo_actor(), TODAY, account=account, **asked))


class Asking:
    """Người hỏi — GET and POST under /api/v1 with one token; a new one-time key for each act."""

    keys = itertools.count(1)

    def __init__(self, secret: str) -> None:
        self.secret = secret
        self.client = Client(headers={"authorization": f"Bearer {secret}"})

    @classmethod
    def of(cls, account: int, rights: list[str] | None = None, **more: Any) -> "Asking":
        return cls(new_secret(token_given(account, rights, **more)))

    def get(self, path: str, **query: Any) -> Any:
        return self.client.get(f"/api/v1{path}", query)

    def act(self, name: str, key: str = "", /, **body: Any) -> Any:
        return self.client.post(
            f"/api/v1/acts/{name}", json.dumps(body, default=str), content_type="application/json",
            headers={"idempotency-key": key or f"khoa-thu-{next(self.keys)}"},
        )  # fmt: skip


def said(response: Any) -> list[str]:
    """The sentences of a problem."""
    assert response["Content-Type"] == MEDIA_TYPE
    return [each["sentence"] for each in response.json()["reasons"]]
