"""Người không có thật — names, birth days and party days from a seeded chance; nobody is meant."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from thenchot.ground.register.words import Sex

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Phan", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
            "Lý", "Mai", "Cao", "Lâm", "Trương", "Thạch", "Kim", "Danh", "Tạ", "Đoàn", "Châu", "Tô", "Quách")  # fmt: skip
WEIGHTS = (32, 12, 10, 7, 7, 5, 5, 4, 3, 3, 3, 2, 2, 2, 2, 2, 2, 3, 1, 1, 1, 1, 2, 1, 1, 1)
MIDDLES = {
    Sex.MALE: ("Văn", "Hữu", "Minh", "Quốc", "Thanh", "Hoàng", "Công", "Đức", "Trung", "Tấn", "Phước", "Chí",
               "Văn Út", "Thành", "Nhựt", "Khắc"),
    Sex.FEMALE: ("Thị", "Thị Mỹ", "Thị Kim", "Ngọc", "Thị Thu", "Thúy", "Thị Hồng", "Bích", "Thị Ngọc", "Diễm",
                 "Thị Cẩm", "Tuyết", "Thị Bé", "Kiều"),
}  # fmt: skip
GIVENS = {
    Sex.MALE: ("An", "Ẩn", "Bảo", "Bình", "Chiến", "Cường", "Danh", "Dũng", "Đạt", "Đượm", "Giang", "Hải", "Hậu",
               "Hiếu", "Hòa", "Hùng", "Khải", "Kiệt", "Lâm", "Lộc", "Luân", "Mẫn", "Nghĩa", "Nhân", "Phong",
               "Phúc", "Quang", "Quý", "Sang", "Sơn", "Tài", "Tân", "Thắng", "Thiện", "Tiến", "Toàn", "Trí",
               "Tuấn", "Tường", "Ước", "Vinh", "Vũ", "Xuyên", "Ý"),
    Sex.FEMALE: ("Ánh", "Anh", "Cúc", "Diễm", "Dung", "Đào", "Điệp", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Huệ",
                 "Hương", "Lan", "Lệ", "Liên", "Loan", "Mai", "Muội", "Mỹ", "Nga", "Ngân", "Nguyệt", "Nhi",
                 "Nhung", "Oanh", "Phượng", "Quyên", "Sương", "Thảo", "Thắm", "Thoa", "Thơ", "Thủy", "Tiên",
                 "Trang", "Trinh", "Tuyền", "Uyên", "Vân", "Xuân", "Yến", "Ái"),
}  # fmt: skip
NEIGHBOURS = (
    "thành phố Cần Thơ",
    "tỉnh Kiên Giang",
    "tỉnh Sóc Trăng",
    "tỉnh Vĩnh Long",
    "tỉnh Bạc Liêu",
    "tỉnh Đồng Tháp",
)


def sex_of(chance: Random) -> Sex:
    """Nam, nữ — about a third of the members are women."""
    return Sex.FEMALE if chance.random() < 0.36 else Sex.MALE


def name_of(chance: Random, sex: Sex) -> str:
    """Họ tên — a family by its frequency, a middle and a given name by sex."""
    (family,) = chance.choices(FAMILIES, WEIGHTS)
    return f"{family} {chance.choice(MIDDLES[sex])} {chance.choice(GIVENS[sex])}"


KHMER, HOA = frozenset({"Thạch", "Kim", "Danh"}), frozenset({"Lý", "Lâm", "Tô", "Quách"})


def ethnicity_of(chance: Random, full_name: str) -> str:
    """Dân tộc — mostly Kinh; Khmer and Hoa mostly in the families where they are common."""
    family = full_name.split()[0]
    khmer = 0.85 if family in KHMER else 0.006
    hoa = 0.15 if family in HOA else 0.003
    return chance.choices(("Khmer", "Hoa", "Kinh"), (khmer, hoa, 1 - khmer - hoa))[0]


def hometown_of(chance: Random, near: str, towns: Sequence[str]) -> str:
    """Quê quán — mostly where the cell is, else elsewhere in the province, or next to it."""
    drawn = chance.random()
    if near and drawn < 0.7:
        return near
    return chance.choice(towns if drawn < 0.95 else NEIGHBOURS)


def some_day(chance: Random, first: date, last: date) -> date:
    """Một ngày — evenly between two days, both included."""
    return first + timedelta(days=chance.randint(0, (last - first).days))


def birth_before(chance: Random, admitted_on: date, youngest: int = 19, oldest: int = 34) -> date:
    """Ngày sinh — so many full years before the admission."""
    years = chance.randint(youngest, oldest)
    return some_day(
        chance, date(admitted_on.year - years, 1, 1), date(admitted_on.year - years, 12, 28)
    )
