"""Bảng được giữ — tables written only by acts, whose former rows move to a history table."""

from typing import Any, ClassVar, TypeVar

from django.apps import apps
from django.db import models
from django.db.models.functions import Now

from thenchot.ground.basis.words import Privacy

M = TypeVar("M", bound=models.Model)


def no_privacy(*fields: str) -> dict[str, Privacy]:
    """Không phải thông tin cá nhân — said of each field by name, never left unsaid."""
    return dict.fromkeys(fields, Privacy.NONE)


def privacy_of(model: type[models.Model]) -> dict[str, Privacy]:
    """Lớp thông tin của các cột — as the model and the models it stands on declare it."""
    declared: dict[str, Privacy] = {}
    for each in reversed(model.__mro__):
        declared |= vars(each).get("PRIVACY", {})
    return declared


class Kept(models.Model):
    """Dòng được giữ — `entry` is the last act that wrote it; the database sets `recorded_at`."""

    PRIVACY = no_privacy("id", "entry", "recorded_at")

    entry = models.UUIDField(editable=False)
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)

    History: ClassVar[Any]

    class Meta:
        abstract = True


def keeps_history(model: type[M]) -> type[M]:
    """Có lịch sử — give a protected model its history table, `<table>_history`.

    Columns are the model's own, without keys or references, so a row can leave the live table
    and its former text still stands; triggers fill it (`migrations/sql/journal.sql`).
    """
    columns: dict[str, Any] = {field.name: _copied(field) for field in model._meta.local_fields}
    attributes = columns | {
        "__module__": model.__module__,
        "__doc__": f"Lịch sử của {model.__name__} — former rows, and the act that ended each.",
        "history_id": models.BigAutoField(primary_key=True),
        "superseded_by": models.UUIDField(),
        "superseded_how": models.CharField(max_length=1),
        "Meta": type(
            "Meta", (), {"db_table": f"{model._meta.db_table}_history", "ordering": ["history_id"]}
        ),
    }
    history = type(f"{model.__name__}History", (models.Model,), attributes)
    model.History = history  # type: ignore[attr-defined]
    return model


def _copied(field: Any) -> Any:
    if field.primary_key:
        return models.BigIntegerField(db_index=True)
    if isinstance(field, models.GeneratedField):
        field = field.output_field
    if isinstance(field, models.ForeignKey):
        return models.ForeignKey(
            field.remote_field.model,
            models.DO_NOTHING,
            null=field.null,
            related_name="+",
            db_constraint=False,
            db_index=False,
        )
    copy = field.clone()
    copy._unique, copy.db_index = False, False
    return copy


def kept_models() -> list[type[Kept]]:
    """Các bảng được giữ — every protected model, in a stable order."""
    found = [model for model in apps.get_models() if issubclass(model, Kept)]
    return sorted(found, key=lambda model: model._meta.db_table)


def models_naming_files() -> list[Any]:
    """Các bảng nêu tệp — every protected model with a column `file_sha256`: its files are read again,
    kept from the strays and removed in an emergency like those of papers."""
    return [
        model
        for model in kept_models()
        if any(field.name == "file_sha256" for field in model._meta.local_fields)
    ]
