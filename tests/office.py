"""Cơ quan thử — accounts of every role over the small party, opened and given by the office's own acts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import psycopg
import pytest
from actors import demo_actor
from allauth.mfa.models import Authenticator
from conftest import point_at
from django.db import connection
from django.test import Client
from party import Party, party
from world import TODAY, answer

from thenchot.doors.access.actor import actor_of
from thenchot.doors.access.acts.accounts import let_type_for, open_account
from thenchot.doors.access.acts.grants import grant_role
from thenchot.doors.access.models import Account
from thenchot.doors.access.roles import ROLES as OF_OFFICE
from thenchot.ground.basis.acts.act import Act
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Refused
from thenchot.project.postgres import roles

WHY = "Giấy giao việc số 12-GGV/BTCTU"
LONG_AGO = date(2025, 1, 2)
KEYS = "quan_tri_he_thong"


def opened(username: str, printed_name: str = "", **more: Any) -> int:
    """A new account, open since long ago unless said otherwise."""
    asked = {"from_day": LONG_AGO, "reason": WHY} | more
    name = printed_name or f"Người giữ {username}"
    return answer(open_account(demo_actor(), TODAY, username=username, printed_name=name, **asked))


def given(account: int, role: str, unit: int | None = None, **more: Any) -> int:
    """A grant; the strongest roles too as long as there is at most one administrator."""
    asked = {"from_day": LONG_AGO, "reason": WHY} | more
    return answer(grant_role(demo_actor(), TODAY, account=account, role=role, unit=unit, **asked))


def typing_for(deputy: int, principal: int, **more: Any) -> int:
    asked = {"from_day": LONG_AGO, "reason": WHY} | more
    return answer(let_type_for(demo_actor(), TODAY, deputy=deputy, principal=principal, **asked))


def who(account: int, acting_for: int | None = None, on: date = TODAY) -> Actor:
    return actor_of(account, acting_for, on)


def second_step(account: int) -> None:
    """As if a code were set up, which administrators must."""
    Authenticator.objects.create(user_id=account, type=Authenticator.Type.TOTP, data={})


def browser_of(account: int, **more: Any) -> Client:
    found = Client(**more)
    found.force_login(Account.objects.get(pk=account))
    return found


@dataclass
class Office:
    """Cơ quan — its party and, by a short name, its accounts."""

    here: Party
    ids: dict[str, int]
    strangers: tuple[int, ...]  # people of the other cell

    def browser(self, name: str, **more: Any) -> Client:
        return Client(**more) if name == "anonymous" else browser_of(self.ids[name], **more)

    def actor(self, name: str) -> Actor:
        return who(self.ids[name], self.ids["secretary"] if name == "deputy" else None)


ROLES = {
    "leader": ("lanh_dao_ban", "office"),
    "commune_leader": ("lanh_dao_ban", "commune"),
    "specialist": ("chuyen_vien", "office"),
    "commune_specialist": ("chuyen_vien", "commune"),
    "clerk": ("van_thu", "office"),
    "committee": ("lanh_dao_cap_uy", "commune"),
    "builder": ("chuyen_vien_xay_dung_dang", "commune"),
    "secretary": ("bi_thu_chi_bo", "cell"),
    "inspector": ("uy_ban_kiem_tra", "office"),
    "drafter": ("nguoi_soan_thao", "office"),
    "member": ("dang_vien", "other"),
    "keys": (KEYS, "office"),
    "second": (KEYS, "office"),  # last: from now on the strongest roles take two
}


def office() -> Office:
    """Lập cơ quan — a party of two cells, an account for each role, a deputy, one given nothing."""
    here = party()
    places = {
        "office": None, "commune": here.commune, "cell": here.cells[0], "other": here.cells[1],
    }  # fmt: skip
    ids = {
        name: opened(name.replace("_", "-"), person=here.people[10] if name == "member" else None)
        for name in [*ROLES, "deputy", "nobody"]
    }
    for name, (role, place) in ROLES.items():
        given(ids[name], role, places[place])
    typing_for(ids["deputy"], ids["secretary"])
    for name, (role, _) in ROLES.items():
        if OF_OFFICE[role].strongest:
            second_step(ids[name])
    return Office(here, ids, tuple(here.people[10:]))


@contextmanager
def standing(
    name: str, server: Any, new_database: Any, worker_id: str, blocker: Any
) -> Iterator[Office]:
    """An office in a database of its own, with real commits, for a whole file of tests."""
    database = f"{name}_{worker_id}"
    new_database(database)
    point_at(server, database)
    with blocker.unblock():
        yield office()
    point_at(server, f"thu_{worker_id}")


def refused(act: Act[Any], by: Actor, on: date = TODAY, **asked: Any) -> list[str]:
    """The sentences of a refusal that left neither a row nor a line behind."""
    before = everything()
    with pytest.raises(Refused) as refusal:
        act(by, on, **asked)
    assert everything() == before
    return [reason.sentence() for reason in refusal.value.reasons]


TABLES = (
    "access_account", "access_holder", "access_grant", "access_actingfor", "access_proposal",
    "access_holder_history", "access_grant_history", "access_actingfor_history",
    "access_proposal_history", "basis_disclosure", "basis_journalentry", "basis_journalchange",
    "basis_scope", "basis_own", "basis_instrument", "register_organizationspell",
    "members_reportedchange", "members_reportedchange_history",
)  # fmt: skip


def everything() -> list[int]:
    """How many rows there are of all that an act over accounts may write."""
    counts = ", ".join(f"(SELECT count(*) FROM {table})" for table in TABLES)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counts}")
        return list(cursor.fetchone())


def last_line() -> JournalEntry:
    return JournalEntry.objects.filter(seq__isnull=False).order_by("-seq")[0]


def as_owner(server: Any, database: str) -> psycopg.Connection:
    return psycopg.connect(server.url(roles.OWNER, database), autocommit=True)
