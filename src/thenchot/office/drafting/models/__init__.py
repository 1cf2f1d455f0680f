"""Các bảng về dự thảo."""

from thenchot.office.drafting.models.draft import (
    DraftOpinion,
    DraftPaper,
    DraftPerson,
    DraftStep,
    DraftVersion,
)

__all__ = ["DraftOpinion", "DraftPaper", "DraftPerson", "DraftStep", "DraftVersion"]
