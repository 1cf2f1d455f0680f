from django.db import migrations

from thenchot.ground.basis.migrations.operations import run_file
from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('members', '0002_seat'),
        ('register', '0008_reach_and_walls'),
    ]

    operations = [
        run_file(__file__, "ties"),
        Wall("admission", right="members.xem", units=("cell",), person="person"),
        Wall("membership", right="members.xem", units=("cell",), person="person"),
        Wall("partydays", right="members.xem", person="person", by="file"),
        Wall(
            "movement", right="members.xem", units=("from_cell", "to_cell"), person="person",
            withheld=("way", "khai_tru", "members.xem_khai_tru"),
        ),
        Wall("seat", kept=False, right="members.xem", units=("cell",), person="person"),
    ]
