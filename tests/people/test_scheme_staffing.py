"""Biên chế, chức vụ thôi của đề án — written in the draft, given and ended by its decision, undone with it."""

from dataclasses import replace
from datetime import date

import pytest
from party import party
from world import TODAY, answer, facts_alone, paper

from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.acts.posts import appoint, establish_post
from thenchot.ground.register.models import Posting, PostSpell
from thenchot.ground.register.words import Level, OrganizationKind, PostKind
from thenchot.people.dossiers.reads.dues import dues
from thenchot.people.dossiers.words import DueKind
from thenchot.people.positions.acts.quotas import set_staff_quotas
from thenchot.people.positions.models import StaffQuota
from thenchot.people.positions.rules.quotas import QuotaRow
from thenchot.people.positions.words import StaffCategory
from thenchot.people.reorganisation.acts.deciding import decide_scheme
from thenchot.people.reorganisation.acts.staffing import (
    end_posts_in_scheme,
    give_scheme_quotas,
    keep_post_in_scheme,
    remove_scheme_quota,
)
from thenchot.people.reorganisation.acts.writing import (
    add_posts,
    add_steps,
    begin_scheme,
    change_scheme,
    record_scheme_consent,
    remove_scheme_consent,
    remove_steps,
)
from thenchot.people.reorganisation.models import SchemePostEnd, SchemeQuota
from thenchot.people.reorganisation.reads.comparing import compare
from thenchot.people.reorganisation.reads.schemes import not_given_in, scheme_page
from thenchot.people.reorganisation.reads.written import consents_of
from thenchot.people.reorganisation.rules.rows import (
    GivenQuota,
    PlaceRow,
    PostRow,
    StepRow,
    Where,
)
from thenchot.people.reorganisation.words import Category, Consented, Counted, Gate, Stay, Verb

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY, BEFORE = date(2025, 7, 1), date(2025, 2, 3)
CIVIL, HIRED = StaffCategory.CIVIL_SERVANT, StaffCategory.PUBLIC_EMPLOYEE


@pytest.fixture
def here():
    return party()


@pytest.fixture
def scheme(actor, here):
    """One agency is founded; the commune stands on."""
    found = answer(begin_scheme(actor, TODAY, title="Sắp xếp ban", kept_by=here.root, from_day=DAY))
    rows = [office(1, "Ban Mới", here.root)]
    add_steps(actor, TODAY, scheme=found, rows=rows)
    return found


def office(number, name, into):
    return StepRow(
        number, Verb.FOUND, None, Where(into), name, OrganizationKind.AGENCY, Level.PROVINCE
    )


def quotas(actor, day, *rows):
    given = [QuotaRow(unit, CIVIL, many, used) for unit, many, used in rows]
    by = paper(f"{day:%d%m}{rows[0][0]}-QĐ/TU", BEFORE)
    set_staff_quotas(actor, TODAY, quotas=given, year=2025, from_day=day, basis=by)


def given(where, many, category=CIVIL):
    return GivenQuota(where, category, many)


def reasons(act, actor, **asked):
    with pytest.raises(Refused) as no:
        act(actor, TODAY, **asked)
    return [str(reason) for reason in no.value.reasons]


def staff(actor, scheme):
    page = scheme_page(by=actor, scheme=scheme, on=TODAY)
    return {(each.where.name, each.category): (each.before, each.after) for each in page.quotas}


def deputy(actor, here):
    """A second deputy's seat of the commune, with nobody in it."""
    return answer(
        establish_post(
            actor, TODAY, organization=here.commune, title="Phó bí thư thứ hai", kind=PostKind.DEPUTY,
            from_day=BEFORE, basis=paper("77-QĐ/TU", BEFORE),
        )
    )  # fmt: skip


def test_staff_before_and_after_is_counted_by_unit_and_category(actor, here, scheme):
    quotas(actor, BEFORE, (here.commune, 8, 7))
    give_scheme_quotas(
        actor, TODAY, scheme=scheme,
        rows=[given(Where(here.commune), 5), given(Where(step=1), 3), given(Where(step=1), 1, HIRED)],
    )  # fmt: skip
    commune = scheme_page(by=actor, scheme=scheme, on=TODAY).quotas[0].where.name
    assert staff(actor, scheme) == {
        (commune, CIVIL): (8, 5), ("Ban Mới", CIVIL): (0, 3), ("Ban Mới", HIRED): (0, 1),
    }  # fmt: skip
    give_scheme_quotas(actor, TODAY, scheme=scheme, rows=[given(Where(step=1), 2)])  # the last word
    remove_scheme_quota(actor, TODAY, scheme=scheme, where=Where(step=1), category=HIRED)
    assert staff(actor, scheme) == {(commune, CIVIL): (8, 5), ("Ban Mới", CIVIL): (0, 2)}
    (gate,) = (
        each
        for each in scheme_page(by=actor, scheme=scheme, on=TODAY).gates
        if each.gate is Gate.QUOTAS
    )
    assert "Biên chế giao của các đơn vị trong đề án: trước 8, sau 7." in map(str, gate.told)


def test_the_decision_gives_the_staff_and_annulling_it_takes_it_back(actor, here, scheme):
    quotas(actor, BEFORE, (here.commune, 8, 7))
    rows = [given(Where(here.commune), 5), given(Where(step=1), 3)]
    give_scheme_quotas(actor, TODAY, scheme=scheme, rows=rows)
    before, by = facts_alone(), paper("9-QĐ/TU", date(2025, 6, 10))
    decide_scheme(actor, TODAY, scheme=scheme, basis=by)
    stands = StaffQuota.objects.on(DAY).order_by("assigned")
    assert list(stands.values_list("assigned", "used", "basis")) == [(3, 0, by), (5, 5, by)]
    assert StaffQuota.objects.on(date(2025, 6, 30)).get().assigned == 8
    found = compare(by=actor, before=date(2025, 6, 30), after=DAY)
    told = {(each.category, each.what): (each.before, each.after) for each in found.totals}
    assert told[Category.PROVINCE_AGENCY, Counted.STAFF] == (0, 3)
    shown = scheme_page(by=actor, scheme=scheme, on=TODAY).quotas
    assert [(each.before, each.after) for each in shown] == [(8, 5), (0, 3)]
    undo = paper("10-QĐ/TU", date(2025, 6, 12))
    annul_instrument(actor, TODAY, instrument=by, by_paper=undo, reason="Sai căn cứ")
    assert facts_alone() == before


def test_staff_that_changes_later_in_the_year_stands_in_the_way(actor, here, scheme):
    quotas(actor, date(2025, 9, 1), (here.commune, 9, 0))
    give_scheme_quotas(actor, TODAY, scheme=scheme, rows=[given(Where(here.commune), 5)])
    before = facts_alone()
    assert reasons(decide_scheme, actor, scheme=scheme, basis=paper("9-QĐ/TU", BEFORE))
    assert facts_alone() == before


def test_staff_is_refused_with_every_reason_and_nothing_written(actor, here, scheme):
    add_steps(
        actor,
        TODAY,
        scheme=scheme,
        rows=[StepRow(0, Verb.ABSORB, here.cells[1], Where(here.cells[0]))],
    )
    rows = [given(Where(here.cells[1]), 2), given(Where(step=1), -1), given(Where(step=1), 1)]
    assert reasons(give_scheme_quotas, actor, scheme=scheme, rows=rows) == [
        "Biên chế giao cho «Chi bộ ấp Hai»: hãy chọn đơn vị còn hoạt động sau sắp xếp.",
        "Biên chế giao phải từ 0 đến 100000.",
        "Có đơn vị được ghi hai lần cùng một loại biên chế.",
    ]
    assert reasons(give_scheme_quotas, actor, scheme=scheme, rows=[]) == [
        "Không có dòng nào để ghi."
    ]
    asked = {"scheme": scheme, "where": Where(here.commune), "category": CIVIL}
    assert reasons(remove_scheme_quota, actor, **asked) == ["Đề án không có dòng biên chế này."]
    assert not SchemeQuota.objects.exists()


def test_units_that_receive_others_are_named_until_they_are_given_staff(actor, here, scheme):
    quotas(actor, BEFORE, (here.cells[1], 2, 1))
    add_steps(
        actor,
        TODAY,
        scheme=scheme,
        rows=[StepRow(0, Verb.ABSORB, here.cells[1], Where(here.cells[0]))],
    )
    assert not_given_in(by=actor, scheme=scheme) == {(Where(here.cells[0]), CIVIL): 2}
    give_scheme_quotas(actor, TODAY, scheme=scheme, rows=[given(Where(here.cells[0]), 2)])
    assert not_given_in(by=actor, scheme=scheme) == {}


def test_a_founding_line_takes_its_staff_along(actor, here, scheme):
    add_steps(actor, TODAY, scheme=scheme, rows=[office(2, "Ban Hai", here.root)])
    give_scheme_quotas(actor, TODAY, scheme=scheme, rows=[given(Where(step=2), 2)])
    remove_steps(actor, TODAY, scheme=scheme, numbers=[2])
    assert not SchemeQuota.objects.exists()


def test_a_single_post_of_a_unit_that_stands_on_ends(actor, here, scheme):
    post = deputy(actor, here)
    end_posts_in_scheme(actor, TODAY, scheme=scheme, posts=[post])
    (line,) = scheme_page(by=actor, scheme=scheme, on=TODAY).post_ends
    assert (line.post_id, line.title) == (post, "Phó bí thư thứ hai")
    before, by = facts_alone(), paper("9-QĐ/TU", date(2025, 6, 10))
    decide_scheme(actor, TODAY, scheme=scheme, basis=by)
    assert not PostSpell.objects.on(DAY).filter(post=post).exists()
    assert PostSpell.objects.on(date(2025, 6, 30)).filter(post=post).exists()
    (line,) = scheme_page(by=actor, scheme=scheme, on=TODAY).post_ends
    assert line.post_id == post
    undo = paper("10-QĐ/TU", date(2025, 6, 12))
    annul_instrument(actor, TODAY, instrument=by, by_paper=undo, reason="Sai căn cứ")
    assert facts_alone() == before


def test_who_holds_a_post_that_ends_waits_for_a_place(actor, here, scheme):
    held = Posting.objects.filter(
        post__in=PostSpell.objects.filter(organization=here.cells[0]).values("post")
    )
    posting = held[0]
    end_posts_in_scheme(actor, TODAY, scheme=scheme, posts=[posting.post_id])
    (waiting,) = scheme_page(by=actor, scheme=scheme, on=TODAY).waiting
    assert (waiting.person_id, waiting.stay) == (posting.person_id, Stay.NO_POST)
    by = paper("9-QĐ/TU", date(2025, 6, 10))
    assert len(reasons(decide_scheme, actor, scheme=scheme, basis=by)) == 1
    leaves = [PlaceRow(posting.person_id, Stay.NO_POST)]
    decide_scheme(actor, TODAY, scheme=scheme, basis=by, places=leaves)
    assert not Posting.objects.on(DAY).filter(pk=posting.pk).exists()


def test_a_post_is_kept_again_and_is_not_ended_twice(actor, here, scheme):
    post = deputy(actor, here)
    end_posts_in_scheme(actor, TODAY, scheme=scheme, posts=[post])
    (said,) = reasons(end_posts_in_scheme, actor, scheme=scheme, posts=[post])
    assert said == "«Phó bí thư thứ hai» đã có trong các chức vụ thôi."
    keep_post_in_scheme(actor, TODAY, scheme=scheme, post=post)
    assert not SchemePostEnd.objects.exists()
    assert reasons(keep_post_in_scheme, actor, scheme=scheme, post=post) == [
        "Đề án không cho thôi chức vụ này."
    ]


def test_posts_of_ended_units_and_unknown_ones_are_refused_together(actor, here, scheme):
    add_steps(
        actor,
        TODAY,
        scheme=scheme,
        rows=[StepRow(0, Verb.ABSORB, here.cells[1], Where(here.cells[0]))],
    )
    gone = PostSpell.objects.filter(organization=here.cells[1]).values_list("post", flat=True)[0]
    assert reasons(end_posts_in_scheme, actor, scheme=scheme, posts=[gone, 987654]) == [
        "Chức vụ «Bí thư» tự kết thúc cùng đơn vị thôi hoạt động.",
        "Chức vụ «987654» không tồn tại vào ngày 01/07/2025.",
    ]
    assert not SchemePostEnd.objects.exists()


def test_deputies_above_the_limit_stand_among_what_is_due_when_their_day_comes(actor, here, scheme):
    rows = [
        StepRow(2, Verb.RETYPE, here.commune, None, "", OrganizationKind.UPPER_PARTY, Level.COMMUNE, True),
        replace(office(3, "Phòng Thử", here.root), kind=OrganizationKind.DIVISION),
    ]  # fmt: skip
    add_steps(actor, TODAY, scheme=scheme, rows=rows)
    posts = [PostRow(0, Where(step=3), f"Phó {n}", PostKind.DEPUTY) for n in "ab"]
    add_posts(actor, TODAY, scheme=scheme, rows=posts)
    give_scheme_quotas(actor, TODAY, scheme=scheme, rows=[given(Where(step=3), 7)])
    decide_scheme(actor, TODAY, scheme=scheme, basis=paper("9-QĐ/TU", date(2025, 6, 10)))
    (over,) = scheme_page(by=actor, scheme=scheme, on=TODAY).surplus
    assert (over.unit.name, over.unit.deputies, over.most) == ("Phòng Thử", 2, 1)
    early, late = date(2030, 3, 31), date(2030, 4, 2)
    asked = {"by": actor, "kind": DueKind.SURPLUS}
    assert [
        group.count for group in dues(on=early, **asked).groups if group.kind is DueKind.SURPLUS
    ] == [0]
    (group,) = (each for each in dues(on=late, **asked).groups if each.kind is DueKind.SURPLUS)
    (row,) = group.rows
    assert (row.unit, row.due) == ("Phòng Thử", date(2030, 7, 1))


def test_staff_of_the_year_before_stands_until_the_new_year_is_given(actor, here, scheme):
    """A scheme of 1 January is no fall of all staff, and its receiving units are still named."""
    quotas(actor, BEFORE, (here.cells[0], 4, 0), (here.cells[1], 2, 0))
    new_year = date(2026, 1, 1)
    change_scheme(actor, TODAY, scheme=scheme, title="Sắp xếp đầu năm", from_day=new_year)
    rows = [StepRow(0, Verb.ABSORB, here.cells[1], Where(here.cells[0]))]
    add_steps(actor, TODAY, scheme=scheme, rows=rows)
    assert [(each.before, each.after) for each in scheme_page(by=actor, scheme=scheme, on=TODAY).quotas] == [
        (4, 4), (2, 0),
    ]  # fmt: skip
    assert not_given_in(by=actor, scheme=scheme) == {(Where(here.cells[0]), CIVIL): 2}
    found = compare(by=actor, before=date(2025, 12, 31), after=new_year)
    told = [(each.before, each.after) for each in found.totals if each.what is Counted.STAFF]
    assert told == [(6, 6)]


def test_what_a_unit_has_of_other_categories_counts_with_what_the_scheme_gives(actor, here, scheme):
    """Contracts are no staff of a division; civil servants and public employees are."""
    founding = replace(office(2, "Phòng Thử", here.root), kind=OrganizationKind.DIVISION)
    add_steps(actor, TODAY, scheme=scheme, rows=[founding])
    rows = [given(Where(step=2), 3), given(Where(step=2), 9, StaffCategory.CONTRACT)]
    give_scheme_quotas(actor, TODAY, scheme=scheme, rows=rows)
    by = paper("9-QĐ/TU", date(2025, 6, 10))
    short = "«Phòng Thử»: Được giao 3 biên chế; phòng phải có ít nhất 5 biên chế."
    assert reasons(decide_scheme, actor, scheme=scheme, basis=by) == [short]
    give_scheme_quotas(actor, TODAY, scheme=scheme, rows=[given(Where(step=2), 2, HIRED)])
    decide_scheme(actor, TODAY, scheme=scheme, basis=by)


def test_superiors_that_others_only_stand_under_are_no_part_of_the_sum(actor, here, scheme):
    quotas(actor, BEFORE, (here.root, 40, 0))
    give_scheme_quotas(actor, TODAY, scheme=scheme, rows=[given(Where(step=1), 7)])
    assert [(each.before, each.after) for each in scheme_page(by=actor, scheme=scheme, on=TODAY).quotas] == [
        (0, 7)
    ]  # fmt: skip


def test_who_is_left_leaves_by_the_decision_where_it_says_so(actor, here, scheme):
    rows = [StepRow(0, Verb.ABSORB, here.cells[1], Where(here.cells[0]))]
    add_steps(actor, TODAY, scheme=scheme, rows=rows)
    by = paper("9-QĐ/TU", date(2025, 6, 10))
    assert len(reasons(decide_scheme, actor, scheme=scheme, basis=by)) == 1
    decide_scheme(actor, TODAY, scheme=scheme, basis=by, others_leave=True)
    seats = PostSpell.objects.filter(organization=here.cells[1]).values("post")
    assert not Posting.objects.on(DAY).filter(post__in=seats).exists()


def test_who_comes_to_a_post_after_it_ends_stands_in_the_way(actor, here, scheme):
    post = deputy(actor, here)
    later = date(2025, 8, 1)
    appoint(
        actor,
        TODAY,
        person=here.people[3],
        post=post,
        from_day=later,
        basis=paper("8-QĐ/TU", BEFORE),
    )
    end_posts_in_scheme(actor, TODAY, scheme=scheme, posts=[post])
    before = facts_alone()
    (said,) = reasons(decide_scheme, actor, scheme=scheme, basis=paper("9-QĐ/TU", BEFORE))
    assert "8-QĐ/TU" in said
    assert facts_alone() == before


def test_a_consent_holds_while_its_paper_does_and_is_taken_off(actor, here, scheme):
    by = paper("5-CV/TU", BEFORE)
    asked = {"scheme": scheme, "about": Consented.SMALL_PARTY, "where": Where(here.commune)}
    record_scheme_consent(actor, TODAY, basis=by, **asked)
    assert consents_of(scheme) == {Where(here.commune): {Consented.SMALL_PARTY}}
    undo = paper("6-CV/TU", date(2025, 6, 12))
    annul_instrument(actor, TODAY, instrument=by, by_paper=undo, reason="Sai căn cứ")
    assert consents_of(scheme) == {}
    remove_scheme_consent(actor, TODAY, **asked)
    assert reasons(remove_scheme_consent, actor, **asked) == ["Đề án không có văn bản đồng ý này."]


def test_who_may_not_see_staff_numbers_sees_none_of_the_scheme(actor, here, scheme):
    give_scheme_quotas(actor, TODAY, scheme=scheme, rows=[given(Where(step=1), 3)])
    rights = {
        right: reach for right, reach in actor.rights.items() if not right.startswith("positions")
    }
    page = scheme_page(by=replace(actor, rights=rights), scheme=scheme, on=TODAY)
    assert page.quotas == []
    (gate,) = (each for each in page.gates if each.gate is Gate.QUOTAS)
    assert [str(told) for told in gate.told] == ["Biên chế ngoài phạm vi được xem."]
