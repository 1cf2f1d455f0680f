from django.db import migrations

from thenchot.ground.basis.migrations.operations.wall import Wall


class Migration(migrations.Migration):

    dependencies = [
        ('indicators', '0001_initial'),
        ('register', '0008_reach_and_walls'),
    ]

    operations = [
        Wall("target", right="indicators.xem", units=("organization",)),
        Wall("entered", right="indicators.xem", units=("organization",)),
    ]
