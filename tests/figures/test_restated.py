"""Tính lại theo đơn vị hiện nay — earlier figures by today's units, the difference unit by unit."""

from datetime import date
from fractions import Fraction

import pytest
from django.conf import settings
from party import party
from world import TODAY, answer, paper

from thenchot.figures.indicators.acts.entered import enter_figures
from thenchot.figures.indicators.reads.restated import restated
from thenchot.figures.indicators.rules import INDICATORS
from thenchot.figures.indicators.rules.rows import EnteredRow
from thenchot.figures.indicators.words import EnteredFigure
from thenchot.ground.plain.periods import Period, PeriodKind
from thenchot.ground.register.words import Level, OrganizationKind
from thenchot.people.reorganisation.acts.deciding import decide_scheme
from thenchot.people.reorganisation.acts.writing import add_steps, begin_scheme
from thenchot.people.reorganisation.reads.schemes import units_made
from thenchot.people.reorganisation.rules.rows import StepRow, Where
from thenchot.people.reorganisation.words import Verb

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY, LATER = date(2025, 7, 1), date(2025, 7, 15)
YEAR = Period(PeriodKind.YEAR, 2024)
MEMBERS, GIFTS = INDICATORS["dang-vien"], INDICATORS["phan-qua"]
UPPER = OrganizationKind.UPPER_PARTY


def divide(actor, here, *shares):
    """The commune becomes two; its first cell goes to one, the second to the other."""
    scheme = answer(begin_scheme(actor, TODAY, title="Chia xã", kept_by=here.root, from_day=DAY))
    rows = []
    for number, share in enumerate(shares, start=1):
        into = Where(step=number)
        rows += [
            StepRow(number, Verb.FOUND, None, Where(here.root), f"Đảng bộ xã {number}", UPPER, Level.COMMUNE, True),
            StepRow(10 + number, Verb.DIVIDE, here.commune, into, share=share),
            StepRow(20 + number, Verb.TRANSFER, here.cells[number - 1], into),
        ]  # fmt: skip
    add_steps(actor, TODAY, scheme=scheme, rows=rows)
    decide_scheme(actor, TODAY, scheme=scheme, basis=paper("9-QĐ/TU", date(2025, 6, 10)))
    made = units_made(by=actor, scheme=scheme)
    return made[1], made[2]


def asked(actor, unit, indicator=MEMBERS):
    return restated(by=actor, indicator=indicator, unit=unit, days=YEAR.days, on=LATER)


def test_members_follow_their_cells_and_the_parts_add_up(actor):
    here = party()
    one, two = divide(actor, here, None, None)
    first, second, whole = asked(actor, one), asked(actor, two), asked(actor, here.root)
    assert (first.existed, first.then, first.now) == (False, 0, 10)
    assert (second.then, second.now, second.exact) == (0, 5, True)
    assert (whole.existed, whole.then, whole.now) == (True, 15, 15)
    (line,) = first.lines
    assert (line.name, line.then, line.now) == ("Đảng bộ xã Thử", 0, 10)


@pytest.mark.parametrize(
    ("shares", "found", "exact"),
    [((Fraction(2, 5), Fraction(3, 5)), (40, 60), True), ((None, None), (100, 100), False)],
)
def test_what_stands_at_the_divided_unit_goes_by_its_shares(actor, shares, found, exact):
    here = party()
    enter_figures(
        actor, TODAY, organization=here.commune, figures=[EnteredRow(EnteredFigure.GIFTS, 100)],
        period=YEAR, basis=paper("3-BC/ĐU", date(2025, 1, 6)),
    )  # fmt: skip
    parts = [asked(actor, unit, GIFTS) for unit in divide(actor, here, *shares)]
    assert tuple(part.now for part in parts) == found
    assert all(part.exact is exact for part in parts)
    assert asked(actor, here.root, GIFTS).then == 100


def test_the_page_tells_both_numbers_and_the_difference(client, actor, monkeypatch):
    here = party()
    one, _ = divide(actor, here, None, None)
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: LATER)
    page = client.get(f"/bao-cao/nam-2024/dang-vien/tinh-lai?don-vi={one}")
    assert page.status_code == 200
    text = page.content.decode()
    assert "đơn vị này chưa có" in text
    assert "Đảng bộ xã Thử" in text
    assert client.get(f"/bao-cao/nam-2024/sai/tinh-lai?don-vi={one}").status_code == 404
    assert client.get("/bao-cao/nam-2024/dang-vien/tinh-lai?don-vi=999999").status_code == 404
    assert "tinh-lai" in client.get(f"/to-chuc/{one}").content.decode()


def test_a_unit_that_did_not_stand_yet_leads_to_its_restated_figures(client, actor, monkeypatch):
    here = party()
    one, _ = divide(actor, here, None, None)
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: LATER)
    address = f"/bao-cao/nam-2024/dang-vien/tinh-lai?don-vi={one}"
    page = client.get(f"/bao-cao/nam-2024?don-vi={one}")
    assert page.status_code == 200
    assert f'href="{address}"' in page.content.decode()
    assert client.get(f"/bao-cao/nam-2024/dang-vien?don-vi={one}").headers["Location"] == address
    assert client.get(f"/bao-cao/nam-2024/sai?don-vi={one}").status_code == 404
    assert client.get("/bao-cao/nam-2024?don-vi=999999").status_code == 404
