"""Bảng thể loại, ký hiệu cơ quan — as shipped; no act corrects them, a version of the program does."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

from thenchot.office.documents.rules.grammar import Grammar
from thenchot.office.documents.rules.signs import as_prescribed
from thenchot.office.documents.words import DocumentType, Family, KnownAct, OrganCode

FOLDER = Path(__file__).parents[1] / "reference"


@cache
def shipped_grammar() -> Grammar:
    """Quy ước đánh số — of the tables `document-types`, `organ-codes` and `known-acts`."""
    types = tuple(_type(row) for row in _rows("document-types.csv"))
    organs = tuple(
        OrganCode(
            row["code"], Family.of(row["family"]), row["body"], row["one"] == "có",
            _day(row["from_day"]), _day(row["until_day"]), row["source"], row["verified"] == "có",
        )
        for row in _rows("organ-codes.csv")
    )  # fmt: skip
    known = {act.number_sign: act.type for act in known_acts()}
    return Grammar(types, organs, known)


def sign_as_ruled(number_sign: str) -> str:
    """Số, ký hiệu viết đúng phép — by the shipped tables; what is not certain stays as typed."""
    return as_prescribed(number_sign, shipped_grammar())


def forms_of_sign(number_sign: str) -> set[str]:
    """Các cách viết một số — as ruled, and with its dash and slash exchanged, as others type it."""
    exchanged = number_sign.translate(str.maketrans("-/", "/-"))
    return {number_sign, *({exchanged} if sign_as_ruled(exchanged) == number_sign else ())}


@cache
def known_acts() -> tuple[KnownAct, ...]:
    """Văn bản đã biết — public acts whose type their number alone does not tell."""
    return tuple(
        KnownAct(
            row["number_sign"], row["type"], row["issuer"], row["abstract"], _day(row["issued_on"])
        )
        for row in _rows("known-acts.csv")
    )


def _type(row: dict[str, str]) -> DocumentType:
    return DocumentType(
        Family.of(row["family"]), row["type"], row["abbreviation"], tuple(row["accepted"].split()),
        tuple(filter(None, row["said"].split("|"))), _day(row["from_day"]), _day(row["until_day"]),
        row["source"], row["verified"] == "có",
    )  # fmt: skip


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _rows(name: str) -> list[dict[str, str]]:
    with open(FOLDER / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
