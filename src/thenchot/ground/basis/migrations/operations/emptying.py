"""Làm trống khi gỡ khẩn cấp — which words of which rows an act takes away, told by each area's migration."""

import json
from typing import Any

from django.db.migrations.operations.base import Operation

from thenchot.ground.basis.migrations.operations import sql_of_table

ROOTS = {"remove_paper": "basis_removed_with(asked)"}  # with what goes with it; else what was asked for alone


class Empties(Operation):
    """Làm trống — `columns` of the rows of `model` that lead to what `act` removes by one of the `paths`.

    A path names references from the row on ("number.basis"), "" is the row itself; "draft@f" leads to what the
    function `f` of the database says belongs to it. A row that is gone is found by what it was. `apart`: words put in
    their place end with the row's id, where rows must differ. Without columns a row says nothing itself, but lines of
    the acts that wrote it do; without paths either, the rows of a technical table go whole, all of them.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(
        self, act: str, model: str, columns: tuple[str, ...] = (), *, paths: tuple[str, ...] = (),
        apart: bool = False,
    ) -> None:  # fmt: skip
        self.act, self.model, self.columns, self.paths, self.apart = act, model, columns, paths, apart

    def deconstruct(self) -> Any:
        asked = {"columns": self.columns, "paths": self.paths, "apart": self.apart}
        return self.__class__.__qualname__, [self.act, self.model], asked

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The state of the models does not change."""

    def database_forwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
        table = sql_of_table(*self.model.split("."), after)
        model = after.apps.get_model(self.model)
        found = " UNION ".join(self._found(model, path) for path in self.paths)
        told = {
            "act": self.act, "table": table, "columns": self.columns, "apart": self.apart,
            "whole": not self.paths,
        }  # fmt: skip
        name = self._name(table)
        editor.execute(
            f"CREATE FUNCTION {name} RETURNS SETOF bigint"
            " LANGUAGE sql STABLE SET search_path = public, pg_temp"
            f" AS $$ {found or f'SELECT id FROM {table}'} $$;"
            f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC;"
            f"COMMENT ON FUNCTION {name} IS '{json.dumps(told)}'",
            None,
        )

    def database_backwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
        table = sql_of_table(*self.model.split("."), before)
        editor.execute(f"DROP FUNCTION {self._name(table)}", None)

    def _found(self, model: Any, path: str) -> str:
        names, _, root = path.partition("@")
        said = f"{root}(asked)" if root else ROOTS.get(self.act, "asked")
        return _rows(model, names.split(".") if names else [], f"SELECT {said}")

    def _name(self, table: str) -> str:
        return f"basis_emptied_by_{self.act}_{table}(asked bigint)"

    def describe(self) -> str:
        return f"Empties {self.model} by {self.act}"


def _rows(model: Any, path: list[str], root: str) -> str:
    """Ids of the rows, live or gone, from which the path leads to the root."""
    if not path:
        return root
    field = model._meta.get_field(path[0])
    onward = _rows(field.related_model, path[1:], root)
    table, column = model._meta.db_table, field.column
    return (
        f"SELECT id FROM {table} WHERE {column} IN ({onward}) UNION"
        f" SELECT h.id FROM {table}_history h WHERE h.{column} IN ({onward})"
        f" AND NOT EXISTS (SELECT FROM {table} t WHERE t.id = h.id)"
    )
