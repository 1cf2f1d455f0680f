"""Các bảng về dự thảo."""

from thenchot.office.drafting.models.draft import (
    ONCE_SIGNED,
    DraftOpinion,
    DraftPaper,
    DraftPerson,
    DraftStep,
    DraftVersion,
)

__all__ = ["ONCE_SIGNED", "DraftOpinion", "DraftPaper", "DraftPerson", "DraftStep", "DraftVersion"]
