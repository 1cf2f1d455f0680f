"""XML của tệp văn phòng — read piece by piece; a DOCTYPE ends the reading, so no entity is ever made."""

from collections.abc import Callable
from typing import Any
from xml.parsers import expat

from thenchot.ground.basis.files.faults import BROKEN, ENTITIES, Hostile

Started = Callable[[str, dict[str, str]], Any]


def read_xml(
    content: bytes,
    started: Started | None = None,
    ended: Callable[[str], Any] | None = None,
    said: Callable[[str], Any] | None = None,
) -> None:
    """Đọc XML — tells each element and text to who asks."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = said
    parser.buffer_text = True
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise Hostile(BROKEN) from error


def local(name: str) -> str:
    """Tên phần tử — without its namespace."""
    return name.rpartition(" ")[2]


def _refuse(*_: object) -> None:
    raise Hostile(ENTITIES)
