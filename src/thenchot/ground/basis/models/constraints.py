"""Khóa thời gian — PostgreSQL 18 temporal keys and references as Django constraints."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table
from django.db.models.constraints import BaseConstraint
from psycopg.types.range import Range


class Temporal(BaseConstraint):
    """Ràng buộc theo ngày — what both kinds share: fields, their text, add and drop."""

    def __init__(self, *fields: str, name: str, **kwargs: Any) -> None:
        super().__init__(name=name, **kwargs)
        self.fields = tuple(fields)

    def deconstruct(self) -> Any:
        path, _, kwargs = super().deconstruct()
        return path, self.fields, kwargs

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Temporal) and self.deconstruct() == other.deconstruct()

    __hash__ = None  # type: ignore[assignment]

    def definition(self, model: type[models.Model], editor: Any) -> str:
        raise NotImplementedError

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        name = schema_editor.quote_name(self.name)
        return f"CONSTRAINT {name} {self.definition(model, schema_editor)}"

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        added = self.constraint_sql(model, schema_editor).replace("%", "%%")
        return Statement("ALTER TABLE %(table)s ADD " + added, table=_table(model, schema_editor))

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        name = schema_editor.quote_name(self.name)
        return Statement(
            "ALTER TABLE %(table)s DROP CONSTRAINT " + name, table=_table(model, schema_editor)
        )


class TemporalKey(Temporal):
    """Không trùng ngày — two rows with these fields alike never share a day."""

    def definition(self, model: type[models.Model], editor: Any) -> str:
        columns = ", ".join(_column(model, field, editor) for field in self.fields)
        return f"UNIQUE ({columns}, effective WITHOUT OVERLAPS)"

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: Iterable[str] | None = None,
        using: str = DEFAULT_DB_ALIAS,
    ) -> None:
        same = {field: getattr(instance, field) for field in self.fields}
        twins = model._default_manager.using(using).filter(
            **same, effective__overlap=_range(instance)
        )
        if twins.exclude(pk=instance.pk).exists():
            raise ValidationError(self.get_violation_error_message())


class TemporalReference(Temporal):
    """Trong thời gian của — the row holds only on days covered by rows of another table.

    `to` = "app.SpellModel.field", itself under a `TemporalKey`; the migration that adds the
    reference names a dependency on that app. Checked at the end of the act (deferred).
    """

    def __init__(self, field: str, *, to: str, name: str, **kwargs: Any) -> None:
        super().__init__(field, name=name, **kwargs)
        self.to = to

    def deconstruct(self) -> Any:
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {"to": self.to}

    def target(self, model: type[models.Model]) -> tuple[type[models.Model], str]:
        app, name, field = self.to.split(".")
        return model._meta.apps.get_model(app, name), field

    def definition(self, model: type[models.Model], editor: Any) -> str:
        target, field = self.target(model)
        return (
            f"FOREIGN KEY ({_column(model, self.fields[0], editor)}, PERIOD effective) "
            f"REFERENCES {editor.quote_name(target._meta.db_table)} "
            f"({_column(target, field, editor)}, PERIOD effective) DEFERRABLE INITIALLY DEFERRED"
        )

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: Iterable[str] | None = None,
        using: str = DEFAULT_DB_ALIAS,
    ) -> None:
        value = getattr(instance, self.fields[0])
        if value is None:
            return
        target, field = self.target(type(instance))
        spells = target._default_manager.using(using).filter(**{field: value})
        if not covers([spell.effective for spell in spells], instance.effective):  # type: ignore[attr-defined]
            raise ValidationError(self.get_violation_error_message())


def covers(spells: Iterable[Any], wanted: Any) -> bool:
    """Phủ kín — whether day ranges together leave no day of `wanted` uncovered."""
    at = wanted.start
    for spell in sorted(spells, key=lambda each: each.start):
        if spell.start > at:
            return False
        if spell.until is None:
            return True
        at = max(at, spell.until)
        if wanted.until is not None and at >= wanted.until:
            return True
    return False


def _range(instance: Any) -> Range[Any]:
    return Range(instance.effective.start, instance.effective.until, "[)")


def _column(model: type[models.Model], field: str, editor: BaseDatabaseSchemaEditor) -> str:
    column: str = model._meta.get_field(field).column  # type: ignore[union-attr, assignment]
    return editor.quote_name(column)


def _table(model: type[models.Model], editor: BaseDatabaseSchemaEditor) -> Table:
    return Table(model._meta.db_table, editor.quote_name)
