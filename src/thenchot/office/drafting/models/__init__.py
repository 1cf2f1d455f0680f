"""Các bảng về dự thảo."""

from thenchot.office.drafting.models.draft import (
    ONCE_SIGNED,
    DraftOpinion,
    DraftPaper,
    DraftPerson,
    DraftStep,
    DraftVersion,
)
from thenchot.office.drafting.models.pieces import SubmissionPiece

__all__ = [
    "ONCE_SIGNED",
    "DraftOpinion",
    "DraftPaper",
    "DraftPerson",
    "DraftStep",
    "DraftVersion",
    "SubmissionPiece",
]
