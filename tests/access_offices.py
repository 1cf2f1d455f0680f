"""Người ghi, phần tiếp — schemes, how people are told apart, and the registers of papers."""

from datetime import date

from access_writer import OLD, TODAY, Writer, day
from psycopg.types.range import DateRange


def schemes(w: Writer) -> None:
    """Drafts with a line, posts made and ended, a person placed, staff, a consent; some kept elsewhere first."""
    for _ in range(12):
        own = {"kept_by_id": w.any_unit()}
        scheme = w.add(
            "reorganisation_scheme", title="Đề án thử", from_day=TODAY, state="dang_soan", **own
        )
        made = {
            "reorganisation_schemestep": {
                "number": 1, "verb": "doi_ten", "unit_id": w.any_unit(), "name": "Tên thử",
                "kind": "", "level": "", "has_committee": False, "charge": "",
            },
            "reorganisation_schemepost": {
                "number": 1, "unit_id": w.any_unit(), "title": "Phó thử", "kind": "cap_pho",
                "holder_id": w.rng.choice(w.people),
            },
            "reorganisation_schemeplace": {
                "person_id": w.rng.choice(w.people), "stay": "thoi_giu",
            },
            "reorganisation_schemeconsent": {
                "about": "dang_bo_duoi_muc", "unit_id": w.any_unit(), "paper_id": w.paper(),
            },
            "reorganisation_schemepostend": {"post_id": w.add("register_post")},
            "reorganisation_schemequota": {
                "unit_id": w.any_unit(), "category": "cong_chuc", "assigned": 3,
            },
        }  # fmt: skip
        for table, said in made.items():
            key = w.add(table, scheme_id=scheme, **own, **said)
            if w.rng.random() < 0.3:
                w.change(table, key, kept_by_id=w.any_unit())


def identity(w: Writer) -> None:
    """A number of some people, files that were one person's, namesakes told apart."""
    for who in w.rng.sample(w.people, 20):
        w.fact(
            "identity_personnumber", OLD, None, {"number": f"SAI-{who}"}, person_id=who,
            kind="so_hieu", number=f"BTC-{who}",
        )  # fmt: skip
    for gone, kept, other in zip(*[iter(w.rng.sample(w.people, 27))] * 3, strict=True):
        w.fact(
            "identity_personmerge", day(-30), None, {"kept_id": other}, gone_id=gone, kept_id=kept
        )
        one, two = sorted((kept, other))
        w.fact("identity_persondistinct", day(-20), None, {}, one_id=one, other_id=two)


def documents(w: Writer) -> None:
    """Organs with a source of numbers, a series, papers out and in, a direction and whom it asks."""
    for number in range(1, 15):
        w.add("documents_series", organization_id=w.any_unit(), letters=f"Q{number}",
              organ_code="BTC", form="dang", period="2025", from_day=OLD, last=1)  # fmt: skip
        giver, delegate = w.rng.sample(w.people, 2)
        w.add("documents_delegation", organization_id=w.any_unit(), giver_id=giver, giver_name="Một",
              delegate_id=delegate, delegate_name="Hai", paper_id=w.paper(), ended_reason="",
              effective=DateRange(TODAY, day(9)))  # fmt: skip
        _paper_out(w, number)
        _paper_in(w, number)
        w.add("documents_relation", organization_id=w.any_unit(), paper_id=w.paper(), kind="can_cu",
              cited=f"Nghị quyết {number}", cited_sign="", part="", own=False)  # fmt: skip
        w.add(
            "documents_shelved", organization_id=w.any_unit(), paper_id=w.paper(), subject="can_bo"
        )
        _handed_down(w)
    for unit in sorted({w.any_unit(day(-300), None) for _ in range(12)}):
        w.fact(
            "documents_numbersource", day(-300), None, {"source": "he_thong_khac", "system": "K"},
            organization_id=unit, source="tu_cap", system="",
        )  # fmt: skip


def filing(w: Writer) -> None:
    """Copies, dossiers with their papers (some moved to another unit), the table of retention."""
    for number in range(1, 11):
        organ = {"organization_id": w.any_unit()}
        series = w.add(
            "documents_series", letters="BS", organ_code=f"S{number}", form="dang", period="2025",
            from_day=OLD, last=1, book="sao", **organ,
        )  # fmt: skip
        w.add(
            "documents_copy", series_id=series, number=1, basis_id=w.paper(), kind="sao_y",
            copied_from="", extract="", given_on=OLD, signer="Người thử", recipients="", copies=1,
            note="", cancelled="", **organ,
        )  # fmt: skip
        dossier = w.add(
            "documents_dossier", basis_id=w.paper(), year=2025, code=f"{number:02d}.T", heading="",
            title="Hồ sơ thử", subject="Nhóm thử", keep_years=10, keeper="", state="dang_lap",
            opened_on=OLD, note="", **organ,
        )  # fmt: skip
        w.add(
            "documents_filed", dossier_id=dossier, basis_id=w.paper(), sheets=2, filed_on=OLD,
            note="", **organ,
        )  # fmt: skip
        if w.rng.random() < 0.3:
            w.change("documents_dossier", dossier, organization_id=w.any_unit())
    w.fact(
        "documents_retention", OLD, None, {"clause": "sai"}, subject="Nhóm thử", keep_years=10,
        clause="", verified=False,
    )  # fmt: skip
    w.fact(
        "documents_notentered", OLD, None, {"clause": "sai"}, subject="Loại thử", kept_out=True,
        clause="", verified=False,
    )  # fmt: skip


def drafts(w: Writer) -> None:
    """Units that write drafts, with versions, opinions and steps of their own."""
    for number in range(1, 12):
        unit = {"unit_id": w.any_unit()}
        draft = w.add(
            "drafting_draftpaper", organization_id=w.any_unit(), kind="quyet_dinh", abstract="về việc thử",
            parent="", issuer="Cơ quan", place="", addressee="", recipients="", signing="truc_tiep",
            authority="", position="Trưởng ban", signer="Người thử", state="dang_soan", proposal="",
            grounds="", opinions_told="", differences="", **unit,
        )  # fmt: skip
        w.add(
            "drafting_draftversion",
            draft_id=draft,
            number=1,
            text="Một.",
            note="",
            written_by="1",
            **unit,
        )
        w.add(
            "drafting_draftopinion", draft_id=draft, version=1, said_by="Cơ quan", said_on=OLD,
            agrees=True, opinion="", **unit,
        )  # fmt: skip
        w.add(
            "drafting_draftstep", draft_id=draft, verb="duyet_noi_dung", version=1, on_day=OLD, words="",
            written_by="1", **unit,
        )  # fmt: skip
        w.add(
            "drafting_submissionpiece", draft_id=draft, kind="y_kien", title="Ý kiến", issuer="Cơ quan",
            file_sha256="", words="Nhất trí.", reason="", **unit,
        )  # fmt: skip
        w.add("drafting_draftperson", draft_id=draft, person_id=w.rng.choice(w.people), **unit)
        _sitting(w, number, draft)
        if number % 3 == 0:
            w.change("drafting_draftpaper", draft, unit_id=w.any_unit())


def _sitting(w: Writer, number: int, draft: int) -> None:
    """A sitting of some organization with one item, kept elsewhere later now and then, and a slip."""
    organ = {"organization_id": w.any_unit()}
    sitting = w.add(
        "sittings_sitting", decider="ban_thuong_vu", way="van_ban", on_day=day(-number), place="",
        chair="Người thử", **organ,
    )  # fmt: skip
    item = w.add(
        "sittings_item", sitting_id=sitting, draft_id=draft, unit_id=w.any_unit(), number=1,
        outcome="cho", reason="", **organ,
    )  # fmt: skip
    w.add(
        "sittings_slip", item_id=item, person_id=w.rng.choice(w.people), said="tan_thanh",
        returned_on=TODAY, **organ,
    )  # fmt: skip
    if number % 4 == 0:
        w.change("sittings_item", item, unit_id=w.any_unit())


def _paper_out(w: Writer, number: int) -> None:
    key = w.add(
        "documents_outgoing", organization_id=w.any_unit(), number=number, state="da_cap", reason="",
        basis_id=w.paper(), ended_by_id=w.rng.choice((None, w.paper())), given_on=OLD,
        drafted_by_id=w.rng.choice((None, w.any_unit(), w.any_unit())), recipients="", copies=1,
        kept_at="", note="",
    )  # fmt: skip
    organ = {"organization_id": w.any_unit(), "number_id": key, "note": ""}
    w.add(
        "documents_delivery", recipient="Nơi thử", channel="mang", sent_on=OLD,
        **{name: organ[name] for name in ("organization_id", "number_id")},
    )  # fmt: skip
    w.add("documents_posted", posted_on=OLD, recipients="Nơi thử", envelopes=1, **organ)
    w.add("documents_loan", used_on=OLD, used_by="Một", allowed_by="Hai", **organ)
    if w.rng.random() < 0.3:
        w.change("documents_outgoing", key, drafted_by_id=w.any_unit())


def _handed_down(w: Writer) -> None:
    organ = {"organization_id": w.any_unit()}
    of = w.add(
        "documents_cascade",
        directive_id=w.paper(),
        kind="ke_hoach",
        given_on=OLD,
        due_on=OLD,
        **organ,
    )
    asked = w.add(
        "documents_asked", cascade_id=of, unit_id=w.any_unit(), basis_id=w.paper(), verdict="",
        reason="", **organ,
    )  # fmt: skip
    if w.rng.random() < 0.3:
        w.change("documents_asked", asked, reminded_on=OLD)


def _paper_in(w: Writer, number: int) -> None:
    organ = {"organization_id": w.any_unit()}
    came = w.add(
        "documents_incoming", basis_id=w.paper(), year=2025, number=number,
        arrived_on=date(2025, 1, 2), channel="giay", urgency="thuong", state="vao_so",
        paper_also_required=False, result="", note="", **organ,
    )  # fmt: skip
    said = w.add(
        "documents_direction", incoming_id=came, said_by="Người thử", written_by="1", said_on=OLD,
        opinion="Nghiên cứu", **organ,
    )  # fmt: skip
    asked = {"direction_id": said, "incoming_id": came, "answer": "", **organ}
    unit = w.add("documents_assignment", unit_id=w.any_unit(), part="chu_tri", **asked)
    w.add("documents_assignment", person_id=w.rng.choice(w.people), part="phoi_hop", **asked)
    if w.rng.random() < 0.3:
        w.change("documents_assignment", unit, unit_id=w.any_unit())
