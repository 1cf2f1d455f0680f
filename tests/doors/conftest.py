"""Thế giới của phân quyền — built once for a file of tests, with real commits."""

import pytest
from access_judging import Here, built


@pytest.fixture(scope="module")
def here(server, new_database, worker_id) -> Here:
    new_database(f"quyen_{worker_id}")
    return built(server, f"quyen_{worker_id}", seed=0)
