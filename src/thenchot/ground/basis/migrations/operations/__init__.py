"""Thao tác di trú — protect a table, let the web role in: reversible, by name, no SQL in migrations."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.special import RunSQL


def run_file(step: str, name: str) -> RunSQL:
    """Chạy tệp — `sql/<name>.sql` beside the migration `step` (its `__file__`), undone by `_undo`."""
    folder = Path(step).parent / "sql"
    return RunSQL((folder / f"{name}.sql").read_text(), (folder / f"{name}_undo.sql").read_text())


def sql_of_table(app_label: str, model: str, state: Any) -> str:
    """Tên bảng — of a model as the migrations know it."""
    table: str = state.apps.get_model(app_label, model)._meta.db_table
    return table


class _OnTable(Operation):
    """Thao tác trên một bảng — SQL forward and back, with table, history and web role filled in."""

    reversible = True
    reduces_to_sql = True
    forward: str
    backward: str

    def __init__(self, model: str) -> None:
        self.model = model

    def deconstruct(self) -> Any:
        return self.__class__.__qualname__, [self.model], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The state of the models does not change."""

    def database_forwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
        self._run(self.forward, app_label, editor, after)

    def database_backwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
        self._run(self.backward, app_label, editor, before)

    def _run(self, sql: str, app_label: str, editor: Any, state: Any) -> None:
        table = sql_of_table(app_label, self.model, state)
        quote = editor.quote_name
        editor.execute(
            sql.format(
                table=quote(table),
                history=quote(f"{table}_history"),
                web=quote(settings.WEB_ROLE),
            ),
            params=None,
        )

    def describe(self) -> str:
        return f"{type(self).__name__} {self.model}"


class Protect(_OnTable):
    """Bảo vệ bảng — written only inside an act, every change noted, former rows kept."""

    forward = """
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION basis_guard();
        CREATE TRIGGER keep_new AFTER INSERT ON {table} REFERENCING NEW TABLE AS come
            FOR EACH STATEMENT EXECUTE FUNCTION basis_keep();
        CREATE TRIGGER keep_change AFTER UPDATE ON {table} REFERENCING OLD TABLE AS gone NEW TABLE AS come
            FOR EACH STATEMENT EXECUTE FUNCTION basis_keep();
        CREATE TRIGGER keep_gone AFTER DELETE ON {table} REFERENCING OLD TABLE AS gone
            FOR EACH STATEMENT EXECUTE FUNCTION basis_keep();
        CREATE TRIGGER stays BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION basis_stands();
        CREATE TRIGGER history_stands BEFORE UPDATE OR DELETE ON {history}
            FOR EACH ROW EXECUTE FUNCTION basis_stands();
        CREATE TRIGGER history_stays BEFORE TRUNCATE ON {history}
            FOR EACH STATEMENT EXECUTE FUNCTION basis_stands();
        GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {web};
        GRANT SELECT ON {history} TO {web};
    """
    backward = """
        REVOKE ALL ON {table}, {history} FROM {web};
        DROP TRIGGER history_stays ON {history};
        DROP TRIGGER history_stands ON {history};
        DROP TRIGGER stays ON {table};
        DROP TRIGGER keep_gone ON {table};
        DROP TRIGGER keep_change ON {table};
        DROP TRIGGER keep_new ON {table};
        DROP TRIGGER guard ON {table};
    """


class LetRead(_OnTable):
    """Cho đọc — the web role may read the table and nothing else."""

    forward = "GRANT SELECT ON {table} TO {web}"
    backward = "REVOKE SELECT ON {table} FROM {web}"


class LetWrite(_OnTable):
    """Bảng kỹ thuật — the web role writes the table outside acts (on the closed list only)."""

    forward = "GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {web}"
    backward = "REVOKE ALL ON {table} FROM {web}"


class SetRoles(Operation):
    """Vai và quyền — which rights each role carries, for the policies; replaces what was there."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, carried: dict[str, list[str]]) -> None:
        self.carried = carried

    def deconstruct(self) -> Any:
        return self.__class__.__qualname__, [self.carried], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The state of the models does not change."""

    def database_forwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
        editor.execute("DELETE FROM basis_roleright", None)
        for role, codes in self.carried.items():
            for code in codes:
                editor.execute(
                    "INSERT INTO basis_roleright (role, code) VALUES (%s, %s)", (role, code)
                )

    def database_backwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
        """An earlier step that set them is not run again; the next one forward sets them anew."""
        editor.execute("DELETE FROM basis_roleright", None)

    def describe(self) -> str:
        return "SetRoles"


class LetAct(Operation):
    """Cho mở việc — the web role may open and close acts."""

    reversible = True

    def deconstruct(self) -> Any:
        return self.__class__.__qualname__, [], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The state of the models does not change."""

    def database_forwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
        self._run("GRANT EXECUTE", "TO", editor)

    def database_backwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
        self._run("REVOKE EXECUTE", "FROM", editor)

    def _run(self, verb: str, link: str, editor: Any) -> None:
        editor.execute(
            f"{verb} ON FUNCTION basis_open_act(text, text, text),"
            f" basis_close_act(text, text, text, text) {link} {editor.quote_name(settings.WEB_ROLE)}",
            params=None,
        )

    def describe(self) -> str:
        return "LetAct"
