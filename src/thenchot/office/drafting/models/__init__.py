"""Các bảng về dự thảo."""

from thenchot.office.drafting.models.draft import DraftOpinion, DraftPaper, DraftStep, DraftVersion

__all__ = ["DraftOpinion", "DraftPaper", "DraftStep", "DraftVersion"]
