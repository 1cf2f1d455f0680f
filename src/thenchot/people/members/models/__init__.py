"""Bảng của sổ đảng viên — facts of membership, consents, changes reported from the cells, headings learnt."""

from thenchot.people.members.models.consent import Consent
from thenchot.people.members.models.heading import Heading
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
    "Heading",
    "Membership",
    "Movement",
    "PartyDays",
    "ReportedChange",
    "Seat",
]
