"""Thế giới nhỏ — helpers that record the small fictional world through acts, as a clerk would."""

from dataclasses import dataclass
from datetime import date

from actors import demo_actor

from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.models import fact_models
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.register.acts.organizations import establish_organization
from thenchot.ground.register.acts.people import record_person
from thenchot.ground.register.acts.posts import appoint, establish_post
from thenchot.ground.register.words import Level, OrganizationKind, PostKind, Sex

TODAY = date(2025, 6, 16)


def answer(done) -> int:
    assert done.answer is not None
    return done.answer


def paper(number: str, day: date = date(2024, 1, 2)) -> int:
    return answer(
        register_instrument(
            demo_actor(), TODAY, kind=InstrumentKind.DECISION, number_sign=number,
            issuer="Tỉnh ủy", abstract=f"Về việc thử {number}", issued_year=day.year, issued_on=day,
        )
    )  # fmt: skip


def unit(name: str, parent: int | None, basis: int, day: date = date(2020, 1, 1)) -> int:
    return answer(
        establish_organization(
            demo_actor(), TODAY, name=name, kind=OrganizationKind.GRASSROOTS_PARTY,
            level=Level.COMMUNE, parent=parent, from_day=day, basis=basis,
        )
    )  # fmt: skip


def person(name: str, basis: int, day: date = date(2020, 1, 1)) -> int:
    return answer(
        record_person(
            demo_actor(), TODAY, full_name=name, sex=Sex.FEMALE, birth_on=date(1980, 5, 4),
            from_day=day, basis=basis,
        )
    )  # fmt: skip


def seat(organization: int, basis: int, day: date = date(2020, 1, 1)) -> int:
    return answer(
        establish_post(
            demo_actor(), TODAY, organization=organization, title="Bí thư", kind=PostKind.HEAD,
            from_day=day, basis=basis,
        )
    )  # fmt: skip


@dataclass
class World:
    founding: int
    root: int
    commune: int
    person: int
    post: int
    posting: int


def small_world() -> World:
    founding = paper("01-QĐ/TU", date(2019, 12, 20))
    root = unit("Đảng bộ tỉnh Thử", None, founding)
    commune = unit("Đảng bộ xã Thử Một", root, founding)
    who = person("Nguyễn Thị Mô Phỏng", founding)
    post = seat(commune, founding)
    appointing = paper("15-QĐ/TU", date(2021, 3, 1))
    posting = answer(
        appoint(
            demo_actor(), TODAY, person=who, post=post, from_day=date(2021, 3, 1), basis=appointing
        )
    )
    return World(founding, root, commune, who, post, posting)


def facts_alone():
    """Live facts without the marks of the acts that wrote them."""
    return {
        model._meta.label: sorted(
            str(
                {
                    name: value
                    for name, value in row.items()
                    if name not in {"id", "entry", "recorded_at"}
                }
            )
            for row in model.objects.values()
        )
        for model in fact_models()
    }
