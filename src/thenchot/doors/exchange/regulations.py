"""Quy định của Trung ương — the limits our rules apply, recorded as dated facts with their papers.

`reference/regulations.csv` lists them; what was not read in the text itself says "chưa".
"""

import csv
from datetime import date
from pathlib import Path

from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.acts.parameters import record_parameter
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.labels import Labelled
from thenchot.office.documents.words import Limits as DocumentLimits
from thenchot.people.awards.words import Limits as AwardLimits
from thenchot.people.cadres.words import Limits as CadreLimits
from thenchot.people.committees.words import Limits as CommitteeLimits
from thenchot.people.identity.words import Limits as IdentityLimits
from thenchot.people.members.words import Limits as MemberLimits
from thenchot.people.reorganisation.words import Limits as SchemeLimits
from thenchot.people.sittings.words import Limits as SittingLimits

LIMITS: dict[str, Labelled] = {
    key.value: key
    for key in [
        *MemberLimits,
        *AwardLimits,
        *CadreLimits,
        *CommitteeLimits,
        *IdentityLimits,
        *SchemeLimits,
        *SittingLimits,
        *DocumentLimits,
    ]
}
TABLE = Path(__file__).parent / "reference" / "regulations.csv"


def load_regulations(by: Actor, on: date) -> None:
    """Nạp quy định — each paper once, then what it sets, in the order of their days; what is issued
    after `on` is not known yet."""
    papers: dict[tuple[str, str], int] = {}
    with open(TABLE, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["issued_on"] > on.isoformat():
                continue
            identity = row["number_sign"], row["issued_year"]
            if identity not in papers:
                papers[identity] = _paper(by, on, row)
            record_parameter(
                by, on, key=LIMITS[row["key"]], values=[int(each) for each in row["values"].split()],
                clause=row["clause"], verified=row["verified"] == "có",
                from_day=date.fromisoformat(row["from_day"]), basis=papers[identity],
            )  # fmt: skip


def _paper(by: Actor, on: date, row: dict[str, str]) -> int:
    issued_on = date.fromisoformat(row["issued_on"]) if row["issued_on"] else None
    done = register_instrument(
        by, on, kind=InstrumentKind.of(row["kind"]), number_sign=row["number_sign"],
        issuer=row["issuer"], abstract=row["abstract"], issued_year=int(row["issued_year"]),
        issued_on=issued_on,
    )  # fmt: skip
    return done.answer or 0
