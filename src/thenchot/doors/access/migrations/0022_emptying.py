from django.db import migrations

from thenchot.ground.basis.migrations.operations.emptying import Empties

ACTS = {"remove_paper": "draft@drafting_drafts_of", "remove_draft": "draft"}


class Migration(migrations.Migration):
    """What was said of a draft in a sitting goes with it; forms and files not sent yet go whole."""

    dependencies = [
        ("access", "0018_cells_handle_papers"),
        ("drafting", "0009_emptying"),
        ("sittings", "0001_initial"),
    ]

    operations = [
        operation
        for act, path in ACTS.items()
        for operation in (
            Empties(act, "sittings.Item", ("reason",), paths=(path,)),
            Empties(act, "sittings.Slip", paths=(f"item.{path}",)),
            Empties(act, "access.Draft"),
            Empties(act, "access.Upload"),
        )
    ]
