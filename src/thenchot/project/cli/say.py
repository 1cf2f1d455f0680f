"""Lời của dòng lệnh — Vietnamese by default, English with `--lang en` or THENCHOT_LANG."""

import gettext
import importlib
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import click

LOCALE = Path(__file__).resolve().parents[2] / "locale"
LANGUAGES = ("vi", "en")
CLICK = ("core", "exceptions", "decorators", "formatting", "parser", "types")

_said = gettext.NullTranslations()  # one process, one language: set once by `speak`


def say(text: str, **values: object) -> str:
    """Lời — `text` in the language asked for, its `{names}` filled."""
    return _said.gettext(text).format(**values)


def translate(text: str) -> str:
    """Dịch — `text` alone, for reasons and findings that fill themselves."""
    return _said.gettext(text)


def asked_language(words: Sequence[str], variables: Mapping[str, str]) -> str:
    """Ngôn ngữ được hỏi — before anything is parsed, so that faults and help speak it too."""
    asked = [LANGUAGES[0], variables.get("THENCHOT_LANG", "")]
    for word, following in pairwise([*words, ""]):
        if word == "--lang":
            asked.append(following)
        elif word.startswith("--lang="):
            asked.append(word.removeprefix("--lang="))
    return [language for language in asked if language in LANGUAGES][-1]


def speak(language: str, command: click.Command) -> None:
    """Nói — every text of `command`, of all below it, and click's own, in one language."""
    global _said
    if language == "vi":
        _say_in_click(gettext.translation("click", LOCALE, ["vi"]))
    else:
        _said = gettext.translation("django", LOCALE, [language])
        _translate_help(command)


def _translate_help(command: click.Command) -> None:
    if command.help:
        command.help = translate(command.help)
    for option in command.params:
        if isinstance(option, click.Option) and option.help:
            option.help = translate(option.help)
    for below in getattr(command, "commands", {}).values():
        _translate_help(below)


def _say_in_click(words: gettext.NullTranslations) -> None:
    for name in CLICK:
        module = importlib.import_module(f"click.{name}")
        for function in ("_", "ngettext"):
            if hasattr(module, function):
                own = words.gettext if function == "_" else words.ngettext
                setattr(module, function, own)
