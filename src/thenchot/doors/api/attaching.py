"""Tệp gửi qua API — its content in base64, judged and kept as one handed in with a sheet."""

from base64 import b64decode
from typing import Annotated, Any

from ninja import Router, Schema
from pydantic import ConfigDict, Field

from thenchot.doors.api.routes import Body, deed
from thenchot.doors.api.shapes import Id, Word, Yes
from thenchot.ground.basis.attached import MOST_BYTES, keep_file, keep_signed_file
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered
from thenchot.office.documents.acts.attaching import (
    FILE,
    attach_received_file,
    attach_signed_file,
    attach_signed_files,
)
from thenchot.office.documents.reads.matching import SignedFile, own_sign_of

router = Router(tags=[mark("Văn bản đến, văn bản đi")])
MOST_FILES = 100
Content = Annotated[
    str, Field(max_length=MOST_BYTES * 4 // 3 + 4, description=mark("Nội dung tệp, base64"))
]


class FileIn(Schema):
    """Tệp — its name and content; whoever sends it says that it holds no secret of the State."""

    model_config = ConfigDict(extra="forbid")

    name: Word
    content: Content
    not_secret: Yes

    def keep(self) -> str:
        """Giữ tệp — its SHA-256; Misread where it is not what may be kept."""
        return keep_file([self.decoded()], self.name)

    def decoded(self) -> bytes:
        """Nội dung — Misread where nobody said that it is no secret, or it is no base64."""
        if not self.not_secret:
            raise Misread(mark("Chỉ gửi tệp không chứa bí mật nhà nước."))
        try:
            return b64decode(self.content, validate=True)
        except ValueError as fault:
            raise Misread(mark("Nội dung tệp phải viết bằng base64.")) from fault


class AttachingFile(Body):
    """Gắn tệp đã ký — to a paper that has its number and no file yet."""

    number: Id
    file: FileIn

    def taken(self) -> tuple[dict[str, Any], list[Reason]]:
        digest, noted = kept_of(self.file)
        return {"number": self.number, "file_sha256": digest}, noted


class AttachingReceivedFile(Body):
    """Gắn tệp văn bản đến — to a paper that came and has no file yet."""

    incoming: Id
    file: FileIn

    def taken(self) -> tuple[dict[str, Any], list[Reason]]:
        digest, noted = kept_of(self.file)
        return {"incoming": self.incoming, "file_sha256": digest}, noted


class SignedFileIn(Schema):
    """Một tệp của lượt — `number`: the line of the register it belongs to; none: as its name and first page say."""

    model_config = ConfigDict(extra="forbid")

    number: Id | None = None
    file: FileIn


class AttachingFiles(Body):
    """Gắn nhiều tệp đã ký — to papers of an organ's register, all or none."""

    organization: Id
    files: Annotated[list[SignedFileIn], Field(max_length=MOST_FILES)]

    def taken(self) -> tuple[dict[str, Any], list[Reason]]:
        files: list[SignedFile] = []
        noted: list[Reason] = []
        for place, each in enumerate(self.files, start=1):
            digest = first = ""
            try:
                digest, first = keep_signed_file([each.file.decoded()], each.file.name)
            except Misread as fault:
                why = Reason(fault.reason.text, fault.reason.values, field=FILE)
                noted += numbered(place, [why])
            files.append(SignedFile(each.file.name, digest, own_sign_of(first), each.number))
        return {"organization": self.organization, "files": files}, noted


def kept_of(file: FileIn) -> tuple[str, list[Reason]]:
    """Giữ tệp gửi đến — its SHA-256, or why it was not kept."""
    try:
        return file.keep(), []
    except Misread as fault:
        return "", [Reason(fault.reason.text, fault.reason.values, field=FILE)]


deed(router, attach_signed_file, AttachingFile)
deed(router, attach_received_file, AttachingReceivedFile)
deed(router, attach_signed_files, AttachingFiles)
