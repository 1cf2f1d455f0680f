from django.db import migrations

from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('oversight', '0001_initial'),
        ('register', '0008_reach_and_walls'),
    ]

    operations = [
        Wall(
            "discipline", right="oversight.xem_ten", units=("cell",), person="person", kind="ky_luat"
        ),
        Wall("inspectionplan", right="oversight.xem", units=("cell",)),
    ]
