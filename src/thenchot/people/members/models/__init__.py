"""Bảng của sổ đảng viên — facts of membership, consents, and changes reported from the cells."""

from thenchot.people.members.models.consent import Consent
from thenchot.people.members.models.membership import (
    Admission,
    Membership,
    Movement,
    PartyDays,
    Seat,
)
from thenchot.people.members.models.reported import ReportedChange

__all__ = [
    "Admission",
    "Consent",
    "Membership",
    "Movement",
    "PartyDays",
    "ReportedChange",
    "Seat",
]
