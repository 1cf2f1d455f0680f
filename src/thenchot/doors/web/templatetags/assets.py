"""Tệp đi kèm trang — addresses of style sheets, scripts and fonts, with the version of their content."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from django import template
from django.contrib.staticfiles.finders import find
from django.templatetags.static import static

register = template.Library()


@register.simple_tag
def asset(path: str) -> str:
    """Tệp — `{% asset 'web/style.css' %}`: kept by the browser until its content changes."""
    return f"{static(path)}?v={_version(path)}"


@cache
def _version(path: str) -> str:
    found = find(path)
    if not isinstance(found, str):
        raise FileNotFoundError(path)
    return sha256(Path(found).read_bytes()).hexdigest()[:8]
