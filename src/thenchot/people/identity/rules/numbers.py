"""Phép về số của một người — its form, and that a citizen's number agrees with the life."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered
from thenchot.ground.register.words import Sex
from thenchot.people.identity.words import Limits, NumberKind

LONGEST_NUMBER = 30
DIGITS = {NumberKind.CITIZEN: Limits.CITIZEN_DIGITS, NumberKind.CARD: Limits.CARD_DIGITS}
FIRST_CENTURY = 19  # the fourth digit counts centuries from the twentieth: 0 and 1, 2 and 3 …
MASK = "•"
TAKEN = Reason(
    mark("Số này đã được ghi cho một người khác trong những ngày đó."),
    {},
    mark("Một số chỉ của một người"),
    "number",
)
TWICE = Reason(mark("Số này đứng hai lần trong danh sách."), field="number")

Known = Mapping[Labelled, Limit]
Said = tuple[NumberKind, str]  # a number and its kind, in one way of writing


@dataclass(frozen=True, slots=True)
class NumberRow:
    """Số của một người — its kind, and the number as the card or the list states it."""

    person: int
    kind: NumberKind
    number: str


@dataclass(frozen=True, slots=True)
class Life:
    """Lai lịch để đối chiếu — what the register says of the person on the day."""

    sex: Sex
    birth_on: date | None


def plain_number(kind: NumberKind, typed: str) -> str:
    """Một cách viết — digits alone where the number is all digits; capitals otherwise."""
    tidy = tidy_name(typed)
    if kind in DIGITS:
        return "".join(sign for sign in tidy if sign not in " .-")
    return tidy.upper()


def rows_faults(rows: Sequence[NumberRow]) -> list[Reason]:
    """Danh sách số — not empty; each person once of a kind, each number once."""
    if not rows:
        return [Reason(mark("Danh sách không có ai."), field="people")]
    faults = []
    if len({(row.person, row.kind) for row in rows}) < len(rows):
        text = mark("Có người được ghi hai lần cùng một loại số.")
        faults.append(Reason(text, field="people"))
    seen: set[Said] = set()
    for place, row in enumerate(rows, start=1):
        said = row.kind, plain_number(row.kind, row.number)
        if said in seen and said[1]:
            faults += numbered(place, [TWICE])
        seen.add(said)
    return faults


@dataclass(frozen=True, slots=True)
class ListNumbers:
    """Các số của một danh sách người mới — how often each stands in it, which are somebody's already.

    Of several rows with one number none enters: the list must say whose it is.
    """

    counted: Mapping[Said, int]
    taken: Collection[Said]
    limits: Known

    def faults(self, said: Said, life: Life | None) -> list[Reason]:
        """Lỗi của một số — as `number_faults`, and that it is nobody else's."""
        faults = number_faults(*said, life, self.limits)
        if self.counted[said] > 1:
            faults.append(TWICE)
        if said in self.taken:
            faults.append(TAKEN)
        return faults


def number_faults(kind: NumberKind, number: str, life: Life | None, limits: Known) -> list[Reason]:
    """Số đúng khuôn mẫu — of so many digits, and a citizen's number agrees with the life."""
    if not number:
        return [Reason(mark("Thiếu số."), field="number")]
    if len(number) > LONGEST_NUMBER:
        return [Reason(mark("Số dài quá {n} ký tự."), {"n": LONGEST_NUMBER}, field="number")]
    if kind not in DIGITS:
        return []
    length = limits.get(DIGITS[kind])
    clause = length.clause if length else ""
    if not (number.isascii() and number.isdigit()):
        return [Reason(mark("Số này chỉ gồm chữ số."), {}, clause, "number")]
    if length and len(number) != length.values[0]:
        text = mark("Số này phải có {n} chữ số, đang có {found}.")
        values = {"n": length.values[0], "found": len(number)}
        return [Reason(text, values, clause, "number")]
    if kind is not NumberKind.CITIZEN or len(number) < 6:
        return []
    return [*_place_faults(number, limits), *_life_faults(number, life, clause)]


def _place_faults(number: str, limits: Known) -> list[Reason]:
    """A province of the list; codes behind its last one are of countries, which are not listed here."""
    code = int(number[:3])
    fiction, places = limits.get(Limits.FICTION), limits.get(Limits.BIRTHPLACES)
    if fiction:
        if code in fiction.values:
            return []
        text = mark("Ở đây chỉ có người mô phỏng: số định danh phải bắt đầu bằng {code}.")
        return [Reason(text, {"code": fiction.values[0]}, fiction.clause, "number")]
    if places is None or code in places.values or code > max(places.values):
        return []
    text = mark("Ba chữ số đầu {code} không phải mã tỉnh, thành phố nào.")
    return [Reason(text, {"code": number[:3]}, places.clause, "number")]


def _life_faults(number: str, life: Life | None, clause: str) -> list[Reason]:
    """The fourth digit says century and sex, the next two the year of birth."""
    if life is None:
        return []
    century, female = divmod(int(number[3]), 2)
    sex = Sex.FEMALE if female else Sex.MALE
    year = (FIRST_CENTURY + century) * 100 + int(number[4:6])
    faults = []
    if sex is not life.sex:
        text = mark("Chữ số thứ tư là của {sex}, hồ sơ ghi {recorded}.")
        values = {"sex": sex, "recorded": life.sex}
        faults.append(Reason(text, values, clause, "number"))
    if life.birth_on and life.birth_on.year != year:
        text = mark("Số này là của người sinh năm {year}, hồ sơ ghi năm {recorded}.")
        years = {"year": year, "recorded": life.birth_on.year}
        faults.append(Reason(text, years, clause, "number"))
    return faults


def masked(length: int, tail: str) -> str:
    """Số đã che — as many dots as signs, and the last few of them."""
    return MASK * (length - len(tail)) + tail
