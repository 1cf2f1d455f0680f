"""Các bảng về văn bản."""

from thenchot.office.documents.models.cascade import Asked, Cascade
from thenchot.office.documents.models.copies import Copy
from thenchot.office.documents.models.delegation import Delegation
from thenchot.office.documents.models.direction import Assignment, Direction
from thenchot.office.documents.models.dossiers import Dossier, Filed, Retention
from thenchot.office.documents.models.entering import NotEntered
from thenchot.office.documents.models.headings import RegisterHeading
from thenchot.office.documents.models.incoming import Incoming
from thenchot.office.documents.models.issued import Delivery, Loan, Posted
from thenchot.office.documents.models.numbers import NumberSource, Outgoing, Series
from thenchot.office.documents.models.relation import Relation
from thenchot.office.documents.models.shelved import Shelved

__all__ = [
    "Asked", "Assignment", "Cascade", "Copy", "Delegation", "Delivery", "Direction", "Dossier", "Filed", "Incoming", "Loan", "NotEntered", "NumberSource",
    "Outgoing", "Posted", "RegisterHeading", "Relation", "Retention", "Series", "Shelved",
]  # fmt: skip
