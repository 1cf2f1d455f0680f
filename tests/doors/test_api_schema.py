"""Bản mô tả API giữ lời — random requests made from it, as three roles: no fault, nothing unsaid."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from asking import Asking
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, assume, given
from hypothesis import settings as how
from office import Office, standing
from schemathesis import GenerationMode
from schemathesis.specs.openapi import checks
from world import TODAY

from thenchot.doors.api import gate
from thenchot.project.wsgi import application

pytestmark = pytest.mark.database
ROLES = ("specialist", "builder", "secretary")
CHECKS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
    checks.missing_required_header,
    checks.ignored_auth,
]  # a valid request may still be refused: with 422 and the reasons
EXAMPLES = {GenerationMode.POSITIVE: 8, GenerationMode.NEGATIVE: 4}
NUMBERS = 20  # ids of the office in use: those of its units, people and papers begin at 1
HOW = how(
    deadline=None, database=None, derandomize=True,
    phases=[Phase.generate], suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture(scope="module")
def built(server, new_database, worker_id, django_db_setup, django_db_blocker) -> Iterator[Office]:
    with standing("mo_ta", server, new_database, worker_id, django_db_blocker) as office:
        yield office


@pytest.fixture
def office(built, django_db_blocker, monkeypatch) -> Iterator[Office]:
    """Real commits, one connection; wrong tokens are not slowed, for very many are tried."""
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    monkeypatch.setattr(gate, "wrong_key", lambda request: None)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    with django_db_blocker.unblock():
        yield built
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def near(value: Any) -> Any:
    """The same request about things that are there: what is asked of nothing is refused early."""
    if isinstance(value, dict):
        return {name: near(each) for name, each in value.items()}
    if isinstance(value, list):
        return [near(each) for each in value]
    is_id = isinstance(value, int) and not isinstance(value, bool) and value > 10_000
    return value % NUMBERS + 1 if is_id else value


@pytest.mark.parametrize("mode", GenerationMode, ids=lambda mode: mode.value)
@pytest.mark.parametrize("name", ROLES)
def test_what_is_asked_by_the_description_is_answered_by_it(office, name, mode):
    secret = Asking.of(office.ids[name]).secret
    headers = {"Authorization": f"Bearer {secret}", "Accept-Encoding": "identity"}
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, headers=headers)
    answered: dict[int, int] = {}
    for each in schema.get_all_operations():

        @how(HOW, max_examples=EXAMPLES[mode])
        @given(case=each.ok().as_strategy(generation_mode=mode))
        def ask(case):
            if mode is GenerationMode.POSITIVE:
                case.path_parameters, case.query, case.body = map(
                    near, (case.path_parameters, case.query, case.body)
                )
            assume(all(each not in ([], {}) for each in (case.query or {}).values()))  # not written
            response = case.call_and_validate(headers=headers, checks=CHECKS)
            answered[response.status_code] = answered.get(response.status_code, 0) + 1

        ask()
    assert sum(answered.values()) > 40
    assert 500 not in answered
