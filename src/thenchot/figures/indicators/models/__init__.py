"""Bảng của khu số liệu — targets, entered figures; and how each source of records is read."""

from thenchot.figures.indicators.models.sources import READINGS, Reading
from thenchot.figures.indicators.models.tables import Entered, Target

__all__ = ["READINGS", "Entered", "Reading", "Target"]
