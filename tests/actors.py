"""Người thử — an actor with every right in the whole office; its scope row stands in the template."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from thenchot.doors.access.models import Account
from thenchot.doors.access.roles import EVERY_RIGHT, FOUNDER
from thenchot.ground.basis.reads.scoped import HELD
from thenchot.ground.plain.actor import EVERYWHERE, Actor

ACCOUNT = 900_000  # signs in to the pages in tests; as powerful as the actor
GIVE = f"""
    INSERT INTO access_account (id, username, password, epoch) VALUES ({ACCOUNT}, 'nguoi-thu', '!', 0);
    INSERT INTO basis_scope (actor, role, unit, from_day, until_day)
    SELECT actor, '{FOUNDER}', NULL, '-infinity', 'infinity'
    FROM unnest(ARRAY['thu', '{ACCOUNT}']) actor
"""

CARRY = "INSERT INTO basis_roleright (role, code) VALUES (%s, %s) ON CONFLICT DO NOTHING"
REACH = (
    "INSERT INTO basis_scope (actor, role, unit, from_day, until_day)"
    " VALUES (%s, %s, %s, '-infinity', 'infinity')"
)
ASK = """
    SELECT set_config('thenchot.actor', 'thu', false), set_config('thenchot.day', '2025-06-16', false),
           set_config('thenchot.right', 'register.ghi_to_chuc', false)
"""


def signed_in(**more) -> Client:
    """A browser that is signed in with every right."""
    found = Client(**more)
    found.force_login(Account(pk=ACCOUNT, username="nguoi-thu", password="!"))
    return found


def demo_actor() -> Actor:
    """May do everything, as long as `GIVE` was run by the owner of the database."""
    return Actor("thu", "Người dùng thử (dữ liệu mô phỏng)", dict.fromkeys(EVERY_RIGHT, EVERYWHERE))


def questions(client, address) -> tuple[int, int]:
    """(status, questions) of a page: the words that begin and end its transaction are none.

    Inside the test's own transaction it makes savepoints, asks for the settings held outside, and
    gives them back at the end: these are left out too.
    """
    with CaptureQueriesContext(connection) as asked:
        status = client.get(address).status_code
    ends = {"BEGIN", "COMMIT"}
    said = [
        each["sql"] for each in asked if each["sql"] not in ends and "SAVEPOINT" not in each["sql"]
    ]
    nested = sum(HELD.strip() in text for text in said)
    return status, len(said) - 2 * nested
