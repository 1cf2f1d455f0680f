"""Đường vòng — ways round the walls and the two persons that a cold reading found; each stays shut."""

from datetime import date

import pytest
from actors import demo_actor
from office import KEYS, given, opened, who
from party import party
from world import TODAY, paper, seat

from thenchot.doors.access.acts.accounts import give_link, let_type_for
from thenchot.doors.access.acts.grants import grant_role
from thenchot.doors.access.models import Account, OneTimeLink
from thenchot.doors.access.sign_in.links import account_of_link, link_word_for
from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import Instrument, JournalEntry
from thenchot.ground.basis.reads.scoped import counting, scoped
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.ground.register.acts.posts import appoint
from thenchot.ground.register.models import Posting
from thenchot.people.oversight.acts.discipline import record_discipline
from thenchot.people.oversight.models import Discipline
from thenchot.people.oversight.rules import DisciplineRow
from thenchot.people.oversight.words import Body, DisciplineForm

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WHY = "Thử đường vòng"


def counting_that_fails() -> None:
    """Count with the switch on, and break off halfway."""
    with counting():
        assert Discipline.objects.count() == 1
        raise ZeroDivisionError


@pytest.fixture
def here():
    return party()


def disciplined(here) -> Discipline:
    rows = [DisciplineRow(here.people[1], DisciplineForm.WARNING)]
    record_discipline(
        demo_actor(), TODAY, people=rows, body=Body.COMMITTEE, on_day=date(2024, 3, 5),
        basis=paper("1-QĐ/HU", date(2024, 3, 5)),
    )  # fmt: skip
    return Discipline.objects.get()


def test_nobody_gives_anything_to_themselves(here):
    keys = opened("chia-khoa")
    given(keys, KEYS)
    asked = {"role": "chuyen_vien", "unit": None, "from_day": TODAY, "reason": WHY}
    with pytest.raises(Refused, match="tự giao quyền"):
        grant_role(who(keys), TODAY, account=keys, **asked)
    clerk = opened("van-thu")
    given(clerk, "van_thu")
    with pytest.raises(Refused, match="tự giao quyền"):
        let_type_for(
            who(keys), TODAY, deputy=keys, principal=clerk, from_day=TODAY, reason=WHY
        )  # fmt: skip


def test_a_link_from_before_does_not_open_a_strong_role(here):
    account = opened("kiem-tra-moi")
    word = link_word_for(account)
    given(account, "uy_ban_kiem_tra")
    assert account_of_link(word) is None
    assert not OneTimeLink.objects.filter(account=account).exists()


def test_no_link_for_a_strong_account_with_a_password_and_no_second_step(here):
    account = opened("lanh-dao-moi")
    given(account, "lanh_dao_ban")
    assert give_link(demo_actor(), TODAY, account=account, reason=WHY).answer == account
    OneTimeLink.objects.all().delete()
    held = Account.objects.get(pk=account)
    held.set_password("bốn từ dễ nhớ 2025")
    held.save()
    with pytest.raises(Refused, match="chưa bật xác thực hai bước"):
        give_link(demo_actor(), TODAY, account=account, reason=WHY)


def test_what_may_not_be_read_is_not_set_right_either(here):
    row = disciplined(here)
    account = opened("chuyen-vien")
    given(account, "chuyen_vien")
    before = JournalEntry.objects.count()
    for fact in (row.pk, row.pk + 1):
        with pytest.raises(Refused) as found:
            correct_fact(
                who(account), TODAY, kind="oversight.Discipline", fact=fact,
                changes={"form": "khien_trach"}, by_paper=here.list_paper, reason=WHY,
            )  # fmt: skip
        assert "Không có sự kiện này" in str(found.value)  # "not yours" and "not there" alike
    assert JournalEntry.objects.count() == before
    assert Discipline.objects.get().form == DisciplineForm.WARNING


def test_a_paper_is_not_annulled_by_one_who_does_not_see_all_that_rests_on_it(here):
    by = register_instrument(
        demo_actor(), TODAY, kind=InstrumentKind.DECISION, number_sign="9-QĐ/ĐU", issuer="Đảng ủy",
        abstract="Thử", issued_year=2024, issued_on=date(2024, 2, 1), kept_by=here.commune,
    ).answer  # fmt: skip
    post = seat(here.root, here.list_paper, date(2022, 1, 1))
    appoint(
        demo_actor(), TODAY, person=here.people[0], post=post, from_day=date(2024, 2, 1), basis=by
    )
    account = opened("lanh-dao-xa")
    given(account, "lanh_dao_ban", here.commune)
    with pytest.raises(NotAllowed):
        annul_instrument(
            who(account), TODAY, instrument=by, by_paper=here.list_paper, reason=WHY
        )  # fmt: skip
    assert Posting.objects.filter(basis=by).exists()
    assert Instrument.objects.get(pk=by).annulled_by is None


def test_refusals_and_lines_do_not_name_the_disciplined(here):
    assert str(here.people[1]) not in str(disciplined(here)).split()


def test_counting_ends_with_its_block_even_where_it_broke(here):
    disciplined(here)
    account = opened("van-thu")
    given(account, "van_thu")
    with scoped(who(account), TODAY):
        with pytest.raises(ZeroDivisionError):
            counting_that_fails()
        assert Discipline.objects.count() == 0
