"""Tệp gửi qua API — its content in base64, judged and kept as one handed in with a sheet."""

from base64 import b64decode
from typing import Annotated, Any

from ninja import Router, Schema
from pydantic import ConfigDict, Field

from thenchot.doors.api.routes import Body, deed
from thenchot.doors.api.shapes import Id, Word, Yes
from thenchot.ground.basis.attached import MOST_BYTES, keep_file
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts.attaching import (
    FILE,
    attach_received_file,
    attach_signed_file,
)

router = Router(tags=[mark("Văn bản đến, văn bản đi")])
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
        if not self.not_secret:
            raise Misread(mark("Chỉ gửi tệp không chứa bí mật nhà nước."))
        try:
            content = b64decode(self.content, validate=True)
        except ValueError as fault:
            raise Misread(mark("Nội dung tệp phải viết bằng base64.")) from fault
        return keep_file([content], self.name)


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


def kept_of(file: FileIn) -> tuple[str, list[Reason]]:
    """Giữ tệp gửi đến — its SHA-256, or why it was not kept."""
    try:
        return file.keep(), []
    except Misread as fault:
        return "", [Reason(fault.reason.text, fault.reason.values, field=FILE)]


deed(router, attach_signed_file, AttachingFile)
deed(router, attach_received_file, AttachingReceivedFile)
