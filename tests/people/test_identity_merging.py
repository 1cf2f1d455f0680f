"""Gộp hồ sơ — all facts of one file stand in the other, and come back row by row with the paper undone."""

import hashlib
from datetime import date

import pytest
from actors import demo_actor
from django.db import connection
from office import given, opened, refused, who
from party import HANDED, party
from world import TODAY, answer, paper

from thenchot.doors.access.models import Holder
from thenchot.doors.access.roles import ROLES
from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.revoke import annul_instrument, repeal_instrument
from thenchot.ground.basis.acts.sensitive import open_sensitive
from thenchot.ground.basis.models import JournalEntry, kept_models
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.ground.register.acts.organizations import establish_organization
from thenchot.ground.register.acts.people import record_employment, record_people
from thenchot.ground.register.acts.posts import appoint, end_posting, establish_post
from thenchot.ground.register.models import Employment, PersonSpell, Posting
from thenchot.ground.register.rules import PersonRow
from thenchot.ground.register.words import Level, OrganizationKind, PostKind, Sex
from thenchot.people.awards.acts.awards import record_badges, record_commendation
from thenchot.people.awards.models import Badge, Commendation
from thenchot.people.awards.rules import BadgeRow
from thenchot.people.awards.words import AwardForm
from thenchot.people.cadres.acts.qualifications import record_qualifications
from thenchot.people.cadres.models import Qualification
from thenchot.people.cadres.rules import QualificationRow
from thenchot.people.cadres.words import QualificationKind
from thenchot.people.committees.acts.bodies import record_body_members
from thenchot.people.committees.acts.terms import record_committee, record_term
from thenchot.people.committees.models import BodyMember, CommitteeSeat
from thenchot.people.committees.rules import BodyRow, CommitteeRow
from thenchot.people.committees.words import Manner, Rank, Role
from thenchot.people.identity.acts.merging import merge_people, record_distinct_people
from thenchot.people.identity.acts.moving import tables_of_people
from thenchot.people.identity.acts.numbers import record_person_numbers
from thenchot.people.identity.models import PersonDistinct, PersonMerge
from thenchot.people.identity.reads.doubles import pairs_of, pairs_on
from thenchot.people.identity.reads.merged import kept_instead
from thenchot.people.identity.rules.numbers import NumberRow
from thenchot.people.identity.words import NumberKind, Right, Sensitive
from thenchot.people.members.models import Membership

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY, LATER = date(2023, 6, 1), date(2024, 9, 20)
PROJECTIONS = ("basis_tie", "members_seat", "basis_own")


@pytest.fixture
def here():
    return party()


@pytest.fixture
def twin(here) -> int:
    """Trần Văn Hoà is a member; Trần Văn Hòa, recorded later from a list of the agency, works and holds a post."""
    by, listed = demo_actor(), paper("5-DS/CQ", DAY)
    made = recorded("Trần Văn Hòa", DAY, listed, date(1967, 3, 1))
    record_employment(by, TODAY, person=made, organization=here.commune, from_day=DAY, basis=listed)
    post = answer(establish_post(
        by, TODAY, organization=here.commune, title="Phó bí thư", kind=PostKind.DEPUTY, from_day=DAY,
        basis=listed,
    ))  # fmt: skip
    appoint(by, TODAY, person=made, post=post, from_day=DAY, basis=listed)
    record_badges(by, TODAY, people=[BadgeRow(here.people[7], 30)], on_day=DAY, basis=listed)
    record_commendation(
        by, TODAY, organizations=[], people=[made], form=AwardForm.PRAISE, occasion="Thi đua",
        on_day=DAY, basis=listed,
    )  # fmt: skip
    studied(here.people[7], "Đại học Luật", DAY, listed)
    studied(made, "Đại học Luật", LATER, listed)
    record_person_numbers(
        by, TODAY, people=[NumberRow(made, NumberKind.CADRE, "BTC-7")], from_day=DAY, basis=listed
    )
    open_sensitive(by, TODAY, kind=Sensitive.NUMBERS, reason="Thử")  # so that the tests read them
    opened("hoa", person=made)
    return made


def studied(person, title, day, basis):
    rows = [QualificationRow(person, QualificationKind.PROFESSIONAL, title)]
    record_qualifications(demo_actor(), TODAY, people=rows, from_day=day, basis=basis)


def digest() -> str:
    """Every live row of every kept table, but for the act that wrote it last; and what follows from them."""
    tables = {model._meta.db_table: ("entry", "recorded_at") for model in kept_models()}
    left_out = {"basis_instrument", "identity_personmerge", "basis_disclosure"}
    tables = {table: without for table, without in tables.items() if table not in left_out}
    tables |= dict.fromkeys(PROJECTIONS, ("id",))
    found = hashlib.sha256()
    with connection.cursor() as cursor:
        for table, without in sorted(tables.items()):
            cursor.execute(
                f"SELECT coalesce(string_agg(row::text, ';' ORDER BY row::text), '') FROM"
                f" (SELECT to_jsonb(t) - %s::text[] AS row FROM {table} t) rows",
                [list(without)],
            )
            found.update(cursor.fetchone()[0].encode())
    return found.hexdigest()


def facts(model, person):
    return model.objects.filter(person=person).count()


def merged(kept, gone, number="7-BB/BTC", by=None):
    basis = paper(number, LATER)
    merge_people(by or demo_actor(), TODAY, kept=kept, gone=gone, from_day=LATER, basis=basis)
    return basis


def parted(basis, number="8-KL/BTC"):
    by = paper(number, LATER)
    annul_instrument(demo_actor(), TODAY, instrument=basis, by_paper=by, reason="hai người")


def recorded(name, day, basis, birth):
    """A file like that of another woman."""
    row = [PersonRow(name, Sex.FEMALE, birth)]
    record_people(demo_actor(), TODAY, people=row, from_day=day, basis=basis)
    return PersonSpell.objects.latest("pk").person_id


def test_every_fact_of_one_file_stands_in_the_other(actor, here, twin):
    kept = here.people[7]
    posting = Posting.objects.get(person=twin)
    basis = merged(kept, twin)
    moved = Posting.objects.get(pk=posting.pk)
    assert (moved.person_id, moved.basis_id, moved.effective) == (kept, posting.basis_id, posting.effective)  # fmt: skip
    assert [facts(model, kept) for model in (Employment, Posting, Commendation, Membership, Badge)] == [1] * 5  # fmt: skip
    assert [row.effective.start for row in Qualification.objects.filter(person=kept)] == [DAY]
    assert all(
        facts(model, twin) == 0 for model in (PersonSpell, Employment, Posting, Qualification)
    )
    assert PersonSpell.objects.get(person=kept).full_name == "Trần Văn Hoà"
    assert Holder.objects.filter(person=kept).count() == 1
    merge = PersonMerge.objects.get()
    assert (merge.gone_id, merge.kept_id, merge.basis_id) == (twin, kept, basis)
    assert kept_instead(by=actor, person=twin) == kept
    assert kept_instead(by=actor, person=kept) is None
    line = JournalEntry.objects.latest("seq")
    assert line.sentence == f"Gộp hồ sơ số {twin} vào hồ sơ số {kept}: Trần Văn Hoà"
    assert verify_journal().faults == []


def test_the_paper_annulled_brings_back_every_row_as_it_was(actor, here, twin):
    before = digest()
    basis = merged(here.people[7], twin)
    assert digest() != before
    parted(basis)
    assert digest() == before
    assert not PersonMerge.objects.exists()
    assert verify_journal().faults == []
    merged(here.people[7], twin, "9-BB/BTC")  # and it can be merged again


def test_seats_in_committees_and_steering_bodies_go_along(actor, here, twin):
    asked = {"from_day": LATER, "basis": paper("3-NQ/ĐH", LATER)}
    term = {"label": "2024–2025", "executive": 5, "standing": 0}
    record_term(actor, TODAY, organization=here.commune, **term, **asked)
    seat = [CommitteeRow(twin, Rank.MEMBER, Manner.DESIGNATED)]
    record_committee(
        actor, TODAY, organization=here.commune, people=seat, decider="Đảng ủy", **asked
    )
    body = answer(establish_organization(
        actor, TODAY, name="Tổ giúp việc Thử", kind=OrganizationKind.STEERING_COMMITTEE,
        level=Level.COMMUNE, parent=here.commune, **asked,
    ))  # fmt: skip
    people = [BodyRow(twin, Role.SECRETARY)]
    record_body_members(actor, TODAY, organization=body, people=people, **asked)
    before = digest()
    basis = merged(here.people[7], twin)
    assert [facts(model, here.people[7]) for model in (CommitteeSeat, BodyMember)] == [1, 1]
    assert [facts(model, twin) for model in (CommitteeSeat, BodyMember)] == [0, 0]
    parted(basis)
    assert digest() == before


def test_what_was_written_since_is_dealt_with_first(actor, here, twin):
    basis = merged(here.people[7], twin)
    posting = Posting.objects.get(person=here.people[7], post__spells__title="Phó bí thư").pk
    ending = paper("20-QĐ/TU", date(2025, 1, 2))
    end_posting(actor, TODAY, posting=posting, from_day=date(2025, 1, 2), basis=ending)
    before = digest()
    with pytest.raises(Refused, match="Còn sự kiện dựa vào"):
        parted(basis)
    assert digest() == before
    annul_instrument(
        actor, TODAY, instrument=ending, by_paper=paper("21-QĐ/TU", date(2025, 2, 2)), reason="thử"
    )
    parted(basis, "9-KL/BTC")
    assert facts(Posting, twin) == 1


def test_what_rested_on_a_paper_undone_since_does_not_come_back(actor, here, twin):
    basis = merged(here.people[7], twin)
    listed = PersonSpell.History.objects.filter(id__gt=0, person=twin).latest("history_id").basis_id
    number = paper("22-QĐ/TU", LATER)
    annul_instrument(actor, TODAY, instrument=listed, by_paper=number, reason="thử")
    before = digest()
    with pytest.raises(Refused, match="đã bị hủy bỏ hoặc bãi bỏ sau khi gộp"):
        parted(basis)
    assert digest() == before


def test_a_merge_is_not_repealed(actor, here, twin):
    basis = merged(here.people[7], twin)
    with pytest.raises(Refused, match="không kết thúc do bãi bỏ"):
        repeal_instrument(
            actor, TODAY, instrument=basis, from_day=TODAY, by_paper=paper("1-TB/TU"), reason="thử"
        )


def test_files_that_contradict_each_other_are_not_merged(actor, here, twin):
    kept, day = here.people[7], date(2022, 1, 1)
    basis = paper("6-QĐ/CQ", day)
    record_employment(actor, TODAY, person=kept, organization=here.root, from_day=day, basis=basis)
    life = PersonSpell.objects.get(person=twin).pk
    changes = {"sex": "nam", "birth_on": date(1970, 1, 1), "hometown": "Xã Thử"}
    correct_fact(actor, TODAY, kind="register.PersonSpell", fact=life, changes=changes, by_paper=basis, reason="thử")  # fmt: skip
    asked = {"kept": kept, "gone": twin, "from_day": LATER, "basis": basis}
    before = digest()
    said = refused(merge_people, actor, **asked)
    assert digest() == before
    assert [each.split(":")[0].split(" chỉ")[0] for each in said] == [
        "Giới tính khác nhau",
        "Ngày sinh 01/01/1970",
        "«Xã Thử»",
        "Hai hồ sơ trái nhau",
    ]
    assert "6-QĐ/CQ" in said[-1]


def test_the_older_file_is_kept_and_two_are_needed(actor, here, twin):
    kept, basis = here.people[7], paper("7-BB/BTC", LATER)
    words = {"from_day": LATER, "basis": basis}
    assert (
        "hãy giữ hồ sơ có trước" in refused(merge_people, actor, kept=twin, gone=kept, **words)[0]
    )
    assert refused(merge_people, actor, kept=kept, gone=kept, **words) == ["Hãy chọn hai hồ sơ khác nhau."]  # fmt: skip
    assert refused(merge_people, actor, kept=kept, gone=999999, **words) == [
        "Hồ sơ số 999999 không có trong sổ hoặc đã được gộp."
    ]


def test_a_merged_file_takes_no_new_facts_and_leads_on(actor, here, twin):
    merged(here.people[7], twin)
    words = {"organization": here.root, "from_day": TODAY, "basis": paper("30-QĐ/TU", TODAY)}
    with pytest.raises(Refused, match="chưa có hồ sơ"):
        record_employment(actor, TODAY, person=twin, **words)
    third = recorded("Trần Văn Hoà", HANDED, here.list_paper, date(1967, 3, 1))
    second = merged(third, here.people[7], "31-BB/BTC")
    assert kept_instead(by=actor, person=twin) == third
    parted(second)
    assert kept_instead(by=actor, person=twin) == here.people[7]


def signs(by, person=None):
    found = pairs_of(by=by, on=TODAY, person=person) if person else pairs_on(by=by, on=TODAY)
    return [(pair.one.person_id, pair.other.person_id) for pair in found]


def test_pairs_are_found_merged_or_told_apart(actor, here, twin):
    kept, basis = here.people[7], paper("7-BB/BTC", LATER)
    undated = recorded("Trần văn hoà", DAY, basis, None)
    swapped = recorded("Trần Văn Hoà", DAY, basis, date(1967, 1, 3))
    recorded("Trần Văn Hóa", DAY, basis, date(1968, 3, 1))
    recorded("Lê Một Mình", DAY, basis, None)
    pairs = {(kept, twin), (kept, undated), (twin, undated), (kept, swapped), (twin, swapped), (undated, swapped)}  # fmt: skip
    assert set(signs(actor)) == pairs
    assert set(signs(actor, twin)) == {pair for pair in pairs if twin in pair}
    words = {"from_day": LATER, "basis": basis}
    record_distinct_people(actor, TODAY, one=undated, other=kept, **words)
    assert (kept, undated) not in signs(actor)
    assert "là hai người khác nhau, theo" in refused(
        record_distinct_people, actor, one=kept, other=undated, **words
    )[0]  # fmt: skip
    assert "là hai người khác nhau, theo" in " ".join(
        refused(merge_people, actor, kept=kept, gone=undated, **words)
    )
    assert refused(record_distinct_people, actor, one=kept, other=kept, **words) == [
        "Hãy chọn hai hồ sơ khác nhau."
    ]
    merge_people(actor, TODAY, kept=kept, gone=twin, from_day=LATER, basis=paper("8-BB/BTC", LATER))
    assert set(signs(actor)) == {(kept, swapped), (undated, swapped)}
    assert PersonDistinct.objects.get().one_id == kept


def test_merging_is_for_those_who_keep_the_whole_register(actor, here, twin):
    near, far = opened("chuyen-vien-xa"), opened("chuyen-vien-tinh")
    given(near, "chuyen_vien", here.commune)
    given(far, "chuyen_vien")
    words = {"kept": here.people[7], "gone": twin, "from_day": LATER, "basis": paper("7-BB/BTC", LATER)}  # fmt: skip
    for account in (near, opened("khong-vai")):
        with pytest.raises(NotAllowed):
            merge_people(who(account), TODAY, **words)
    merge_people(who(far), TODAY, **words)
    leader = opened("lanh-dao")
    given(leader, "lanh_dao_ban")
    annul_instrument(
        who(leader),
        TODAY,
        instrument=words["basis"],
        by_paper=paper("8-BB/BTC", LATER),
        reason="nhầm",
    )
    with scoped(actor, TODAY):
        assert facts(Posting, twin) == 1


def test_whoever_merges_sees_all_that_is_of_a_person_alone():
    """Else a fact out of sight would stay behind with the file that goes."""
    alone = {
        model.SEEN.right
        for model, _ in tables_of_people()
        if model.SEEN.right and not model.SEEN.units
    }
    for role in ROLES.values():
        if Right.MERGE.value in role.rights:
            assert alone <= role.rights, role.code
