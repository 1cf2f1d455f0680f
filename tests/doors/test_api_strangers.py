"""API: không phải của mình — every id out of reach, asked as every role, is answered as one that is not there."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from actors import demo_actor
from asking import Asking
from django.conf import settings
from django.db import transaction
from office import Office, everything, standing
from papers import listed_dossier, received
from party import HANDED, MEMBERS, SECRETARY, UNITS
from world import TODAY, answer, paper

from thenchot.doors.access.actor import actor_of
from thenchot.doors.api.description import api
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.models import Instrument, fact_models
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.register.models import Organization, Person, Post, Posting
from thenchot.office.documents.models import Cascade, Dossier, Incoming
from thenchot.office.drafting.models import DraftPaper, SubmissionPiece
from thenchot.people.members.acts.hand_over import record_hand_over
from thenchot.people.members.rules import HandedSeat
from thenchot.people.positions.models import JobPosition
from thenchot.people.reorganisation.models import Scheme
from thenchot.people.sittings.models import Sitting

pytestmark = pytest.mark.database
NOT_THERE = 2**40
NAMES = (
    "leader", "commune_leader", "specialist", "commune_specialist", "clerk", "committee",
    "builder", "secretary", "inspector", "drafter",
)  # fmt: skip


@pytest.fixture(scope="module")
def built(server, new_database, worker_id, django_db_setup, django_db_blocker) -> Iterator[Office]:
    with standing("nguoi_la", server, new_database, worker_id, django_db_blocker) as office:
        other_commune(office.here.root)
        yield office


def other_commune(root: int) -> None:
    """Another commune, with cells, members, posts and papers of its own."""
    listed = paper("02-DS/ĐU", date(2020, 12, 30))
    units = [replace(each, name=f"{each.name} Khác") for each in UNITS]
    members = [
        replace(each, person=replace(each.person, full_name=f"{each.person.full_name} Khác"))
        for each in MEMBERS
    ]
    commune = answer(
        record_hand_over(
            demo_actor(), TODAY, above=root, units=units, members=members, from_day=HANDED,
            seats=[HandedSeat(1, SECRETARY, 0), HandedSeat(2, SECRETARY, None)], basis=listed,
        )
    )  # fmt: skip
    kept = {"kind": InstrumentKind.DECISION, "issuer": "Đảng ủy xã Khác", "issued_year": 2025}
    register_instrument(
        demo_actor(), TODAY, number_sign="03-QĐ/ĐU", abstract="Về việc riêng của xã",
        issued_on=date(2025, 1, 2), kept_by=commune, **kept,
    )  # fmt: skip
    received(commune)
    listed_dossier(commune, paper("04-QĐ/ĐU", date(2025, 1, 2)))


@pytest.fixture
def office(built, django_db_blocker, monkeypatch) -> Iterator[Office]:
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    with django_db_blocker.unblock():
        yield built


@pytest.fixture(scope="module")
def tokens(built, django_db_blocker) -> dict[str, Asking]:
    with django_db_blocker.unblock():
        return {name: Asking.of(built.ids[name]) for name in NAMES}


def ids(model: Any) -> list[int]:
    return list(model.objects.values_list("pk", flat=True))


def alike(response: Any, asked: int) -> tuple[int, str]:
    """Status and words, without days and the number asked for."""
    words = re.sub(r"\d\d/\d\d/\d{4}", "", response.content.decode())
    return response.status_code, re.sub(rf"\b{asked}\b", "#", words)


READS = {
    "/organizations/{}": Organization, "/postings?organization={}": Organization,
    "/memberships?cell={}": Organization, "/people/{}": Person, "/people/{}/numbers": Person, "/memberships/{}": Person,
    "/instruments/{}": Instrument, "/instruments/{}/signatures": Instrument, "/instruments/{}/file": Instrument, "/reports/quy-1-2025?unit={}": Organization,
    "/reports/quy-1-2025/frozen?unit={}": Organization,
    "/reports/quy-1-2025/frozen/1?unit={}": Organization,
    "/figures/dang-vien?unit={}&period=quy-1-2025": Organization,
    "/people?unit={}": Organization, "/instruments?unit={}": Organization, "/schemes/{}": Scheme,
    "/positions/{}": JobPosition, "/positions?organization={}": Organization,
    "/comparison?unit={}&before=2025-06-01&after=2025-07-01": Organization,
    "/comparison/changes?unit={}&before=2025-06-01&after=2025-07-01": Organization,
    "/comparison/units?unit={}&before=2025-06-01&after=2025-07-01&category=chi_bo&what=don_vi": Organization,
    "/comparison/posts?unit={}&before=2025-06-01&after=2025-07-01&category=chi_bo&what=cap_truong": Organization,
    "/copies?organization={}": Organization, "/dossiers?organization={}": Organization, "/dossiers/{}": Dossier,
    "/incoming?organization={}": Organization, "/incoming/{}": Incoming, "/paper-relations/{}": Instrument,
    "/papers?organization={}": Organization, "/papers?unit={}": Organization, "/cascades/{}": Cascade, "/cascades?organization={}": Organization, "/cascades?directive={}": Instrument,
    "/drafts/{}": DraftPaper, "/drafts/{}/likely-papers": DraftPaper,
    "/submission-pieces/{}/file": SubmissionPiece,
    "/sittings/{}": Sitting, "/sittings?organization={}": Organization,
    "/outgoing?organization={}": Organization, "/delegations?organization={}": Organization,
    "/paper-copies-owing?organization={}": Organization, "/posted?organization={}": Organization,
    "/kept-copy-loans?organization={}": Organization, "/number-series?organization={}": Organization,
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("path", READS)
def test_reading_what_is_not_ones_own(office, tokens, name, path):
    """Whatever is refused is refused in the words for what is not there; a secretary meets refusals."""
    asking = tokens[name]
    nothing = alike(asking.get(path.format(NOT_THERE)), NOT_THERE)
    refused = [
        alike(response, each)
        for each in ids(READS[path])
        if (response := asking.get(path.format(each))).status_code != 200
    ]
    assert set(refused) <= {nothing}
    if name == "secretary" and path in ("/people/{}", "/memberships?cell={}"):
        assert refused


def test_every_question_with_an_id_is_asked():
    asked = {re.sub(r"\{\w+\}", "{}", path.split("?")[0]) for path in READS}
    schema = api.get_openapi_schema()
    with_ids = {
        re.sub(r"/api/v1|", "", path)
        for path, methods in schema["paths"].items()
        if "get" in methods and ("{" in path or _asks_an_id(methods["get"]))
    }
    known = {"/figures/{code}", "/reports/{period}", "/reports/{period}/frozen",
             "/reports/{period}/frozen/{number}"}  # fmt: skip
    assert {re.sub(r"\{\w+\}", "{}", each) for each in with_ids - known} <= asked


def _asks_an_id(operation: Any) -> bool:
    return any(each["name"] in ("cell", "organization", "unit") for each in operation["parameters"])


# --- acts -----------------------------------------------------------------------------------------

DAY = "2025-06-02"


def acts(office: Office, basis: int, own: dict[str, int]) -> dict[str, tuple[Any, Any]]:
    """Each act with one member left open: the model of its ids, and the body for an id."""
    unit, person, post = own["unit"], own["person"], own["post"]
    on, from_day = {"on_day": DAY, "basis": basis}, {"from_day": DAY, "basis": basis}
    rename = {"name": "Chi bộ Khác", **from_day}
    kind = {"kind": "chi_bo", "level": "co_so"}
    return {
        "establish-organization parent": (Organization, lambda x: {"name": "M", **kind, "parent": x, **from_day}),
        "rename-organization": (Organization, lambda x: {"organization": x, **rename}),
        "rename-organization basis": (Instrument, lambda x: {"organization": unit, **rename, "basis": x}),
        "move-organization": (Organization, lambda x: {"organization": x, "parent": unit, **from_day}),
        "move-organization parent": (Organization, lambda x: {"organization": unit, "parent": x, **from_day}),
        "place-organization": (Organization, lambda x: {"organization": x, "parent": unit, **from_day}),
        "retype-organization": (Organization, lambda x: {"organization": x, **kind, "has_committee": True, **from_day}),
        "merge-organization": (Organization, lambda x: {"organization": x, "into": unit, **from_day}),
        "merge-organization into": (Organization, lambda x: {"organization": unit, "into": x, **from_day}),
        "end-organization": (Organization, lambda x: {"organization": x, **from_day}),
        "record-person kept_by": (Organization, lambda x: {"full_name": "A B", "sex": "nam", "birth_on": None, "kept_by": x, **from_day}),
        "establish-post": (Organization, lambda x: {"organization": x, "title": "T", "kind": "khac", **from_day}),
        "appoint person": (Person, lambda x: {"person": x, "post": post, **from_day}),
        "appoint post": (Post, lambda x: {"person": person, "post": x, **from_day}),
        "end-posting": (Posting, lambda x: {"posting": x, **from_day}),
        "record-employment person": (Person, lambda x: {"person": x, "organization": unit, **from_day}),
        "record-employment unit": (Organization, lambda x: {"person": person, "organization": x, **from_day}),
        "register-instrument kept_by": (Organization, lambda x: {"kind": "quyet_dinh", "number_sign": f"{x}-QĐ", "issuer": "C", "abstract": "A", "issued_year": 2024, "issued_on": "2024-01-01", "kept_by": x}),
        "complete-instrument-day": (Instrument, lambda x: {"instrument": x, "issued_on": DAY}),
        "annul-instrument": (Instrument, lambda x: {"instrument": x, "by_paper": basis, "reason": "Thử"}),
        "annul-instrument by": (Instrument, lambda x: {"instrument": basis, "by_paper": x, "reason": "Thử"}),
        "repeal-instrument": (Instrument, lambda x: {"instrument": x, "by_paper": basis, "from_day": DAY, "reason": "Thử"}),
        "record-admission person": (Person, lambda x: {"people": [{"person": x, "cell": unit}], **on}),
        "record-admission cell": (Organization, lambda x: {"people": [{"person": person, "cell": x}], **on}),
        "record-ceremony": (Person, lambda x: {"people": [{"person": x, "on_day": DAY}], "admission": basis}),
        "record-recognition": (Person, lambda x: {"people": [x], "basis": basis}),
        "record-transfer person": (Person, lambda x: {"people": [{"person": x, "cell": unit}], **from_day}),
        "record-transfer cell": (Organization, lambda x: {"people": [{"person": person, "cell": x}], **from_day}),
        "record-arrival": (Person, lambda x: {"people": [{"person": x, "cell": unit, "status": "du_bi", "admitted_on": DAY, "joined_on": DAY}], **from_day}),
        "record-exit": (Person, lambda x: {"people": [{"person": x, "way": "chuyen_di"}], **from_day}),
        "record-badges": (Person, lambda x: {"people": [{"person": x, "years": 30}], **on}),
        "record-commendation person": (Person, lambda x: {"people": [x], "form": "giay_khen", "occasion": "T", **on}),
        "record-commendation unit": (Organization, lambda x: {"organizations": [x], "form": "giay_khen", "occasion": "T", **on}),
        "record-discipline": (Person, lambda x: {"people": [{"person": x, "form": "khien_trach"}], "body": "cap_uy", **on}),
        "record-person-numbers": (Person, lambda x: {"people": [{"person": x, "kind": "so_hieu", "number": "A-1"}], **from_day}),
        "merge-people kept": (Person, lambda x: {"kept": x, "gone": person, **from_day}),
        "merge-people gone": (Person, lambda x: {"kept": person, "gone": x, **from_day}),
        "record-distinct-people": (Person, lambda x: {"one": person, "other": x, **from_day}),
        "receive-paper": (Organization, lambda x: {"organization": x, "basis": basis, "arrival": {"arrived_on": DAY}}),
        "receive-paper basis": (Instrument, lambda x: {"organization": unit, "basis": x, "arrival": {"arrived_on": DAY}}),
        "open-series": (Organization, lambda x: {"organization": x, "row": {"organ_code": "CB", "form": "dang", "period": "2025", "from_day": DAY}}),
        "list-dossiers": (Organization, lambda x: {"organization": x, "year": 2025, "rows": [{"code": "1", "title": "T", "subject": "N"}], "basis": basis}),
        "freeze-report": (Organization, lambda x: {"period": "quy-1-2025", "organization": x}),
    }  # fmt: skip


WORDS = list(acts(None, 0, dict.fromkeys(("unit", "person", "post"), 0)))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["commune_specialist", "builder", "secretary"])
@pytest.mark.parametrize("word", WORDS)
def test_writing_about_what_is_not_ones_own(office, tokens, name, word):
    """Nothing an actor cannot see is told apart from nothing at all by an act that refuses it."""
    here, asking = office.here, tokens[name]
    mine = Instrument.objects.get(number_sign="01-DS/ĐU").pk
    post = Posting.objects.get(pk=here.posting).post_id
    own = {"unit": here.cells[0], "person": here.people[0], "post": post}
    model, body = acts(office, mine, own)[word]
    by = actor_of(office.ids[name], None, TODAY)
    unseen = [each for each in ids(model) if not _seen(model, each, by)]
    assert unseen
    with transaction.atomic():
        act = word.split()[0]
        nothing = alike(asking.act(act, **body(NOT_THERE)), NOT_THERE)
        assert nothing[0] in (403, 422)
        for each in unseen:
            assert alike(asking.act(act, **body(each)), each) == nothing, each
        transaction.set_rollback(True)


def _seen(model: Any, key: int, by: Any) -> bool:
    """Whether any fact within the actor's reach speaks of it, by the first wall."""
    if model is Instrument:
        return model.objects.visible_to(by).filter(pk=key).exists()
    column = model.__name__.lower()
    if model is Posting:
        return model.objects.visible_to(by).filter(pk=key).exists()
    spells = {"organization": "OrganizationSpell", "person": "PersonSpell", "post": "PostSpell"}
    spell = next(each for each in fact_models() if each.__name__ == spells[column])
    return spell.objects.visible_to(by).filter(**{column: key}).exists()


@pytest.mark.parametrize("name", ["commune_specialist", "commune_leader"])
def test_facts_out_of_reach_are_not_there_to_be_set_right(office, tokens, name):
    by = actor_of(office.ids[name], None, TODAY)
    before = everything()
    mine = Instrument.objects.get(number_sign="01-DS/ĐU").pk
    told = {"changes": {"name": "X"}, "by_paper": mine, "reason": "Thử"}
    for model in fact_models():
        label = model._meta.label
        nothing = alike(tokens[name].act("correct-fact", kind=label, fact=NOT_THERE, **told), NOT_THERE)  # fmt: skip
        row = {"kind": label, "fact": NOT_THERE, "changes": told["changes"]}
        many = {"by_paper": mine, "reason": "Thử"}
        none = alike(tokens[name].act("correct-facts", facts=[row], **many), NOT_THERE)
        for each in ids(model):
            if not model.objects.visible_to(by).filter(pk=each).exists():
                response = tokens[name].act("correct-fact", kind=label, fact=each, **told)
                assert alike(response, each) == nothing, (label, each)
                response = tokens[name].act("correct-facts", facts=[row | {"fact": each}], **many)
                assert alike(response, each) == none, (label, each)
    assert everything() == before
