"""Kệ văn bản của tỉnh mô phỏng — the regulations whose limits are applied, each under its subject."""

from datetime import date

from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.plain.actor import Actor
from thenchot.office.documents.acts.shelving import shelve_paper
from thenchot.office.documents.reads.shelf import shelf_on
from thenchot.office.documents.words import Subject

SUBJECTS = {
    "huy_hieu": Subject.AWARDS,
    "nghi_huu": Subject.CADRES,
    "phong": Subject.ORGANIZATION,
    "sap_xep": Subject.ORGANIZATION,
}  # fmt: skip — by the area of the first limit; the others are of members and their organizations


def place_on_shelf(by: Actor, on: date, root: int) -> None:
    """Xếp kệ — every paper of a limit in force that stands nowhere yet."""
    with scoped(by, on, reading=True):
        shelves = dict(shelf_on(by=by, on=on))
    for line in shelves.get(None, []):
        area = line.parameters[0].key.partition(".")[0]
        subject = SUBJECTS.get(area, Subject.MEMBERS)
        shelve_paper(by, on, organization=root, basis=line.paper.id, subject=subject)
