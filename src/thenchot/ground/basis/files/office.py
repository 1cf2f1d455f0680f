"""Tệp văn phòng — its parts and relationships judged, its kind told by the main part."""

from thenchot.ground.basis.files.faults import (
    BROKEN,
    EMBEDDED,
    EXTERNAL,
    KIND,
    MACRO,
    SVG,
    Hostile,
)
from thenchot.ground.basis.files.images import check_jpg, check_png
from thenchot.ground.basis.files.kinds import OFFICE, OLE, SIGNS, Kind
from thenchot.ground.basis.files.packages import Members
from thenchot.ground.basis.files.xml import local, read_xml

TYPES = "[Content_Types].xml"
MAIN = {
    OFFICE + "wordprocessingml.document.main+xml": Kind.DOCX,
    OFFICE + "spreadsheetml.sheet.main+xml": Kind.XLSX,
}
MACROS = ("vbaproject", "vbadata", "macroenabled", "macrosheet", "dialogsheet")
OBJECTS = ("oleobject", "embeddings/", "activex", "relationships/package")
XML_ENDINGS = (".xml", ".rels", ".vml", ".svg")
IMAGES = {Kind.PNG: check_png, Kind.JPG: check_jpg}


def office_kind(members: Members) -> Kind:
    """Loại tệp văn phòng — DOCX or XLSX, none of whose parts acts or fetches."""
    if TYPES not in members:
        raise Hostile(KIND)
    for name in members:
        _harmless(name)
    kinds = {MAIN[each] for each in _content_types(members[TYPES]) if each in MAIN}
    if len(kinds) != 1:
        raise Hostile(KIND)
    for name, body in members.items():
        _check_part(name, body)
    return kinds.pop()


def _check_part(name: str, body: bytes) -> None:
    if body.startswith(OLE):
        raise Hostile(EMBEDDED)
    if name.endswith(".rels"):
        read_xml(body, _check_relationship)
    elif name.endswith(".svg"):
        read_xml(body, _check_drawing)
    elif name.endswith(XML_ENDINGS):
        read_xml(body)
    for sign, kind in SIGNS:
        if kind in IMAGES and body.startswith(sign):
            IMAGES[kind](body)


def _content_types(body: bytes) -> list[str]:
    found: list[str] = []
    read_xml(body, lambda _, said: found.append(said.get("ContentType", "")))
    for each in found:
        _harmless(each)
    if not any(found):
        raise Hostile(BROKEN)
    return found


def _check_relationship(_: str, said: dict[str, str]) -> None:
    kind = said.get("Type", "")
    _harmless(kind)
    if said.get("TargetMode") == "External" and not kind.endswith("/hyperlink"):
        raise Hostile(EXTERNAL)


def _check_drawing(name: str, _: dict[str, str]) -> None:
    if local(name) == "script":
        raise Hostile(SVG)


def _harmless(said: str) -> None:
    folded = said.lower()
    if any(word in folded for word in MACROS):
        raise Hostile(MACRO)
    if any(word in folded for word in OBJECTS):
        raise Hostile(EMBEDDED)
