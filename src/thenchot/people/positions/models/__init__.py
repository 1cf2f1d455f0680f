"""Các bảng về vị trí việc làm."""

from thenchot.people.positions.models.assessed import PersonCompetency
from thenchot.people.positions.models.catalogue import (
    DescriptionDraft,
    JobDescription,
    JobPosition,
)
from thenchot.people.positions.models.framework import Competency
from thenchot.people.positions.models.quota import StaffQuota

__all__ = [
    "Competency",
    "DescriptionDraft",
    "JobDescription",
    "JobPosition",
    "PersonCompetency",
    "StaffQuota",
]
