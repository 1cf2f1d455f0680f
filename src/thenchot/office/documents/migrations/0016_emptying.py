from django.db import migrations

from thenchot.ground.basis.migrations.operations.emptying import Empties

REMOVAL = "remove_paper"


class Migration(migrations.Migration):
    """What is said of a paper in registers, directions, copies, dossiers and relations goes with it."""

    dependencies = [
        ("basis", "0012_emptying"),
        ("documents", "0015_checked_and_kept_out"),
    ]

    operations = [
        Empties(REMOVAL, "documents.Asked", ("reason",), paths=("basis", "ended_by", "cascade.directive")),
        Empties(REMOVAL, "documents.Assignment", ("answer",), paths=("incoming.basis",)),
        Empties(
            REMOVAL, "documents.Copy", ("copied_from", "extract", "recipients", "note", "cancelled"),
            paths=("basis",),
        ),
        Empties(REMOVAL, "documents.Delegation", ("ended_reason",), paths=("paper",)),
        Empties(REMOVAL, "documents.Delivery", ("recipient",), paths=("number.basis",), apart=True),
        Empties(REMOVAL, "documents.Direction", ("opinion",), paths=("incoming.basis",)),
        Empties(REMOVAL, "documents.Filed", ("note",), paths=("basis",)),
        Empties(REMOVAL, "documents.Incoming", ("result", "note", "typed_abstract"), paths=("basis",)),
        Empties(REMOVAL, "documents.Loan", ("note",), paths=("number.basis",)),
        Empties(REMOVAL, "documents.NotEntered", ("subject", "clause"), paths=("basis",), apart=True),
        Empties(REMOVAL, "documents.Outgoing", ("recipients", "reason", "note"), paths=("basis",)),
        Empties(REMOVAL, "documents.Posted", ("recipients", "note"), paths=("number.basis",)),
        Empties(
            REMOVAL, "documents.Relation", ("cited", "cited_sign", "part"), paths=("paper", "to"),
            apart=True,
        ),
    ]  # fmt: skip
