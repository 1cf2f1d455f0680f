"""Thế giới nhỏ — a fictional party committee of a commune, its cells, people and posts."""

from datetime import date

from thenchot.doors.access.demo import demo_actor
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.acts.organizations import establish_organization, rename_organization
from thenchot.ground.register.acts.people import record_person
from thenchot.ground.register.acts.posts import appoint, end_posting, establish_post
from thenchot.ground.register.reads import organizations_on
from thenchot.ground.register.words import Level, OrganizationKind, PostKind, Sex

ISSUER = "Tỉnh ủy Hậu Giang (mô phỏng)"
CELLS = ("Chi bộ ấp Một", "Chi bộ ấp Hai", "Chi bộ Trường Tiểu học", "Chi bộ cơ quan")
PEOPLE = (
    ("Nguyễn Thị Ẩn", Sex.FEMALE, date(1972, 3, 14)),
    ("Trần Văn Đượm", Sex.MALE, date(1959, 11, 2)),
    ("Lê Hoàng Ánh", Sex.FEMALE, date(1988, 7, 21)),
    ("Phạm Quốc Ước", Sex.MALE, date(1980, 1, 30)),
    ("Huỳnh Thị Yến", Sex.FEMALE, date(1991, 9, 9)),
)


def load_small_world(on: date) -> bool:
    """Nạp thế giới nhỏ — True where it was loaded, False where the register has units already."""
    by = demo_actor()
    with scoped(by, on, reading=True):
        if organizations_on(by=by, on=on):
            return False
    with scoped(by, on):  # all of it or nothing, should the loading be cut off
        _Loader(by, on).load()
    return True


class _Loader:
    def __init__(self, by: Actor, on: date) -> None:
        self.by, self.on = by, on

    def paper(self, number: str, abstract: str, day: date) -> int:
        done = register_instrument(
            self.by, self.on, kind=InstrumentKind.DECISION, number_sign=number, issuer=ISSUER,
            abstract=abstract, issued_year=day.year, issued_on=day,
        )  # fmt: skip
        return done.answer or 0

    def unit(
        self, name: str, kind: OrganizationKind, level: Level, parent: int | None, basis: int
    ) -> int:
        done = establish_organization(
            self.by, self.on, name=name, kind=kind, level=level, parent=parent,
            from_day=date(2020, 8, 1), basis=basis,
        )  # fmt: skip
        return done.answer or 0

    def load(self) -> None:
        founding = self.paper("01-QĐ/TU", "Thành lập các tổ chức đảng", date(2020, 7, 20))
        province = self.unit(
            "Đảng bộ tỉnh Hậu Giang (mô phỏng)",
            OrganizationKind.PROVINCE_PARTY,
            Level.PROVINCE,
            None,
            founding,
        )
        district = self.unit(
            "Đảng bộ huyện Vị Thủy",
            OrganizationKind.UPPER_PARTY,
            Level.DISTRICT,
            province,
            founding,
        )
        commune = self.unit(
            "Đảng bộ xã Vị Thanh",
            OrganizationKind.GRASSROOTS_PARTY,
            Level.COMMUNE,
            district,
            founding,
        )
        cells = [
            self.unit(name, OrganizationKind.CELL, Level.BASE, commune, founding) for name in CELLS
        ]
        people = [self.person(*each, founding) for each in PEOPLE]
        posts = [self.post(unit, "Bí thư", PostKind.HEAD, founding) for unit in (commune, *cells)]
        for number, (person, post) in enumerate(zip(people, posts, strict=True), start=15):
            day = date(2021, 3, number - 10)
            basis = self.paper(f"{number}-QĐ/TU", "Chỉ định bí thư", day)
            posting = appoint(self.by, self.on, person=person, post=post, from_day=day, basis=basis)
        leaving = self.paper("44-QĐ/TU", "Thôi giữ chức vụ", date(2024, 6, 3))
        end_posting(
            self.by, self.on, posting=posting.answer or 0, from_day=date(2024, 6, 15), basis=leaving
        )
        renaming = self.paper("51-QĐ/TU", "Đổi tên chi bộ", date(2024, 12, 11))
        rename_organization(
            self.by, self.on, organization=cells[-1], name="Chi bộ cơ quan xã Vị Thanh",
            from_day=date(2025, 1, 1), basis=renaming,
        )  # fmt: skip

    def person(self, name: str, sex: Sex, birth_on: date, basis: int) -> int:
        done = record_person(
            self.by, self.on, full_name=name, sex=sex, birth_on=birth_on,
            from_day=date(2020, 8, 1), basis=basis,
        )  # fmt: skip
        return done.answer or 0

    def post(self, unit: int, title: str, kind: PostKind, basis: int) -> int:
        done = establish_post(
            self.by, self.on, organization=unit, title=title, kind=kind,
            from_day=date(2020, 8, 1), basis=basis,
        )  # fmt: skip
        return done.answer or 0
