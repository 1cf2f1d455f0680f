"""Bức tường thứ hai — row policies made from the words a model says in `SEEN`.

Every policy asks functions of `sql/sight.sql` by uncorrelated subqueries, which PostgreSQL runs
once a statement and hashes. The words are frozen in the migration; a test compares them with the
model's and the comment on the policy.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.migrations.operations.base import Operation

from thenchot.ground.basis.migrations.operations import sql_of_table

OPEN_NOW = "entry = (SELECT basis_open_entry())"  # what the act open here has just written
WRITE = "(SELECT basis_right())"


def reads(words: Mapping[str, Any], *, kept: bool = True) -> str:
    """Đọc — the condition of the SELECT policy."""
    found = _reached(words, _quoted(words["right"])) if words.get("right") else ANYONE
    if "withheld" in words:
        column, word, right = words["withheld"]
        found = f"({found}) AND ({column} <> '{word}' OR {_reached(words, _quoted(right))})"
    if "kind" in words:
        kind, person = _quoted(words["kind"]), words["person"]
        opened = f"(SELECT basis_counting()) OR (SELECT basis_opened({kind}))"
        found = f"({found}) AND ({opened} OR {person} IN (SELECT p FROM basis_opened_people({kind}) p))"
    if "person" in words:
        found = f"({found}) OR {words['person']} = (SELECT basis_self())"
    if kept and "units" in words:  # an act reads what it may write
        inside = " OR ".join(_within(unit, WRITE) for unit in words["units"])
        found = f"({found}) OR (SELECT basis_everywhere({WRITE})) OR {inside}"
    elif kept and "kind" in words:
        standing = _people(words, WRITE)
        found = f"({found}) OR (SELECT basis_everywhere({WRITE})) OR {standing}"
    for account in words.get("accounts", ()):
        found = f"({found}) OR {account} = (SELECT basis_account())"
    if "named_in" in words:  # its own wall stands round the table that names the row
        table, column = words["named_in"]
        found = f"({found}) OR id IN (SELECT n.{column} FROM {table} n)"
    return f"({found}) OR {OPEN_NOW}" if kept else found


def answers(words: Mapping[str, Any]) -> str:
    """Trả lời — the right of the open act in one of the units the row names, or the person it names."""
    inside = [_within(unit, WRITE) for unit in words["units"]]
    inside.append(f"{words['person']} = (SELECT basis_self())")
    held = f"(SELECT basis_everywhere({WRITE}))"
    return f"{held} OR ((SELECT basis_holds({WRITE})) AND ({' OR '.join(inside)}))"


def writes(
    words: Mapping[str, Any], also: tuple[str, str] | None = None, *, whole: bool = False
) -> str:
    """Ghi — the right of the open act, in every unit the row names.

    `also`: the parent in whose reach a unit may be founded, and the table of identities in which
    the open act has made it. `whole`: the row is the whole office's, and so must be the right.
    """
    held = f"(SELECT basis_everywhere({WRITE}))"
    inside = [f"({unit} IS NULL OR {_within(unit, WRITE)})" for unit in words.get("units", ())]
    if whole:
        return held
    if "through" in words:
        inside.append(_through(words["through"], WRITE))
    if not inside and ("person" in words or not words.get("right")):
        inside.append(f"(SELECT basis_holds({WRITE}))")
    if not inside:
        return held
    found = f"{held} OR ((SELECT basis_holds({WRITE})) AND {' AND '.join(inside)})"
    if not also:
        return found
    above, identities = also
    new = f"{words['units'][0]} IN (SELECT m.id FROM {identities} m WHERE m.{OPEN_NOW})"
    return f"{found} OR ({_within(above, WRITE)} AND {new})"


ANYONE = "(SELECT basis_works())"


def _reached(words: Mapping[str, Any], right: str) -> str:
    found = [f"(SELECT basis_everywhere({right}))"]
    found += [_within(unit, right) for unit in words.get("units", ())]
    if "by" in words:
        found.append(_people(words, right))
    if "through" in words:
        found.append(_through(words["through"], right))
    return " OR ".join(found)


def _within(unit: str, right: str) -> str:
    return f"{unit} IN (SELECT u FROM basis_reach({right}) u)"


def _people(words: Mapping[str, Any], right: str) -> str:
    standing = "true" if words["by"] == "file" else "false"
    return f"{words['person']} IN (SELECT p FROM basis_people({right}, {standing}) p)"


def _through(through: tuple[str, str], right: str) -> str:
    column, table = through
    return f"{column} IN (SELECT s.{column} FROM {table} s WHERE {_within('s.organization_id', right)})"


def _quoted(word: str) -> str:
    return f"'{word}'"


class Wall(Operation):
    """Dựng tường — row security with FORCE: who may read, who may write; the owner keeps the house.

    `kept`: a table written by acts, with a history table under the same wall; its papers' uses are
    noted. `also`: the column of a parent in whose reach this act may found a unit (the first of
    `units`); `whole`: only with the right in the whole office; `answered`: a row once written is
    changed from any of its units, or by the person it names.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(
        self, model: str, *, kept: bool = True, also: str = "", whole: bool = False,
        answered: bool = False, **words: Any,
    ) -> None:  # fmt: skip
        self.model, self.kept, self.also, self.whole = model, kept, also, whole
        self.answered, self.words = answered, words

    def deconstruct(self) -> Any:
        asked = {
            "kept": self.kept, "also": self.also, "whole": self.whole, "answered": self.answered,
        } | self.words  # fmt: skip
        return self.__class__.__qualname__, [self.model], asked

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The state of the models does not change."""

    def database_forwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
        table = sql_of_table(app_label, self.model, after)
        columns = _columns(app_label, self.model, after, self.words)
        self._raise(editor, table, reads(columns, kept=self.kept))
        if not self.kept:
            return
        self._raise(editor, f"{table}_history", reads(columns))
        web = editor.quote_name(settings.WEB_ROLE)
        may = writes(columns, self._founding(app_label, after), whole=self.whole)
        kept = writes(columns, whole=self.whole)
        changes = f"USING ({kept}) WITH CHECK ({may})"
        if self.answered:
            changes = f"USING ({answers(columns)}) WITH CHECK ({answers(columns)})"
        for verb, condition in (
            ("INSERT", f"WITH CHECK ({may})"),
            ("UPDATE", changes),
            ("DELETE", f"USING ({kept})"),
        ):
            policy = f"writes_{verb.lower()}"
            editor.execute(f"CREATE POLICY {policy} ON {table} FOR {verb} TO {web} {condition}", None)
        if "basis_id" in {field.column for field in _fields(app_label, self.model, after)}:
            editor.execute(_noting(table, columns), None)

    def database_backwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
        table = sql_of_table(app_label, self.model, before)
        for name in ("use_new", "use_change"):
            editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}", None)
        policies = ["reads", "keeper"]
        if self.kept:
            policies += ["writes_insert", "writes_update", "writes_delete"]
            self._raze(editor, f"{table}_history", ["reads", "keeper"])
        self._raze(editor, table, policies)

    def _founding(self, app_label: str, state: Any) -> tuple[str, str] | None:
        if not self.also:
            return None
        model = state.apps.get_model(app_label, self.model)
        identity = model._meta.get_field(self.words["units"][0]).related_model
        return model._meta.get_field(self.also).column, identity._meta.db_table

    def _raise(self, editor: Any, table: str, condition: str) -> None:
        web = editor.quote_name(settings.WEB_ROLE)
        editor.execute(
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;"
            f"CREATE POLICY keeper ON {table} TO CURRENT_USER USING (true) WITH CHECK (true);"
            f"CREATE POLICY reads ON {table} FOR SELECT TO {web} USING ({condition})",
            None,
        )

    def _raze(self, editor: Any, table: str, policies: list[str]) -> None:
        for policy in policies:
            editor.execute(f"DROP POLICY {policy} ON {table}", None)
        editor.execute(
            f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY", None
        )

    def describe(self) -> str:
        return f"Wall {self.model}"


class WallAgain(Wall):
    """Dựng lại tường — of a table whose words changed; `was`: those it had."""

    def __init__(self, model: str, *, was: dict[str, Any], **said: Any) -> None:
        super().__init__(model, **said)
        self.was = was

    def deconstruct(self) -> Any:
        name, places, asked = super().deconstruct()
        return name, places, asked | {"was": self.was}

    def database_forwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
        super().database_backwards(app_label, editor, before, after)
        super().database_forwards(app_label, editor, before, after)

    def database_backwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
        super().database_backwards(app_label, editor, before, after)
        Wall(self.model, **self.was).database_forwards(app_label, editor, before, after)

    def describe(self) -> str:
        return f"Wall {self.model} again"


def _fields(app_label: str, model: str, state: Any) -> list[Any]:
    fields: list[Any] = state.apps.get_model(app_label, model)._meta.concrete_fields
    return fields


def _columns(app_label: str, model: str, state: Any, words: Mapping[str, Any]) -> dict[str, Any]:
    """The same words with columns and tables in place of the names of fields and models."""
    column = {field.name: field.column for field in _fields(app_label, model, state)}
    found = dict(words)
    if "units" in words:
        found["units"] = [column[name] for name in words["units"]]
    if "accounts" in words:
        found["accounts"] = [column[name] for name in words["accounts"]]
    if "person" in words:
        found["person"] = column[words["person"]]
    if "through" in words:
        name, label = words["through"]
        found["through"] = column[name], sql_of_table(*label.split("."), state)
    if "named_in" in words:
        label, name = words["named_in"]
        names = {field.name: field.column for field in _fields(*label.split("."), state)}
        found["named_in"] = sql_of_table(*label.split("."), state), names[name]
    return found


def _noting(table: str, words: Mapping[str, Any]) -> str:
    """Triggers that note where the papers of a row are used, for the wall round the papers."""
    tied = "by" in words or "through" in words
    by_person = "register.xem" if tied else "ca_nhan"  # the latter opens for the person only
    right = words.get("right", "") and _quoted(words["right"])
    if "withheld" in words:
        column, word, further = words["withheld"]
        right = f"CASE WHEN come.{column} = '{word}' THEN '{further}' ELSE {right} END"
    said = (right, by_person, words.get("person", ""), *words.get("units", ()))
    arguments = ", ".join(_quoted(word.replace("'", "''")) for word in said)
    return (
        f"CREATE OR REPLACE TRIGGER use_new AFTER INSERT ON {table} REFERENCING NEW TABLE AS come"
        f" FOR EACH STATEMENT EXECUTE FUNCTION basis_note_use({arguments});"
        f"CREATE OR REPLACE TRIGGER use_change AFTER UPDATE ON {table} REFERENCING NEW TABLE AS come"
        f" FOR EACH STATEMENT EXECUTE FUNCTION basis_note_use({arguments})"
    )
