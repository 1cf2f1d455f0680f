from django.db import migrations

from thenchot.ground.basis.migrations.operations import run_file


class Migration(migrations.Migration):
    """Issuers and codes are compared in one spelling; papers whose numbers were cancelled are told to all."""

    dependencies = [
        ("basis", "0013_found_papers"),
        ("documents", "0016_emptying"),
    ]

    operations = [run_file(__file__, "one_spelling")]
