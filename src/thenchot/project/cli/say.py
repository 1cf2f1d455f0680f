"""Lời của dòng lệnh — Vietnamese by default, English with `--lang en`."""

import gettext
from pathlib import Path

import click

LOCALE = Path(__file__).resolve().parents[2] / "locale"


def say(text: str, **values: object) -> str:
    """Lời — `text` in the language asked for, its `{names}` filled."""
    context = click.get_current_context(silent=True)
    language = (context.find_root().obj or "vi") if context else "vi"
    if language == "vi":
        return text.format(**values)
    catalogue = gettext.translation("django", LOCALE, [language], fallback=True)
    return catalogue.gettext(text).format(**values)


def speak_vietnamese() -> None:
    """click's own sentences, from our catalogue of its words (domain `click`)."""
    catalogue = gettext.translation("click", LOCALE, ["vi"], fallback=True)
    for module in (
        click.core,
        click.exceptions,
        click.decorators,
        click.formatting,
        click.parser,
        click.types,
    ):
        if hasattr(module, "_"):
            setattr(module, "_", catalogue.gettext)  # noqa: B010
        if hasattr(module, "ngettext"):
            setattr(module, "ngettext", catalogue.ngettext)  # noqa: B010
