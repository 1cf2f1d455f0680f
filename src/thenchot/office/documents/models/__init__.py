"""Các bảng về văn bản."""

from thenchot.office.documents.models.cascade import Asked, Cascade
from thenchot.office.documents.models.direction import Assignment, Direction
from thenchot.office.documents.models.incoming import Incoming
from thenchot.office.documents.models.numbers import NumberSource, Outgoing, Series
from thenchot.office.documents.models.relation import Relation
from thenchot.office.documents.models.shelved import Shelved

__all__ = [
    "Asked", "Assignment", "Cascade", "Direction", "Incoming", "NumberSource", "Outgoing", "Relation", "Series", "Shelved",
]  # fmt: skip
