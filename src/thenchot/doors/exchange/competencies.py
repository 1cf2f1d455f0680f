"""Khung năng lực mẫu — names of groups and indicators of our own making, no regulation's text."""

import csv
from dataclasses import dataclass
from pathlib import Path

from thenchot.people.positions.words import CompetencyGroup

TABLE = Path(__file__).parent / "reference" / "competencies.csv"


@dataclass(frozen=True, slots=True)
class CompetencyRow:
    """Một năng lực mẫu — with an indicator for each of five levels."""

    code: str
    group: CompetencyGroup
    name: str
    indicators: tuple[str, ...]


def sample_framework() -> list[CompetencyRow]:
    """Khung năng lực mẫu — in the order of the table."""
    with open(TABLE, encoding="utf-8", newline="") as file:
        return [
            CompetencyRow(
                row["code"], CompetencyGroup.of(row["group"]), row["name"],
                tuple(row[f"level_{level}"] for level in range(1, 6)),
            )
            for row in csv.DictReader(file)
        ]  # fmt: skip
