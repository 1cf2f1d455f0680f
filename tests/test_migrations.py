"""Bước cấu trúc — from empty and back, without drift, without leftovers."""

import os
import subprocess
import sys

import psycopg
import pytest
from django.apps import apps
from django.db.migrations import AddConstraint, CreateModel, RunSQL
from django.db.migrations.loader import MigrationLoader

from thenchot.ground.basis.models import TemporalReference
from thenchot.project.postgres import launcher, roles

OURS = {app.label for app in apps.get_app_configs() if app.name.startswith("thenchot.")}
SCHEMA = """
    SELECT 'column', table_name || '.' || column_name, data_type || ' ' || is_nullable || coalesce(column_default, '')
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT 'constraint', conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'trigger', tgname || tgrelid::regclass, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'function', proname, pg_get_functiondef(oid) || coalesce(proacl::text, '') FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'basis%'
    UNION ALL SELECT 'grant', relname, coalesce(relacl::text, '') FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S')
    ORDER BY 1, 2, 3
"""


@pytest.fixture
def empty(server, worker_id):
    name = f"trong_{worker_id}"
    with psycopg.connect(server.url(launcher.ADMIN, "postgres"), autocommit=True) as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        roles.create(admin, name)
    return server.url(roles.OWNER, name)


def django(url, *words):
    command = [sys.executable, "-W", "ignore", "-m", "django", *words]
    variables = os.environ | {"DATABASE_URL": url}
    result = subprocess.run(command, env=variables, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def schema(url):
    with psycopg.connect(url) as connection:
        return connection.execute(SCHEMA).fetchall()


@pytest.mark.database
def test_every_step_goes_up_and_back_and_up_again(empty):
    django(empty, "migrate", "-v", "0")
    first = schema(empty)
    django(empty, "migrate", "-v", "0", "basis", "zero")  # every area stands on it
    left = {what for _, what, _ in schema(empty) if what.partition("_")[0] in OURS}
    assert left == set()
    django(empty, "migrate", "-v", "0")
    assert schema(empty) == first
    assert len(first) > 300


@pytest.mark.database
def test_the_steps_say_what_the_models_say(empty):
    django(empty, "migrate", "-v", "0")
    assert "No changes detected" in django(empty, "makemigrations", "--check", "--dry-run")


@pytest.fixture(scope="module")
def steps():
    loader = MigrationLoader(None)
    return {key: step for key, step in loader.disk_migrations.items() if key[0] in OURS}


def test_no_step_is_a_one_way_street(steps):
    for key, step in steps.items():
        for operation in step.operations:
            assert operation.reversible, (key, operation)
            assert not isinstance(operation, RunSQL) or operation.reverse_sql, key


def added(step):
    """The temporal references a step adds, by themselves or together with their table."""
    for operation in step.operations:
        if isinstance(operation, AddConstraint):
            constraints = [operation.constraint]
        elif isinstance(operation, CreateModel):
            constraints = operation.options.get("constraints", [])
        else:
            constraints = []
        yield from (each for each in constraints if isinstance(each, TemporalReference))


def test_a_step_that_adds_a_temporal_reference_names_the_area_referred_to(steps):
    found = 0
    for (area, name), step in steps.items():
        for constraint in added(step):
            target = constraint.to.partition(".")[0]
            assert target in {area, *(app for app, _ in step.dependencies)}, (area, name)
            found += 1
    declared = [
        constraint
        for model in apps.get_models()
        for constraint in model._meta.constraints
        if isinstance(constraint, TemporalReference)
    ]
    assert found == len(declared) > 0
