"""Các bảng của nền — papers, facts, journal, one-time keys."""

from thenchot.ground.basis.models.constraints import TemporalKey, TemporalReference
from thenchot.ground.basis.models.corrected import corrected_columns
from thenchot.ground.basis.models.exchanged import ExchangedDay
from thenchot.ground.basis.models.fact import Event, Fact, FactQuerySet, fact_models
from thenchot.ground.basis.models.fields import DayRangeField, VietnameseField
from thenchot.ground.basis.models.instrument import Instrument
from thenchot.ground.basis.models.journal import ChainHead, JournalChange, JournalEntry
from thenchot.ground.basis.models.kept import (
    Kept,
    keeps_history,
    kept_models,
    models_naming_files,
    no_privacy,
    privacy_of,
)
from thenchot.ground.basis.models.keys import OneTimeKey
from thenchot.ground.basis.models.parameter import Parameter
from thenchot.ground.basis.models.seen import OPEN_FOR, Seen, SeenQuerySet
from thenchot.ground.basis.models.sight import (
    Disclosure,
    Own,
    PaperUse,
    RoleRight,
    Scope,
    Tie,
)
from thenchot.ground.basis.models.texts import FileText, PaperWords

__all__ = [
    "OPEN_FOR",
    "ChainHead",
    "DayRangeField",
    "Disclosure",
    "Event",
    "ExchangedDay",
    "Fact",
    "FactQuerySet",
    "FileText",
    "Instrument",
    "JournalChange",
    "JournalEntry",
    "Kept",
    "OneTimeKey",
    "Own",
    "PaperUse",
    "PaperWords",
    "Parameter",
    "RoleRight",
    "Scope",
    "Seen",
    "SeenQuerySet",
    "TemporalKey",
    "TemporalReference",
    "Tie",
    "VietnameseField",
    "corrected_columns",
    "fact_models",
    "keeps_history",
    "kept_models",
    "models_naming_files",
    "no_privacy",
    "privacy_of",
]
