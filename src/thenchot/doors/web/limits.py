"""Tên các tham số, danh mục — what limits of regulations are called, and the closed lists, for their page."""

from thenchot.ground.basis.words import InstrumentKind, PersonnelArea
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import (
    Came,
    Level,
    Manner,
    Matter,
    OrganizationKind,
    PostKind,
    Tier,
)
from thenchot.office.documents.words import Limits as DocumentLimits
from thenchot.people.awards.words import AwardForm
from thenchot.people.awards.words import Limits as AwardLimits
from thenchot.people.cadres.words import Limits as CadreLimits
from thenchot.people.committees.words import Limits as CommitteeLimits
from thenchot.people.identity.words import Limits as IdentityLimits
from thenchot.people.identity.words import NumberKind
from thenchot.people.members.words import Change, Status, Way
from thenchot.people.members.words import Limits as MemberLimits
from thenchot.people.oversight.words import DisciplineForm
from thenchot.people.reorganisation.words import Limits as SchemeLimits
from thenchot.people.reorganisation.words import Verb
from thenchot.people.sittings.words import Limits as SittingLimits

LIMITS: tuple[Labelled, ...] = (
    *MemberLimits, *AwardLimits, *CadreLimits, *CommitteeLimits, *IdentityLimits, *SchemeLimits,
    *SittingLimits, *DocumentLimits, *PersonnelArea,
)  # fmt: skip
LIMIT_LABELS = {key.value: key.label for key in LIMITS}
CLOSED_LISTS: tuple[tuple[str, tuple[Labelled, ...]], ...] = (
    (mark("Loại tổ chức"), tuple(OrganizationKind)),
    (mark("Cấp tổ chức"), tuple(Level)),
    (mark("Việc sắp xếp tổ chức"), tuple(Verb)),
    (mark("Loại chức vụ"), tuple(PostKind)),
    (mark("Cách giữ chức vụ"), tuple(Manner)),
    (mark("Hình thức đi đến chức vụ"), tuple(Came)),
    (mark("Diện quản lý"), tuple(Tier)),
    (mark("Việc theo phân cấp"), tuple(Matter)),
    (mark("Loại văn bản căn cứ"), tuple(InstrumentKind)),
    (mark("Tình trạng đảng viên"), tuple(Status)),
    (mark("Biến động đảng viên"), tuple(Way)),
    (mark("Biến động chi bộ báo"), tuple(Change)),
    (mark("Hình thức khen thưởng"), tuple(AwardForm)),
    (mark("Loại số của một người"), tuple(NumberKind)),
    (mark("Hình thức kỷ luật"), tuple(DisciplineForm)),
)
