"""Tên các tham số — what each key of a regulation's limit is called, for the page of lists."""

from thenchot.ground.basis.words import PersonnelArea
from thenchot.people.awards.words import Limits as AwardLimits
from thenchot.people.cadres.words import Limits as CadreLimits
from thenchot.people.members.words import Limits as MemberLimits

LIMIT_LABELS: dict[str, str] = {
    key.value: key.label for key in (*MemberLimits, *AwardLimits, *CadreLimits, *PersonnelArea)
}
