"""Lời trên trang — words, day ranges and reasons in the reader's language."""

from django import template
from django.utils.translation import gettext

from thenchot.ground.plain.ratios import format_number
from thenchot.ground.plain.text import Sayable

register = template.Library()


@register.filter
def said(value: Sayable) -> str:
    """Nói ra — `{{ line.days|said }}`."""
    return value.sentence(gettext)


@register.filter
def grouped(number: int | None) -> str:
    """Số nguyên có dấu chấm — `{{ figure.actual|grouped }}`."""
    return "–" if number is None else format_number(number)


@register.filter
def line_of(field: str) -> str:
    """Dòng thứ mấy — "3" of the box "3.kind"; "" of a box outside the table."""
    number, dot, _ = field.partition(".")
    return number if dot and number.isdecimal() else ""
