"""Câu hỏi của sổ tổ chức — what stood on a day, each with its paper."""

from thenchot.ground.register.reads.checks import (
    closure_faults,
    reach_faults,
)
from thenchot.ground.register.reads.papers import (
    Competent,
    OpenedByPaper,
    opened_by_paper,
    who_decides,
)
from thenchot.ground.register.reads.people import (
    PersonLine,
    people_named,
    posts_held,
)
from thenchot.ground.register.reads.post import (
    Holding,
    PostPage,
    PostState,
    post_on,
)
from thenchot.ground.register.reads.tree import (
    Branch,
    Lines,
    OrganizationLine,
    Seats,
    branches_on,
    lines_below,
    lines_below_on_days,
    organizations_listed,
    organizations_on,
    seats_below,
    stands_on,
    units_below,
)
from thenchot.ground.register.reads.unit import (
    Continued,
    OrganizationPage,
    Seat,
    State,
    nearest_day,
    organization_on,
)

__all__ = [
    "Branch",
    "Competent",
    "Continued",
    "Holding",
    "Lines",
    "OpenedByPaper",
    "OrganizationLine",
    "OrganizationPage",
    "PersonLine",
    "PostPage",
    "PostState",
    "Seat",
    "Seats",
    "State",
    "branches_on",
    "closure_faults",
    "lines_below",
    "lines_below_on_days",
    "nearest_day",
    "opened_by_paper",
    "organization_on",
    "organizations_listed",
    "organizations_on",
    "people_named",
    "post_on",
    "posts_held",
    "reach_faults",
    "seats_below",
    "stands_on",
    "units_below",
    "who_decides",
]
