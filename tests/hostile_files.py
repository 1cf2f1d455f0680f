"""Tệp gây hại — built in code, one for each way a file may harm."""

import io
import struct
import warnings
import zipfile
import zlib

from honest_files import docx, jpg, pdf, png, xlsx
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

from thenchot.ground.basis.files import faults

CONTENT, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PACKAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def repacked(content: bytes, changes: dict[str, bytes]) -> bytes:
    """The same package with some members changed or added."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, old.read(name)))
        for name in changes.keys() - set(old.namelist()):
            new.writestr(name, changes[name])
    return held.getvalue()


def replaced(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = package.read(name)
    assert old in body
    return repacked(content, {name: body.replace(old, new)})


def packed(members: list[tuple[str, bytes]]) -> bytes:
    held = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(held, "w", 8) as package:
        warnings.simplefilter("ignore")
        for name, body in members:
            package.writestr(name, body)
    return held.getvalue()


def _action(kind: str, **more: str):
    said = {NameObject("/S"): NameObject(kind)}
    said |= {NameObject(f"/{name}"): TextStringObject(text) for name, text in more.items()}
    return lambda writer: writer.root_object.update(
        {NameObject("/OpenAction"): writer._add_object(DictionaryObject(said))}
    )


def _streamed(body: bytes, **said: object):
    def change(writer: PdfWriter) -> None:
        stream = StreamObject()
        stream._data = body
        stream.update({NameObject(f"/{name}"): value for name, value in said.items()})
        writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)

    return change


def _annotated(kind: str):
    mark = DictionaryObject({NameObject("/Subtype"): NameObject(kind)})
    return lambda writer: writer.root_object.update({NameObject("/Kept"): mark})


def _linked(target: str, kind: str) -> bytes:
    line = f'<Relationship Id="r9" Type="{PACKAGE}{kind}" Target="{target}" TargetMode="External"/>'
    return replaced(docx("a"), RELATIONS, b"</Relationships>", line.encode() + b"</Relationships>")


def _overlapping() -> bytes:
    """Two names for one body, as the bombs that overlap are made."""
    content = bytearray(packed([(CONTENT, b"a" * 50), ("b.xml", b"a" * 50)]))
    second = content.rfind(b"PK\x01\x02")
    content[second + 42 : second + 46] = struct.pack("<I", 0)
    return bytes(content)


def _symlink() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        link = zipfile.ZipInfo("word/a.xml")
        link.external_attr = 0o120777 << 16
        package.writestr(link, "/etc/passwd")
    return held.getvalue()


def _flagged() -> bytes:
    content = bytearray(docx("a"))
    content[content.find(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def _named(name: str) -> bytes:
    """A member's name put into the package as bytes, as no honest writer would."""
    other = "x" * len(name.encode())
    return packed([(CONTENT, b"<a/>"), (other, b"a")]).replace(other.encode(), name.encode())


def _locked(writer: PdfWriter) -> None:
    writer.encrypt("mật khẩu", algorithm="RC4-128")


WORD = docx("Chào")
TYPES_END = b"</Types>"
MACRO_PART = b'<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
ENTITIES = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
FETCHED = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
BOMB = b"\0" * 200_000_000

HOSTILE = {
    "zip bomb": (lambda: repacked(WORD, {"word/a.xml": BOMB[:50_000_000]}), faults.BOMB),
    "many members": (lambda: packed([(f"{n}.xml", b"a") for n in range(1001)]), faults.BOMB),
    "overlapping": (_overlapping, faults.BOMB),
    "nested": (lambda: repacked(WORD, {"word/a.zip": packed([("a", b"a")])}), faults.NESTED),
    "quine": (lambda: repacked(WORD, {"r/r.zip": WORD}), faults.NESTED),
    "macro": (lambda: repacked(WORD, {"word/vbaProject.bin": OLE}), faults.MACRO),
    "macro type": (lambda: replaced(WORD, CONTENT, TYPES_END, MACRO_PART), faults.MACRO),
    "renamed docm": (
        lambda: replaced(
            WORD, CONTENT,
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        ), faults.MACRO,
    ),
    "macro sheet": (lambda: repacked(xlsx((1,)), {"xl/macrosheets/a.xml": b"<a/>"}), faults.MACRO),
    "ole object": (lambda: repacked(WORD, {"word/embeddings/oleObject1.bin": b"a"}), faults.EMBEDDED),
    "ole content": (lambda: repacked(WORD, {"word/media/a.png": OLE}), faults.EMBEDDED),
    "remote template": (lambda: _linked("http://a.vn/a.dotm", "attachedTemplate"), faults.EXTERNAL),
    "remote image": (lambda: _linked("http://a.vn/a.png", "image"), faults.EXTERNAL),
    "entities": (lambda: repacked(WORD, {"word/document.xml": ENTITIES}), faults.ENTITIES),
    "xxe": (lambda: repacked(WORD, {"word/document.xml": FETCHED}), faults.ENTITIES),
    "xxe in utf-16": (
        lambda: repacked(WORD, {"word/styles.xml": FETCHED.decode().encode("utf-16")}),
        faults.ENTITIES,
    ),
    "pdf script": (lambda: pdf(_action("/JavaScript", JS="app.alert(1)")), faults.ACTIVE),
    "pdf script hidden": (
        lambda: pdf(_action("/JavaScript", JS="a")).replace(b"/JavaScript", b"/J#61vaScript"),
        faults.ACTIVE,
    ),
    "pdf launch": (lambda: pdf(_action("/Launch", F="cmd.exe")), faults.ACTIVE),
    "pdf form": (lambda: pdf(_action("/SubmitForm", F="http://a.vn")), faults.ACTIVE),
    "pdf attachment": (lambda: pdf(lambda w: w.add_attachment("a.exe", b"MZ")), faults.EMBEDDED),
    "pdf rich media": (lambda: pdf(_annotated("/RichMedia")), faults.EMBEDDED),
    "pdf locked": (lambda: pdf(_locked), faults.ENCRYPTED),
    "pdf stream bomb": (
        lambda: pdf(_streamed(zlib.compress(BOMB), Filter=NameObject("/FlateDecode"))),
        faults.BOMB,
    ),
    "pdf large image": (
        lambda: pdf(_streamed(
            b"", Subtype=NameObject("/Image"),
            Width=NumberObject(65000), Height=NumberObject(65000),
        )), faults.PIXELS,
    ),
    "locked office": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), faults.ENCRYPTED),
    "locked zip": (_flagged, faults.ENCRYPTED),
    "large png": (lambda: png(65_000, 65_000), faults.PIXELS),
    "large jpg": (lambda: jpg(65_000, 65_000), faults.PIXELS),
    "large image in docx": (
        lambda: repacked(WORD, {"word/media/a.png": png(65_000, 65_000)}), faults.PIXELS,
    ),
    "svg": (lambda: b'<?xml version="1.0"?><svg onload="a()"/>', faults.SVG),
    "pdf and zip": (lambda: pdf() + packed([("a", b"a")]), faults.POLYGLOT),
    "pdf and html": (lambda: pdf() + b"<html><script>a()</script>", faults.POLYGLOT),
    "jpg and zip": (lambda: jpg() + packed([("a", b"a")]), faults.POLYGLOT),
    "jpg and html": (lambda: jpg() + b"<html>", faults.POLYGLOT),
    "png and html": (lambda: png() + b"<html>", faults.POLYGLOT),
    "docx and html": (lambda: WORD + b"<html>", faults.POLYGLOT),
    "zip further in": (lambda: b"PK\x03\x04 other" + WORD, faults.POLYGLOT),
    "traversal": (lambda: _named("../../etc/a"), faults.NAMES),
    "absolute": (lambda: _named("/etc/passwd"), faults.NAMES),
    "drive": (lambda: _named("C:\\a"), faults.NAMES),
    "symlink": (_symlink, faults.NAMES),
    "nul": (lambda: _named("a.xml\0.exe"), faults.NAMES),
    "right to left": (lambda: packed([(CONTENT, b"<a/>"), ("a\u202elmx.exe", b"a")]), faults.NAMES),
    "twice": (lambda: packed([("a", b"a"), ("a", b"b")]), faults.NAMES),
    "eicar": (lambda: EICAR, faults.VIRUS),
    "eicar inside": (lambda: repacked(WORD, {"word/a.xml": EICAR}), faults.VIRUS),
    "docx cut": (lambda: WORD[: len(WORD) // 2], faults.BROKEN),
    "pdf cut": (lambda: pdf()[:-200], faults.BROKEN),
    "png cut": (lambda: png()[:-9], faults.BROKEN),
    "jpg cut": (lambda: jpg()[:-3], faults.BROKEN),
    "exe": (lambda: b"MZ" + b"\0" * 100, faults.KIND),
    "html": (lambda: b"<html></html>", faults.KIND),
    "rtf": (lambda: rb"{\rtf1}", faults.KIND),
    "doc": (lambda: OLE + b"\0" * 600, faults.KIND),
    "zip": (lambda: packed([("a.txt", b"a")]), faults.KIND),
    "empty": (lambda: b"", faults.KIND),
}  # fmt: skip
