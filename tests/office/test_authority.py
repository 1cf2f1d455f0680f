"""Thẩm quyền ban hành — told of a type the body may not issue, by the table of the day; refused nowhere."""

from dataclasses import replace
from datetime import date

import pytest
from actors import demo_actor
from asking import Asking
from django.conf import settings
from drafts import ROW, agreed, begun
from office import given, opened
from world import TODAY, answer, small_world

from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.register.acts.organizations import establish_organization
from thenchot.ground.register.words import Level, OrganizationKind
from thenchot.office.drafting.models import DraftPaper
from thenchot.office.drafting.reads.authority import authority_on
from thenchot.office.drafting.rules.authority import authority_faults
from thenchot.office.drafting.words import Signing, State

PROVINCE, GRASSROOTS = OrganizationKind.PROVINCE_PARTY, OrganizationKind.GRASSROOTS_PARTY
CELL, AGENCY = OrganizationKind.CELL, OrganizationKind.AGENCY
BEFORE, AFTER = date(2025, 6, 1), date(2026, 2, 1)
GUIDANCE, DIRECTIVE = InstrumentKind.GUIDANCE, InstrumentKind.DIRECTIVE
STATUTE, RULES = InstrumentKind.REGULATION, InstrumentKind.RULES
T_M, T_L = Signing.ON_BEHALF, Signing.BY_ORDER


@pytest.mark.parametrize(
    ("kind", "signing", "authority", "type", "day", "told"),
    [
        (PROVINCE, T_M, "TỈNH ỦY", DIRECTIVE, BEFORE, True),
        (PROVINCE, T_M, "BAN THƯỜNG VỤ", DIRECTIVE, BEFORE, False),
        (PROVINCE, T_M, "Ban Thuờng vụ", DIRECTIVE, AFTER, False),
        (PROVINCE, T_M, "TỈNH ỦY", InstrumentKind.RESOLUTION, AFTER, False),
        (GRASSROOTS, T_M, "ĐẢNG ỦY", GUIDANCE, AFTER, True),
        (GRASSROOTS, T_M, "ĐẢNG ỦY", GUIDANCE, BEFORE, False),  # no table of that day names it
        (GRASSROOTS, T_M, "BAN THƯỜNG VỤ", GUIDANCE, AFTER, False),
        (GRASSROOTS, T_M, "BAN THƯỜNG VỤ", RULES, AFTER, True),
        (GRASSROOTS, T_L, "BAN THƯỜNG VỤ", RULES, AFTER, False),  # the ordering body's own paper
        (CELL, T_M, "CHI BỘ", STATUTE, AFTER, True),
        (CELL, T_M, "CHI BỘ", RULES, AFTER, False),
        (AGENCY, T_M, "TẬP THỂ", DIRECTIVE, AFTER, False),  # a department: nothing read says
        (None, T_M, "TỈNH ỦY", DIRECTIVE, AFTER, False),
    ],
)  # fmt: skip
def test_what_a_body_may_not_issue_is_told(kind, signing, authority, type, day, told):
    row = replace(ROW, kind=type, signing=signing, authority=authority)
    faults = authority_faults(row, kind, authority_on(day))
    assert len(faults) == told
    assert all("chưa đối chiếu với bản gốc" in str(each) for each in faults)


def test_every_table_names_its_source():
    for day in (BEFORE, AFTER):
        assert all(each.source and each.body and each.may_not for each in authority_on(day))


class TestOfADraft:
    pytestmark = [pytest.mark.django_db, pytest.mark.database]

    @pytest.fixture(autouse=True)
    def demo_folder(self, monkeypatch):
        monkeypatch.setattr(settings, "DEMO", True)
        monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)

    def test_the_page_and_the_sheet_of_submitting_say_it_and_it_goes_on_all_the_same(self, client):
        here = small_world()
        row = replace(ROW, kind=DIRECTIVE, authority="Tỉnh ủy")
        province = answer(
            establish_organization(
                demo_actor(), TODAY, name="Đảng bộ tỉnh Thử Hai", kind=PROVINCE, level=Level.PROVINCE,
                parent=None, from_day=date(2020, 1, 1), basis=here.founding,
            )
        )  # fmt: skip
        draft = begun(province, province, row)
        said = "không ban hành Chỉ thị"
        assert said in client.get(f"/van-ban/du-thao/{draft}").content.decode()
        assert said in client.get(f"/ghi/du-thao-trinh?du-thao={draft}").content.decode()
        account = opened("thu-mot")
        given(account, "chuyen_vien", province)
        asking = Asking.of(account)
        (caution,) = asking.get(f"/drafts/{draft}").json()["cautions"]
        assert said in caution["sentence"]
        agreed(draft)
        assert DraftPaper.objects.get().state == State.AGREED
