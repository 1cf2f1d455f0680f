"""Phép về hai hồ sơ — what makes them look like one person's, and where they disagree."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.names import fold, one_placement
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Sex
from thenchot.people.identity.words import Sign


@dataclass(frozen=True, slots=True)
class LifeRow:
    """Lai lịch của một hồ sơ — as it is compared with that of another one."""

    full_name: str
    sex: Sex
    birth_on: date | None
    ethnicity: str | None
    hometown: str | None


def file_faults(kept_since: date, gone_since: date) -> list[Reason]:
    """Hồ sơ có trước được giữ — so that every fact finds the kept file open on its days."""
    if kept_since <= gone_since:
        return []
    text = mark(
        "Hồ sơ giữ lại có từ {kept:%d/%m/%Y}, sau hồ sơ kia ({gone:%d/%m/%Y}); hãy giữ hồ sơ có trước."
    )
    return [Reason(text, {"kept": kept_since, "gone": gone_since}, "", "kept")]


def life_faults(kept: LifeRow, gone: LifeRow) -> list[Reason]:
    """Hai lai lịch trái nhau — what the file that goes says and the kept one does not say too."""
    faults = []
    if fold(kept.full_name) != fold(gone.full_name):
        text = mark("Họ tên khác nhau: «{kept}» và «{gone}».")
        faults.append(_differs(text, kept.full_name, gone.full_name))
    if kept.sex is not gone.sex:
        text = mark("Giới tính khác nhau: {kept} và {gone}.")
        faults.append(_differs(text, kept.sex, gone.sex))
    if gone.birth_on and gone.birth_on != kept.birth_on:
        text = mark("Ngày sinh {gone} chỉ đứng ở hồ sơ bỏ đi; hãy đính chính hồ sơ giữ lại trước.")
        faults.append(Reason(text, {"gone": f"{gone.birth_on:%d/%m/%Y}"}, "", "gone"))
    for said, held in ((gone.ethnicity, kept.ethnicity), (gone.hometown, kept.hometown)):
        if said and not _alike(said, held or ""):
            text = mark("«{gone}» chỉ đứng ở hồ sơ bỏ đi; hãy đính chính hồ sơ giữ lại trước.")
            faults.append(Reason(text, {"gone": said}, "", "gone"))
    return faults


def _differs(text: str, kept: object, gone: object) -> Reason:
    return Reason(text, {"kept": kept, "gone": gone}, "", "gone")


def _alike(one: str, other: str) -> bool:
    return one_placement(one).casefold() == one_placement(other).casefold()


def signs_of(one: LifeRow, other: LifeRow) -> list[Sign]:
    """Dấu hiệu trùng — of the names and of the birth days; none where they are told apart.

    Names alike only without their marks are of one person only where the birth day is the same.
    """
    if fold(one.full_name) != fold(other.full_name):
        return []
    if one.full_name == other.full_name:
        name = Sign.SAME_NAME
    elif _alike(one.full_name, other.full_name):
        name = Sign.SPELT_OTHERWISE
    else:
        name = Sign.SAME_WITHOUT_MARKS
    birth = _birth_sign(one.birth_on, other.birth_on)
    if birth is None or (name is Sign.SAME_WITHOUT_MARKS and birth is not Sign.SAME_BIRTH):
        return []
    return [name, birth]


def _birth_sign(one: date | None, other: date | None) -> Sign | None:
    if one is None or other is None:
        return Sign.BIRTH_NOT_RECORDED
    if one == other:
        return Sign.SAME_BIRTH
    swapped = (one.year, one.day, one.month) == (other.year, other.month, other.day)
    return Sign.DAY_AND_MONTH_SWAPPED if swapped else None
