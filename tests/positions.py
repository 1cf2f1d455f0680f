"""Vị trí việc làm thử — a whole description, a framework, drafts and approvals, recorded through acts."""

from dataclasses import replace
from datetime import date

from actors import demo_actor
from world import TODAY, answer

from thenchot.people.positions.acts.approving import approve_descriptions
from thenchot.people.positions.acts.drafting import draft_description
from thenchot.people.positions.acts.framework import set_competency
from thenchot.people.positions.rules.content import Demand, Description, Duty
from thenchot.people.positions.words import CompetencyGroup, Degree, PositionKind, Theory

LEVELS = [f"Việc làm được ở cấp độ {level}" for level in range(1, 6)]
WHOLE = Description(
    PositionKind.SPECIALIZED, "Giúp việc thử", (
        Duty("Tham mưu", "Soạn đề án", "Đúng hạn", "đề án", 60),
        Duty("Theo dõi", "Tổng hợp số liệu", "Đủ, đúng", "báo cáo", 40),
    ),
    "Trưởng phòng", "", "Các phòng", "Ban Tổ chức các huyện ủy", "Được đề xuất; Được mời họp",
    "Phòng làm việc", Degree.BACHELOR, "Luật", Theory.INTERMEDIATE, True, "Từ 3 năm", "Trung thực",
    (Demand("C1", 3),),
)  # fmt: skip


def framework(basis: int, *codes: str, day: date = date(2024, 1, 2)) -> None:
    for code in codes or ("C1",):
        set_competency(
            demo_actor(), TODAY, code=code, group=CompetencyGroup.COMMON, name=f"Năng lực {code}",
            indicators=LEVELS, verified=False, from_day=day, basis=basis,
        )  # fmt: skip


def drafted(organization: int, code: str, title: str = "Chuyên viên thử", **changed) -> int:
    return answer(
        draft_description(
            demo_actor(), TODAY, organization=organization, code=code, title=title,
            content=replace(WHOLE, **changed),
        )
    )  # fmt: skip


def approved(organization: int, code: str, basis: int, day: date = date(2024, 3, 1), **more) -> int:
    position = drafted(organization, code, **more)
    approve_descriptions(demo_actor(), TODAY, drafts=[position], from_day=day, basis=basis)
    return position
