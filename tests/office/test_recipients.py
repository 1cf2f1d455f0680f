"""Nơi nhận — named at the foot of a paper, sent to one by one, confirmed; what is wrong is told whole."""

from dataclasses import replace
from datetime import date, timedelta

import papers
import pytest
from actors import demo_actor
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from papers import SENT, TERM, delivered
from world import TODAY, small_world

from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.office.documents.acts.delivering import (
    lend_kept_copy,
    post_out,
    return_kept_copy,
    withdraw_posting,
)
from thenchot.office.documents.acts.recipients import (
    confirm_deliveries,
    deliver_paper,
    withdraw_delivery,
)
from thenchot.office.documents.models import Delivery, Loan, Outgoing, Posted
from thenchot.office.documents.reads.books import BookKind, book
from thenchot.office.documents.reads.outgoing import outgoing_line
from thenchot.office.documents.rules.recipients import (
    DeliveryLine,
    delivery_faults,
    named_recipients,
    spread,
)
from thenchot.office.documents.words import Channel, Right

ISSUED = date(2025, 6, 4)
TO = replace(SENT, recipients="Ủy ban Kiểm tra; các huyện ủy; Như Điều 3; Lưu Văn phòng")
GONE = DeliveryLine(1, "Các huyện uỷ", Channel.NETWORK, ISSUED, None)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("– Ban Bí thư; – Lưu VP.", ["Ban Bí thư"]),
        ("• Lưu trữ lịch sử tỉnh\n+ Lưu: VT", ["Lưu trữ lịch sử tỉnh"]),
        (TO.recipients, ["Ủy ban Kiểm tra", "các huyện ủy"]),
        ("- Như trên;\n- Tỉnh ủy (để b/c);\n- Lưu: VT.", ["Tỉnh ủy (để b/c)"]),
        ("Sở A; sở A; Sở B.", ["Sở A", "Sở B"]),
        ("Nhuận Phú; Lựu Hương", ["Nhuận Phú", "Lựu Hương"]),
        ("", []),
        (" ; .; -", []),
    ],
)
def test_the_foot_of_a_paper_names_those_it_goes_to(text, named):
    assert named_recipients(text) == named


@given(st.text(max_size=200))
def test_any_foot_is_read(text):
    assert all(each.strip() for each in named_recipients(text))


def test_each_is_shown_with_its_times_and_others_come_after():
    other = replace(GONE, id=2, recipient="Sở Nội vụ", received_on=ISSUED)
    first, second, third = spread(TO.recipients, [GONE, other])
    assert (first.name, first.deliveries, first.received) == ("Ủy ban Kiểm tra", (), False)
    assert (second.name, second.deliveries, second.received) == ("các huyện ủy", (GONE,), False)
    assert (third.name, third.received) == ("Sở Nội vụ", True)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, []),
        ({"sent_on": TODAY + timedelta(days=1)}, ["Ngày phải từ 04/06/2025 đến hôm nay."]),
        ({"sent_on": date(2025, 6, 3)}, ["Ngày phải từ 04/06/2025 đến hôm nay."]),
        ({"issued_on": None}, ["Bước trước chưa ghi: bản giấy chưa gửi, hoặc văn bản chưa phát hành."]),
        ({"recipients": []}, ["Chưa ghi nơi nhận nào."]),
        ({"recipients": [""]}, ["Thiếu nơi nhận."]),
        ({"recipients": ["Sở A", "sở a"]}, ["Đã ghi chuyển đến sở a bằng cách này."]),
        ({"recipients": ["các huyện ủy"]}, ["Đã ghi chuyển đến các huyện ủy bằng cách này."]),
        ({"recipients": ["các huyện ủy"], "gone": []}, []),
    ],
)  # fmt: skip
def test_a_delivery_is_after_issue_and_once_each_way(told, said):
    gone = [GONE.recipient]
    asked = {"recipients": ["Sở A"], "gone": gone, "sent_on": TODAY, "issued_on": ISSUED}
    faults = delivery_faults(**asked | told, today=TODAY)
    assert [each.sentence() for each in faults] == said


@pytest.fixture
def here(db):
    return small_world()


@pytest.fixture
def number(here):
    return papers.issued(papers.series(here.root), TO)


def done(act, **asked):
    return act(demo_actor(), TODAY, **asked).answer


def refused(act, **asked) -> list[str]:
    tables = (JournalEntry, Outgoing, Delivery)
    before = [list(table.objects.order_by("pk").values_list()) for table in tables]
    with pytest.raises(Refused) as caught:
        act(demo_actor(), TODAY, **asked)
    assert [list(table.objects.order_by("pk").values_list()) for table in tables] == before
    return [each.sentence() for each in caught.value.reasons]


def told(number: int, on: date = TODAY) -> tuple[int, int, int]:
    """How many have it, of how many it went to, of all."""
    line = outgoing_line(by=demo_actor(), on=on, number=number)
    return line.confirmed, line.reached, len(line.sent_to)


@pytest.mark.django_db
@pytest.mark.database
class TestAPaper:
    def test_goes_to_its_recipients_one_by_one_and_they_confirm(self, number):
        assert told(number) == (0, 0, 2)
        delivered(number, "Ủy ban Kiểm tra", "Sở Nội vụ")
        line = JournalEntry.objects.latest("seq")
        paper = Outgoing.objects.get().basis
        assert line.sentence == f"Ghi đã chuyển {paper} đến 2 nơi nhận"
        assert told(number) == (0, 2, 3)
        first, second = Delivery.objects.order_by("pk").values_list("pk", flat=True)
        done(confirm_deliveries, number=number, received_on=date(2025, 6, 6), deliveries=[first])
        assert JournalEntry.objects.latest("seq").sentence == f"Ghi 1 nơi đã nhận {paper}"
        assert told(number) == (1, 2, 3)
        assert told(number, date(2025, 6, 5)) == (0, 2, 3)
        delivered(number, "Sở Nội vụ", channel=Channel.PAPER, sent_on=date(2025, 6, 9))
        assert told(number) == (1, 2, 3)
        done(withdraw_delivery, delivery=second, reason="Ghi nhầm")
        assert told(number) == (1, 2, 3)
        assert not verify_journal().faults

    def test_is_refused_with_every_reason(self, here, number):
        asked = {"channel": Channel.NETWORK, "sent_on": date(2025, 6, 1)}
        assert len(refused(deliver_paper, number=number, recipients=["", "A", "a"], **asked)) == 3
        unsent = papers.issued(papers.series(here.commune, replace(TERM, organ_code="ĐU")))
        (said,) = refused(deliver_paper, number=unsent, recipients=["A"], **asked)
        assert "chưa phát hành" in said
        assert refused(deliver_paper, number=999_999, recipients=["A"], **asked) == [
            "Không có số văn bản đi này."
        ]
        delivered(number)
        line = Delivery.objects.get().pk
        early = {"number": number, "received_on": date(2025, 6, 3)}
        assert refused(confirm_deliveries, deliveries=[line, line, 999_999], **early) == [
            "Ngày phải từ 04/06/2025 đến hôm nay.", "Đã ghi Huyện ủy Thử nhận.",
            "Không có lần chuyển này của văn bản.",
        ]  # fmt: skip
        assert refused(confirm_deliveries, deliveries=[], **early) == [
            "Chưa chọn lần chuyển nào."
        ]  # fmt: skip
        assert refused(withdraw_delivery, delivery=line, reason=" ") == ["Phải nêu lý do rút."]
        assert refused(withdraw_delivery, delivery=999_999, reason="Nhầm") == [
            "Không có lần chuyển này."
        ]

    def test_takes_the_right_of_the_register(self, here, number):
        delivered(number)
        line = Delivery.objects.get().pk
        rights = ({Right.READ: EVERYWHERE}, {Right.REGISTER: frozenset({here.commune})})
        for held in rights:
            by = Actor("thu", "Khác", {str(each): where for each, where in held.items()})
            for act, asked in (
                (deliver_paper, {"number": number, "sent_on": TODAY, "channel": Channel.PAPER, "recipients": ["A"]}),
                (confirm_deliveries, {"number": number, "received_on": TODAY, "deliveries": [line]}),
                (withdraw_delivery, {"delivery": line, "reason": "Nhầm"}),
            ):  # fmt: skip
                with pytest.raises((NotAllowed, Refused)):
                    act(by, TODAY, **asked)
        assert Delivery.objects.get().received_on is None

    def test_prints_where_it_went_and_when_in_its_register(self, here, number):
        delivered(number, "Ủy ban Kiểm tra")
        delivered(number, "Sở Nội vụ", channel=Channel.PAPER, sent_on=date(2025, 6, 9))
        line = Delivery.objects.order_by("pk").first().pk
        done(confirm_deliveries, number=number, received_on=date(2025, 6, 6), deliveries=[line])
        printed = book(
            by=demo_actor(), on=TODAY, kind=BookKind.OUTGOING, organization=here.root,
            since=date(2025, 6, 1), until=TODAY, translate=str,
        )  # fmt: skip
        (row,) = printed.rows
        told = dict(zip([head for head, _ in printed.heads], row, strict=True))
        assert told["Nơi nhận"] == f"{TO.recipients}; Sở Nội vụ"
        assert told["Ngày chuyển"] == "04/06/2025; 09/06/2025"
        assert told["Ký nhận"] == "1/2 nơi đã nhận"

    def test_tells_nothing_of_its_deliveries_where_the_register_is_not_read(self, here, give):
        of = papers.series(here.root)
        number = papers.issued(of, replace(TO, drafted_by=here.commune))
        delivered(number)
        by = give(Actor("9", "Nơi soạn", {str(Right.READ): frozenset({here.commune})}))
        assert outgoing_line(by=by, on=TODAY, number=number).sent_to == []


@pytest.mark.django_db
@pytest.mark.database
def test_what_is_withdrawn_locks_its_number_first_as_what_is_confirmed_does():
    here = small_world()
    number = papers.issued(papers.series(here.root), TO)
    delivered(number, "Sở A")
    post_out(demo_actor(), TODAY, number=number, row=papers.POSTED)
    lend_kept_copy(demo_actor(), TODAY, number=number, row=papers.LENT)
    for does in (
        lambda: withdraw_delivery(
            demo_actor(), TODAY, delivery=Delivery.objects.get().pk, reason="Thử"
        ),
        lambda: withdraw_posting(demo_actor(), TODAY, posted=Posted.objects.get().pk, reason="Thử"),
        lambda: return_kept_copy(
            demo_actor(), TODAY, loan=Loan.objects.get().pk, returned_on=TODAY
        ),
    ):
        with CaptureQueriesContext(connection) as asked:
            does()
        locks = [each["sql"] for each in asked if "FOR NO KEY UPDATE" in each["sql"]]
        ours = [sql for sql in locks if 'FROM "documents_' in sql]
        assert 'FROM "documents_outgoing"' in ours[0]
        assert len(ours) == 2
