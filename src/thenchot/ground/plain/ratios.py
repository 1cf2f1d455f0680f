"""Tỷ lệ — exact ratios, one rounding rule, and how numbers are printed.

The one rounding rule: half up, away from zero at a tie, two decimals unless said otherwise.
"""

from dataclasses import dataclass
from fractions import Fraction

UNKNOWN = "–"  # no base, so no ratio


def rounded(value: Fraction | int, places: int = 2) -> Fraction:
    """Làm tròn — half up, away from zero at a tie."""
    scale = 10**places
    whole = int(abs(Fraction(value)) * scale + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, scale)


def whole_number(value: Fraction | int) -> int:
    """Số nguyên gần nhất — by the one rounding rule."""
    return int(rounded(value, 0))


def truncated(value: Fraction | int, places: int = 2) -> Fraction:
    """Cắt bớt — drop further decimals, as some published figures do."""
    return Fraction(int(Fraction(value) * 10**places), 10**places)


def format_number(value: int) -> str:
    """Số nguyên — 1347 → "1.347"; minus is "−"."""
    sign = "−" if value < 0 else ""
    return sign + f"{abs(value):,}".replace(",", ".")


def format_decimal(value: Fraction | int, places: int = 2) -> str:
    """Số thập phân — rounded by the one rule: 1234,56 → "1.234,56"."""
    shown = rounded(value, places)
    whole, rest = divmod(abs(shown), 1)
    sign = "−" if shown < 0 else ""
    decimals = f",{int(rest * 10**places):0{places}d}" if places else ""
    return f"{sign}{format_number(int(whole))}{decimals}"


def percent(part: int, whole: int) -> Fraction | None:
    """Phần trăm — exact; None where the base is zero."""
    return Fraction(part * 100, whole) if whole else None


def format_percent(part: int, whole: int, places: int = 2) -> str:
    """In phần trăm — 1347 of 1150 → "117,13%"; "–" where the base is zero."""
    exact = percent(part, whole)
    return UNKNOWN if exact is None else f"{format_decimal(exact, places)}%"


@dataclass(frozen=True, slots=True)
class Change:
    """Tăng, giảm — against an earlier period; percent and ratio are None without a base."""

    difference: int
    percent: Fraction | None
    ratio: Fraction | None


def change(now: int, before: int) -> Change:
    """So sánh — now against before."""
    return Change(
        now - before, percent(now - before, before), Fraction(now, before) if before else None
    )
