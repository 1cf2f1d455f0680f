"""Văn bản đồng ý — lifts the upper age of admission, for those above it, and stands in their files."""

from datetime import date

import pytest
from party import newcomer, party
from world import TODAY, paper

from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.plain.reasons import Refused
from thenchot.people.dossiers.reads.file import file_of
from thenchot.people.dossiers.rules.asked import Asked
from thenchot.people.members.acts.members import record_admission
from thenchot.people.members.models import Admission, Consent
from thenchot.people.members.rules import CellRow
from thenchot.people.members.words import Consented

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2024, 3, 5)


class Elders:
    """One above the age, one within it, one below; a decision and a consent paper."""

    def __init__(self):
        self.here = party()
        self.basis, self.consent = paper("91-QĐ/HU", DAY), paper("7-TB/TU", date(2024, 2, 1))
        listed = self.here.list_paper
        self.old = newcomer("Đỗ Cao Tuổi", DAY, listed, date(1955, 1, 1))
        self.young = newcomer("Võ Đúng Tuổi", DAY, listed)
        self.child = newcomer("Lý Nhỏ Tuổi", DAY, listed, date(2010, 1, 1))

    def asked(self, *people, **more):
        rows = [CellRow(person, self.here.cells[0]) for person in people]
        return {"people": rows, "on_day": DAY, "basis": self.basis} | more


@pytest.fixture
def elders():
    return Elders()


def everything():
    return Admission.objects.count(), Consent.objects.count(), JournalEntry.objects.count()


def refused(actor, said, **asked):
    before = everything()
    with pytest.raises(Refused) as no:
        record_admission(actor, TODAY, **asked)
    assert everything() == before
    assert said in "; ".join(map(str, no.value.reasons))
    return no.value.reasons


def told(actor, person):
    file = file_of(by=actor, person=person, on=TODAY, came_from=Asked())
    return [str(entry.what) for entry in file.entries]


def test_without_it_the_refusal_names_the_paper_that_would_lift_it(actor, elders):
    (reason,) = refused(actor, "cần văn bản đồng ý", **elders.asked(elders.old))
    assert "mục 1" in reason.clause
    assert reason.field == "1.person"


def test_with_it_those_above_are_admitted_and_their_files_say_so(actor, elders):
    asked = elders.asked(elders.old, elders.young, consent=elders.consent)
    record_admission(actor, TODAY, **asked)
    assert Admission.objects.filter(basis=elders.basis).count() == 2
    found = Consent.objects.get()
    assert (found.person_id, found.about, found.basis_id, found.effective.start) == (
        elders.old, Consented.ADMISSION_ABOVE_AGE, elders.consent, DAY,
    )  # fmt: skip
    line = JournalEntry.objects.filter(seq__isnull=False).order_by("-seq")[0]
    assert "91-QĐ/HU" in line.instrument
    said = "Văn bản đồng ý: Kết nạp người trên mức tuổi"
    assert said in told(actor, elders.old)
    assert said not in told(actor, elders.young)


def test_it_never_lifts_the_lower_age(actor, elders):
    asked = elders.asked(elders.old, elders.child, consent=elders.consent)
    (reason,) = refused(actor, "tuổi xét kết nạp từ 18 đến 60", **asked)
    assert reason.field == "2.person"
    assert "đồng ý" not in str(reason)


def test_one_that_nobody_needs_is_refused(actor, elders):
    (reason,) = refused(
        actor, "không cần văn bản đồng ý", **elders.asked(elders.young, consent=elders.consent)
    )
    assert reason.field == "consent"


def test_one_that_is_not_in_the_register_or_annulled_is_refused(actor, elders):
    refused(actor, "Không có văn bản căn cứ này", **elders.asked(elders.old, consent=999_999))
    annul_instrument(
        actor, TODAY, instrument=elders.consent, by_paper=paper("8-TB/TU"), reason="ghi nhầm"
    )
    (reason,) = refused(actor, "đã bị hủy bỏ", **elders.asked(elders.old, consent=elders.consent))
    assert reason.field == "consent"


def test_annulled_it_leaves_and_the_decision_stands(actor, elders):
    record_admission(actor, TODAY, **elders.asked(elders.old, consent=elders.consent))
    annul_instrument(
        actor, TODAY, instrument=elders.consent, by_paper=paper("8-TB/TU"), reason="ghi nhầm"
    )
    assert not Consent.objects.exists()
    assert Admission.objects.filter(person=elders.old).exists()


def test_when_the_decision_is_annulled_the_consent_carries_the_next_one(actor, elders):
    asked = elders.asked(elders.old, consent=elders.consent)
    record_admission(actor, TODAY, **asked)
    annul_instrument(
        actor, TODAY, instrument=elders.basis, by_paper=paper("93-QĐ/HU"), reason="ghi nhầm"
    )
    assert not Admission.objects.exists()
    record_admission(actor, TODAY, **asked | {"basis": paper("92-QĐ/HU", DAY)})
    assert Consent.objects.get().basis_id == elders.consent
