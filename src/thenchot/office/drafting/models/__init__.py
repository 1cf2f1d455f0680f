"""Các bảng về dự thảo."""

from thenchot.office.drafting.models.draft import (
    DraftOpinion,
    DraftPaper,
    DraftPerson,
    DraftStep,
    DraftVersion,
)
from thenchot.office.drafting.models.pieces import SubmissionPiece

__all__ = [
    "DraftOpinion",
    "DraftPaper",
    "DraftPerson",
    "DraftStep",
    "DraftVersion",
    "SubmissionPiece",
]
