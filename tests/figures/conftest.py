"""Thế giới nhỏ để đếm — about 300 members with five years of life, loaded once for a file of tests."""

from collections.abc import Iterator

import pytest
from actors import demo_actor
from conftest import point_at
from world import TODAY

from thenchot.doors.exchange.demo.load import load_province
from thenchot.doors.exchange.demo.shape import world_of
from thenchot.ground.basis.acts.sensitive import open_sensitive
from thenchot.people.oversight.words import Sensitive
from thenchot.project.postgres import roles


@pytest.fixture(scope="module", params=[1, 9], ids=["seed 1", "seed 9"])
def small(
    request, server, new_database, worker_id, django_db_setup, django_db_blocker
) -> Iterator[str]:
    """Gives the address of its database, as the owner, whom no wall stops."""
    name = f"nho_{worker_id}"
    new_database(name)
    point_at(server, name)
    with django_db_blocker.unblock():
        assert load_province(TODAY, world_of(300, request.param))
        open_sensitive(demo_actor(), TODAY, kind=Sensitive.DISCIPLINE, reason="Thử")
        yield server.url(roles.OWNER, name)
    point_at(server, f"thu_{worker_id}")
