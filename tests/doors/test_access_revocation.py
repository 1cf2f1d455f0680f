"""Thu quyền có hiệu lực ngay — the very next request is refused; at midnight scope follows the day alone."""

import itertools
import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from actors import demo_actor
from django.conf import settings
from django.test import Client
from office import (
    KEYS,
    LONG_AGO,
    WHY,
    Office,
    browser_of,
    given,
    opened,
    second_step,
    standing,
    typing_for,
    who,
)
from world import TODAY, answer, paper

from thenchot.doors.access.acts.accounts import close_account, end_typing_for
from thenchot.doors.access.acts.grants import decide_proposal, end_grant, propose_grant
from thenchot.doors.access.models import Grant
from thenchot.doors.access.roles import CARRIED
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.register.acts.organizations import establish_organization, move_organization
from thenchot.ground.register.words import Level, OrganizationKind

pytestmark = pytest.mark.database
TOMORROW = TODAY + timedelta(1)
PERIOD = "/bao-cao/quy-1-2024"


@pytest.fixture(scope="module")
def built(server, new_database, worker_id, django_db_setup, django_db_blocker) -> Iterator[Office]:
    with standing("thu_quyen", server, new_database, worker_id, django_db_blocker) as office:
        yield office


@pytest.fixture
def office(built, django_db_blocker, monkeypatch) -> Iterator[Office]:
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    with django_db_blocker.unblock():
        yield built


NUMBERS = itertools.count()


def name(stem: str) -> str:
    return f"{stem}-{next(NUMBERS)}"


def unit_page(unit: int) -> str:
    return f"/to-chuc/{unit}"


def open_to(client: Client, address: str) -> bool:
    found = client.get(address)
    assert found.status_code in {200, 302, 403, 404}
    return found.status_code == 200


class TestTheNextRequest:
    def test_after_the_only_grant_was_ended_every_page_is_refused(self, office):
        account = opened(name("an"))
        grant = given(account, "chuyen_vien", office.here.commune)
        client = browser_of(account)
        for address in (unit_page(office.here.commune), PERIOD, "/to-chuc"):
            assert open_to(client, f"{address}?don-vi={office.here.commune}")
        end_grant(demo_actor(), TODAY, grant=grant, reason=WHY)
        for address in (unit_page(office.here.commune), PERIOD, "/to-chuc"):
            assert not open_to(client, f"{address}?don-vi={office.here.commune}")

    def test_a_form_that_lay_open_writes_nothing_any_more(self, office):
        account = opened(name("an"))
        grant = given(account, "chuyen_vien")
        client = browser_of(account)
        page = f"/ghi/doi-ten?don-vi={office.here.commune}"
        assert open_to(client, page)
        end_grant(demo_actor(), TODAY, grant=grant, reason=WHY)
        lines = JournalEntry.objects.count()
        typed = {
            "key": "k", "number_sign": "9-QĐ/TU", "issuer": "Tỉnh ủy", "issued_on": "02/05/2024",
            "organization": f"[{office.here.commune}]", "abstract": "Đổi tên", "name": "Đảng bộ phường Thử", "from_day": "01/06/2024",
        }  # fmt: skip
        assert client.post(page, typed).status_code == 403
        assert JournalEntry.objects.count() == lines

    def test_closing_signs_out_whoever_is_signed_in_on_every_machine(self, office):
        account = opened(name("an"))
        given(account, "van_thu")
        machines = [browser_of(account), browser_of(account)]
        assert all(open_to(client, "/to-chuc") for client in machines)
        close_account(demo_actor(), TODAY, account=account, reason=WHY)
        for client in machines:
            assert client.get("/to-chuc")["Location"].startswith("/dang-nhap")

    @pytest.mark.parametrize("how", ["typing", "grant", "principal", "deputy"])
    def test_a_deputy_stops_with_the_typing_the_grant_the_principal_and_the_account(
        self, office, how
    ):
        principal, deputy = opened(name("thu")), opened(name("pho"))
        grant = given(principal, "bi_thu_chi_bo", office.here.cells[0])
        acting = typing_for(deputy, principal)
        client = browser_of(deputy)
        assert open_to(client, unit_page(office.here.cells[0]))
        assert not open_to(client, unit_page(office.here.cells[1]))
        if how == "typing":
            end_typing_for(demo_actor(), TODAY, acting=acting, reason=WHY)
        elif how == "grant":
            end_grant(demo_actor(), TODAY, grant=grant, reason=WHY)
        else:
            account = principal if how == "principal" else deputy
            close_account(demo_actor(), TODAY, account=account, reason=WHY)
        assert not open_to(client, unit_page(office.here.cells[0]))

    def test_a_deputy_who_chose_is_oneself_again_when_the_typing_ends(self, office):
        deputy, principal = opened(name("pho")), opened(name("thu"))
        given(deputy, "van_thu")
        given(principal, "bi_thu_chi_bo", office.here.cells[0])
        acting = typing_for(deputy, principal)
        client = browser_of(deputy)
        assert client.post("/nhap-thay", {"principal": principal}).status_code == 302
        assert not open_to(client, unit_page(office.here.cells[1]))
        end_typing_for(demo_actor(), TODAY, acting=acting, reason=WHY)
        assert open_to(client, unit_page(office.here.cells[1]))  # the clerk's own tree
        assert client.post("/nhap-thay", {"principal": principal}).status_code == 404


class TestMidnight:
    def test_a_grant_from_tomorrow_opens_tomorrow_without_any_act(self, office, monkeypatch):
        account = opened(name("an"))
        given(account, "van_thu", until=TOMORROW)
        given(account, "chuyen_vien", office.here.commune, from_day=TOMORROW)
        client, address = browser_of(account), f"{PERIOD}?don-vi={office.here.commune}"
        rename = f"{unit_page(office.here.root)}"
        lines = JournalEntry.objects.count()
        assert "members.ghi" not in who(account).rights
        assert open_to(client, rename)
        monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TOMORROW)
        assert "members.ghi" in who(account, on=TOMORROW).rights
        assert open_to(client, address)
        assert JournalEntry.objects.count() == lines

    def test_a_grant_that_ends_tomorrow_is_gone_tomorrow(self, office, monkeypatch):
        account = opened(name("an"))
        given(account, "van_thu", until=TOMORROW)
        client = browser_of(account)
        assert open_to(client, "/to-chuc")
        monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TOMORROW)
        assert not open_to(client, "/to-chuc")

    def test_an_account_from_tomorrow_opens_tomorrow(self, office, monkeypatch):
        account = opened(name("an"), from_day=TOMORROW)
        given(account, "van_thu")
        client = browser_of(account)
        assert not open_to(client, "/to-chuc")
        monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TOMORROW)
        assert open_to(client, "/to-chuc")

    def test_an_edge_from_tomorrow_opens_tomorrow_without_any_act(self, office, monkeypatch):
        basis = paper(name("5-QĐ/TU"))
        moving = answer(
            establish_organization(
                demo_actor(), TODAY, name="Chi bộ Chuyển", kind=OrganizationKind.CELL,
                level=Level.BASE, parent=office.here.root, from_day=LONG_AGO, basis=basis,
            )
        )  # fmt: skip
        move_organization(
            demo_actor(), TODAY, organization=moving, parent=office.here.commune,
            from_day=TOMORROW, basis=basis,
        )  # fmt: skip
        client = office.browser("commune_specialist")
        lines = JournalEntry.objects.count()
        assert not open_to(client, unit_page(moving))
        monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TOMORROW)
        assert open_to(client, unit_page(moving))
        assert JournalEntry.objects.count() == lines


# --- random interleavings -------------------------------------------------------------------------

GIVEN = {  # role: where it is given
    "chuyen_vien": "commune", "van_thu": None, "bi_thu_chi_bo": "cell",
    "chuyen_vien_xay_dung_dang": "commune", "lanh_dao_cap_uy": "cell", "dang_vien": None,
}  # fmt: skip
STEPS = 260


class Life:
    """Đời tài khoản — one clerk and a deputy, and what must be open to them by a plain count."""

    def __init__(self, office: Office, rng: random.Random) -> None:
        here = office.here
        self.rng, self.units = rng, {"commune": here.commune, "cell": here.cells[0], None: None}
        self.below = {
            None: {here.root, here.commune, *here.cells}, "commune": {here.commune, *here.cells},
            "cell": {here.cells[0]},
        }  # fmt: skip
        self.above = {None: set(), "commune": {here.root}, "cell": {here.root, here.commune}}
        self.pages = sorted(self.below[None])
        self.born()

    def born(self) -> None:
        self.clerk, self.deputy = opened(name("may")), opened(name("tho"))
        self.grants: dict[str, int] = {}
        self.acting: int | None = None
        self.closed = False
        self.before: set[str] = set()
        self.clients = browser_of(self.clerk), browser_of(self.deputy)

    def since(self, what: str) -> date:
        """Long ago or from today; what was given before is given again from today only."""
        again = what in self.before
        self.before.add(what)
        return TODAY if again else self.rng.choice((LONG_AGO, TODAY))

    def step(self) -> str:
        ways = ["give", "give", "end", "type", "stop", "close"]
        way = self.rng.choice(ways) if not self.closed else "born"
        free = sorted(set(GIVEN) - set(self.grants))
        if way == "born":
            self.born()
        elif way == "give" and free:
            role = self.rng.choice(free)
            place = self.units[GIVEN[role]]
            self.grants[role] = given(self.clerk, role, place, from_day=self.since(role))
        elif way == "end" and self.grants:
            grant = self.grants.pop(self.rng.choice(sorted(self.grants)))
            end_grant(demo_actor(), TODAY, grant=grant, reason=WHY)
        elif way == "type" and self.acting is None and set(self.grants) - {"dang_vien"}:
            self.acting = typing_for(self.deputy, self.clerk, from_day=self.since("typing"))
        elif way == "stop" and self.acting is not None:
            end_typing_for(demo_actor(), TODAY, acting=self.acting, reason=WHY)
            self.acting = None
        elif way == "close" and self.rng.random() < 0.3:
            close_account(demo_actor(), TODAY, account=self.clerk, reason=WHY)
            self.closed = True
        return way

    def allowed(self, deputy: bool) -> set[int]:
        """The units whose pages must be open; all others must not."""
        if self.closed or (deputy and self.acting is None):
            return set()
        found: set[int] = set()
        for role in set(self.grants) - {"dang_vien"}:
            assert "register.xem_to_chuc" in CARRIED[role]
            found |= self.below[GIVEN[role]] | self.above[GIVEN[role]]
        return found


@pytest.mark.parametrize("seed", [1, 2])
def test_no_request_succeeds_on_what_was_taken_away(office, seed):
    rng = random.Random(seed)
    life = Life(office, rng)
    asked, told = 0, []
    for _ in range(STEPS):
        told.append(life.step())
        for deputy, client in enumerate(life.clients):
            unit = rng.choice(life.pages)
            wanted = unit in life.allowed(bool(deputy))
            assert open_to(client, unit_page(unit)) is wanted, (told[-8:], deputy, unit)
            asked += 1
    assert asked == 2 * STEPS
    assert {"give", "end", "type", "stop", "close", "born"} == set(told)


def test_the_keys_themselves_are_gone_on_the_next_page(office):
    account = opened(name("chia-khoa"))
    second_step(account)
    given(account, "van_thu")
    asked = {"account": account, "role": KEYS, "unit": None, "from_day": LONG_AGO, "reason": WHY}
    proposal = answer(propose_grant(office.actor("keys"), TODAY, **asked))
    client = browser_of(account)
    assert client.get("/quan-tri").status_code == 403
    agreed = {"proposal": proposal, "agreed": True, "reason": WHY}
    decide_proposal(office.actor("second"), TODAY, **agreed)
    assert client.get("/quan-tri").status_code == 200
    grant = Grant.objects.get(account=account, role=KEYS)
    end_grant(demo_actor(), TODAY, grant=grant.pk, reason=WHY)
    assert client.get("/quan-tri").status_code == 403
    typed = {"username": "ke-gian", "printed_name": "A", "from_day": "hôm nay", "reason": "B"}
    assert client.post("/quan-tri/mo-tai-khoan", typed).status_code == 404
