"""Kiến trúc — lists that must be complete are complete."""

import pytest
from django.apps import apps
from django.db import connection, models

from thenchot.doors.access.acts import accounts, beginning, grants, tokens  # noqa: F401 — acts register
from thenchot.doors.access.technical import TECHNICAL_TABLES
from thenchot.figures.indicators.acts import entered, targets  # noqa: F401
from thenchot.figures.reports import acts  # noqa: F401
from thenchot.ground.basis.acts import (  # noqa: F401
    calendar,
    correct,
    instruments,
    parameters,
    revoke,
    sensitive,
)
from thenchot.ground.basis.acts.act import ACTS
from thenchot.ground.basis.acts.refusals import BY_NAME, spoken
from thenchot.ground.basis.models import Fact, kept_models, privacy_of
from thenchot.ground.basis.words import Privacy
from thenchot.ground.register.acts import competence, organizations, people, posts  # noqa: F401
from thenchot.ground.register.models import Person
from thenchot.office.documents.acts import (  # noqa: F401
    cascading,
    changing,
    copies,
    delegating,
    delivering,
    entering,
    exported,
    filing,
    handling,
    numbering,
    receiving,
    recipients,
    relating,
    shelving,
)
from thenchot.office.drafting.acts import joining, moving, removing, signing, writing  # noqa: F401
from thenchot.people.awards.acts import awards  # noqa: F401
from thenchot.people.cadres.acts import decisions, qualifications  # noqa: F401
from thenchot.people.committees.acts import bodies, pilots, terms, working  # noqa: F401
from thenchot.people.identity.acts import merging, numbers  # noqa: F401
from thenchot.people.members.acts import changes, hand_over, members  # noqa: F401
from thenchot.people.oversight.acts import discipline, plans  # noqa: F401
from thenchot.people.positions.acts import (  # noqa: F401
    approving,
    assessing,
    copying,
    drafting,
    framework,
    quotas,
)
from thenchot.people.reorganisation.acts import deciding  # noqa: F401
from thenchot.people.sittings.acts import calling, voting  # noqa: F401

FLOORS = [
    "basis",
    "register",
    "documents",
    "drafting",
    "identity",
    "members",
    "oversight",
    "awards",
    "cadres",
    "positions",
    "committees",
    "sittings",
    "indicators",
    "reports",
    "access",
    "web",
]


def our_models():
    return [model for model in apps.get_models() if model._meta.app_label in FLOORS]


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_foreign_keys_point_to_the_same_floor_or_a_lower_one(model):
    for field in model._meta.local_fields:
        if isinstance(field, models.ForeignKey) and field.related_model in our_models():
            target = field.related_model._meta.app_label
            assert FLOORS.index(target) <= FLOORS.index(model._meta.app_label), field


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_every_field_says_whether_it_is_personal_and_how_sensitive(model):
    if model in {kept.History for kept in kept_models()}:
        return  # the same columns, under the classes of their live table
    assert set(privacy_of(model)) == {field.name for field in model._meta.local_fields}
    assert set(privacy_of(model).values()) <= set(Privacy)


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_what_points_from_a_fact_to_a_person_is_personal(model):
    for field in model._meta.local_fields:
        if issubclass(model, Fact) and field.related_model is Person:
            assert privacy_of(model)[field.name] is not Privacy.NONE, field


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_every_act_has_a_right_a_phrase_and_a_meaning(act):
    assert act.needs.label
    assert act.phrase
    assert "—" in (act.__doc__ or "")


def test_every_table_is_written_only_by_acts_or_stands_on_the_technical_list():
    kept = {model._meta.db_table for model in kept_models()}
    histories = {model.History._meta.db_table for model in kept_models()}
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    assert tables - kept - histories - set(TECHNICAL_TABLES) == set()


@pytest.mark.database
@pytest.mark.django_db
def test_every_protected_table_has_its_triggers():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, array_agg(tgname::text) FROM pg_trigger WHERE NOT tgisinternal GROUP BY 1"
        )
        triggers = dict(cursor.fetchall())
    for model in kept_models():
        table = model._meta.db_table
        assert {"guard", "keep_new", "keep_change", "keep_gone", "stays"} <= set(triggers[table])
        assert {"history_stands", "history_stays"} <= set(triggers[f"{table}_history"])


@pytest.mark.database
@pytest.mark.django_db
def test_every_constraint_of_a_protected_table_speaks_vietnamese():
    tables = [model._meta.db_table for model in kept_models()]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE conrelid::regclass::text = ANY(%s)"
            " AND contype IN ('c', 'f', 'u', 'x', 'p')", [tables])  # fmt: skip
        names = [row[0] for row in cursor.fetchall()]
    assert len(names) > 50
    silent = [name for name in names if "trái với ràng buộc" in str(spoken(name))]
    assert silent == []
    written = {constraint.name for model in kept_models() for constraint in model._meta.constraints}
    assert written <= set(BY_NAME)
