"""Các phần của một tệp — each paragraph named by what it says and where it stands; what cannot be told has no name."""

from collections.abc import Sequence
from dataclasses import dataclass

from thenchot.ground.basis.files.checking import ParagraphSeen
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.names import fold
from thenchot.office.drafting.rules.letters import (
    DATED,
    FILED,
    LETTERS_ALONE,
    NUMBERED,
    ORNAMENT,
    PARTY,
    RECIPIENTS,
    SENT_TO,
    SIGNED_FOR,
    TITLED,
)
from thenchot.office.drafting.rules.rows import DraftRow
from thenchot.office.drafting.words import Signing

HEAD_LINES = 15  # a paper of the Party says what it is within its first lines
KINDS = {fold(kind.label): kind for kind in InstrumentKind}
OWNERS = frozenset({"parent", "issuer"})
WAYS = {LETTERS_ALONE.sub("", way.printed): way for way in Signing if way.printed}


@dataclass(slots=True)
class Parts:
    """Các phần nhận ra được — by name; the body stands between head and recipients."""

    named: list[tuple[str, ParagraphSeen]]
    body: list[ParagraphSeen]

    @property
    def held(self) -> set[str]:
        return {name for name, _ in self.named}

    def lines(self, name: str) -> list[str]:
        return [each.text for said, each in self.named if said == name]

    def words(self, name: str) -> str:
        return " ".join(self.lines(name))

    def row(self) -> DraftRow:
        """Đầu đề như dự thảo — what a draft of these words would say of itself."""
        authority, date = SIGNED_FOR.match(self.words("authority")), DATED.match(self.words("date"))
        return DraftRow(
            self._kind(),
            self.words("title") or self.words("letter_title"),
            self.words("issuer"),
            self.words("position"),
            self.words("signer"),
            WAYS[LETTERS_ALONE.sub("", authority[0])] if authority else Signing.HEAD,
            place=date["place"] if date else "",
            addressee=self.words("addressee"),
            recipients="\n".join(self.lines("recipients")),
        )

    def _kind(self) -> InstrumentKind:
        named = [KINDS[fold(each)] for each in self.lines("type")]
        usual = InstrumentKind.LETTER if "letter_title" in self.held else InstrumentKind.OTHER
        return named[0] if named else usual


def parts_of(paragraphs: Sequence[ParagraphSeen]) -> Parts:
    """Nhận các phần — in reading order, head, body, foot."""
    found = Parts(_issuers(paragraphs[:HEAD_LINES]), [])
    foot: list[ParagraphSeen] = []
    begun = listing = False
    for place, each in enumerate(paragraphs):
        in_head = place < HEAD_LINES and not begun
        name = _name_in_head(each, found) if in_head else _foot_name(each, listing)
        listing = name == "recipients_label" or (listing and name == "recipients")
        if name:
            found.named.append((name, each))
        begun = begun or (not name and each.aligned != "center" and bool(found.held - OWNERS))
        if begun and not name:
            (foot if "recipients_label" in found.held else found.body).append(each)
    names = ("position",) * (len(foot) - 1) + ("signer",)
    found.named += zip(names, foot, strict=False)
    return found


def _issuers(head: Sequence[ParagraphSeen]) -> list[tuple[str, ParagraphSeen]]:
    """Right above the number the issuer, above it perhaps the organ it belongs to."""
    places = [place for place, each in enumerate(head) if _head_name(each) == "number"]
    above = [
        each for each in head[: places[0] if places else 0] if not ORNAMENT.fullmatch(each.text)
    ]
    last = [each for each in above if not _head_name(each)][-2:]
    return list(zip(("parent", "issuer")[-len(last) :], last, strict=True)) if last else []


def _name_in_head(each: ParagraphSeen, found: Parts) -> str:
    name = _head_name(each)
    return name if name and name not in found.held else _title_name(each, found)


def _head_name(each: ParagraphSeen) -> str:
    folded = fold(each.text)
    if folded == fold(PARTY):
        return "party"
    if NUMBERED.match(each.text):
        return "number"
    if DATED.match(each.text) and len(each.text) < 80:
        return "date"
    return "type" if folded in KINDS else ""


def _title_name(each: ParagraphSeen, found: Parts) -> str:
    """Under the type its title, as many centred lines as it takes; of a letter, under the number."""
    held, last = found.held, found.named[-1][0] if found.named else ""
    if SENT_TO.match(each.text):
        return "addressee"
    if "type" not in held:
        letter = "number" in held and "letter_title" not in held and TITLED.match(each.text)
        return "letter_title" if letter else ""
    if last not in ("type", "title"):
        return ""
    if ORNAMENT.fullmatch(each.text):
        return "dashes"
    goes_on = last == "type" or not each.text.isupper()
    return "title" if goes_on and each.aligned == "center" else ""


def _foot_name(each: ParagraphSeen, listing: bool) -> str:
    if each.text.startswith(RECIPIENTS):
        return "recipients_label"
    if listing and (each.text.startswith("-") or FILED.match(each.text)):
        return "recipients"
    return "authority" if SIGNED_FOR.match(each.text) else ""
