"""Phép về số liệu — what an indicator is and how it is counted from a histogram; those declared."""

from thenchot.figures.indicators.rules.declared import INDICATORS
from thenchot.figures.indicators.rules.indicator import Histogram, Indicator, indicator_of

__all__ = ["INDICATORS", "Histogram", "Indicator", "indicator_of"]
